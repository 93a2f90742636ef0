/** How an identity could get more than its role assignment gives. */
export type Escalation =
  /** It can assign roles, or change what roles allow. */
  | "assignsRoles"
  /** It can add federated identity credentials to the very identity that has the role. */
  | "writesOwnCredentials"
  /** It can add federated identity credentials to other managed identities. */
  | "writesCredentials";
