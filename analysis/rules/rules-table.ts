import type { RuleText } from "./rule-text";

/** What each rule finds, why it matters and what to do: one text for reports, policies and the pages under docs/rules. */
export const rulesTable = {
  "all-pipelines": {
    level: "high",
    title: "Every pipeline of the project may use the connection",
    reason:
      "Whoever can write a pipeline in the project can then sign in as the connection's identity: no one authorizes the pipeline first.",
    fix: "Authorize the pipelines that need the connection one by one.",
    threats: [7],
    owasp: ["CICD-SEC-5"],
  },
  "branch-control-too-wide": {
    level: "high",
    title: "Branch control lets in whoever can push a branch",
    reason:
      "Anyone who can push a branch can change what an authorized pipeline does there. Branch control that accepts every branch stops nobody.",
    fix: "Name the branches that are reviewed before they change, such as refs/heads/main, or require that the branch is protected.",
    threats: [8],
    owasp: ["CICD-SEC-1", "CICD-SEC-4"],
  },
  "broad-scope": {
    level: "critical",
    title: "A role that changes things or reads secrets holds for a whole subscription or more",
    reason:
      "One stolen token then reaches everything in the subscription or management group, also what is put there later.",
    fix: "Assign the role at the resource group or resource that the pipeline works on.",
    threats: [10, 12],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "can-write-federated-credentials": {
    level: "high",
    title: "The identity can add ways in to other identities",
    reason:
      "Whoever writes a federated identity credential on a managed identity can sign in as it, without any secret, from anywhere.",
    fix: "Keep managed identities in a resource group of their own, and give pipelines no role there.",
    threats: [4, 6, 13],
    owasp: ["CICD-SEC-2"],
  },
  "certificate-beside-federation": {
    level: "high",
    title: "An identity with federated credentials has a certificate too",
    reason:
      "Whoever holds the private key signs in as the identity from anywhere; the pipeline's approvals and checks do not apply to it.",
    fix: "Remove the certificate when nothing uses it any more: the federated identity credential is enough.",
    threats: [5],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "dangerous-directory-permission": {
    level: "critical",
    title: "The identity has a directory permission that leads to more",
    reason:
      "Such a permission lets the identity give itself or others roles, or add credentials to applications, in the whole tenant.",
    fix: "Take the permission away, or use one that reaches less: Application.ReadWrite.OwnedBy manages only the applications that the identity owns.",
    threats: [4, 13, 22],
    owasp: ["CICD-SEC-2"],
  },
  "foreign-trust": {
    level: "critical",
    title: "An identity trusts somebody who is not a service connection of this organization",
    reason:
      "The trusted party decides who gets its tokens. Checks and permissions of one's own connections do not apply to it.",
    fix: "Remove the credential, or trust exactly one service connection of the own organization. Where another system has to get in, give it an identity of its own.",
    threats: [4, 14, 18],
    owasp: ["CICD-SEC-2", "CICD-SEC-5", "CICD-SEC-7"],
  },
  "identity-in-target-group": {
    level: "high",
    title: "A managed identity lives where its own role may change it",
    reason:
      "Whoever runs a pipeline as the identity can add further ways in to it, which stay when the pipeline is locked again.",
    fix: "Put the managed identity into a resource group in which it has no writing role.",
    threats: [6, 13],
    owasp: ["CICD-SEC-2"],
  },
  "legacy-issuer": {
    level: "medium",
    title: "An identity trusts tokens that Azure DevOps signs itself",
    reason:
      "Such a trust names organization, project and connection by their names: whoever gets a freed name gets in. Azure DevOps ends this issuer in the public cloud on 1 July 2027.",
    fix: "Convert the service connection to the issuer of Microsoft Entra, and trust the issuer and subject that it then shows. A multi-tenant application has to become a single-tenant one first.",
    threats: [1, 2, 17],
    owasp: ["CICD-SEC-6", "CICD-SEC-7"],
  },
  "many-identities-one-connection": {
    level: "high",
    title: "Several identities trust one service connection",
    reason:
      "An administrator of the connection can switch it from one identity to the other, and pipelines then act with the other's roles.",
    fix: "Let exactly one identity trust each service connection.",
    threats: [3],
    owasp: ["CICD-SEC-2"],
  },
  "mixed-trusts": {
    level: "medium",
    title: "One identity trusts parties of several kinds",
    reason:
      "The weakest of them decides who gets in, and its tokens have all roles that were meant for the others. What one of them did is hard to tell from what another did.",
    fix: "Give each system an identity of its own, with the roles that it needs.",
    threats: [18],
    owasp: ["CICD-SEC-7"],
  },
  "multi-tenant-application": {
    level: "high",
    title: "An application accepts sign-ins of other tenants",
    reason:
      "Other tenants can take the application in and trust it. Service connections do not need that, and Microsoft Entra refuses their tokens for such an application.",
    fix: "Set the sign-in audience to AzureADMyOrg.",
    threats: [1, 14],
    owasp: ["CICD-SEC-5", "CICD-SEC-6"],
  },
  "near-credential-limit": {
    level: "low",
    title: "An identity is close to the limit of federated credentials",
    reason:
      "An identity holds at most 20 federated identity credentials; the next connection then fails in the middle of a deployment.",
    fix: "Split the connections over several identities, and remove credentials that nothing uses.",
    threats: [2],
    owasp: ["CICD-SEC-6"],
  },
  "not-understood": {
    level: "medium",
    title: "A resource that can give access is not understood",
    reason: "What cannot be read cannot be called safe: the resource may give access that no other line speaks of.",
    fix: "Review the resource by hand.",
    threats: [24],
    owasp: ["CICD-SEC-1"],
  },
  "owner-role": {
    level: "critical",
    title: "An identity is Owner",
    reason: "An Owner can do everything in its scope, and can make anybody else Owner too.",
    fix: "Assign a role that has only the rights that the pipeline needs.",
    threats: [12, 13],
    owasp: ["CICD-SEC-2"],
  },
  "principal-type-missing": {
    level: "low",
    title: "A role assignment does not say rightly what its principal is",
    reason:
      "Azure then looks the principal up and fails for one that was made a moment ago. A reviewer cannot see whether a user, a group or a service principal gets the role.",
    fix: 'Set principalType, to "ServicePrincipal" for applications and managed identities.',
    threats: [12],
    owasp: ["CICD-SEC-2"],
  },
  "production-without-checks": {
    level: "high",
    title: "A connection to production has no check that decides who gets in",
    reason:
      "A change to an authorized pipeline, on any branch, reaches production without anybody having looked at it.",
    fix: "Put an approval or branch control on the service connection, not only on the environment.",
    threats: [8, 21],
    owasp: ["CICD-SEC-1", "CICD-SEC-4"],
  },
  "project-wide-connection-role": {
    level: "medium",
    title: "Somebody has a role on every service connection of a project",
    reason:
      "The role holds for every connection of the project, also for later ones. An administrator can remove checks, authorize pipelines and share the connection.",
    fix: "Give the role on the connections that the person or group looks after.",
    threats: [20],
    owasp: ["CICD-SEC-2"],
  },
  "requester-may-approve": {
    level: "medium",
    title: "Whoever starts a run may approve it",
    reason:
      "One person alone then gets a change into production: the approval no longer means that a second one has looked.",
    fix: "Do not let requesters approve their own runs.",
    threats: [21],
    owasp: ["CICD-SEC-1"],
  },
  "role-assignment-right": {
    level: "critical",
    title: "An identity can assign any role",
    reason: "Whoever can assign roles can make itself Owner: the roles that it has now do not limit it.",
    fix: "Take the role away, or put a condition on it that names the roles and the kind of principals that may be assigned.",
    threats: [12, 13],
    owasp: ["CICD-SEC-2"],
  },
  "secret-beside-federation": {
    level: "critical",
    title: "An identity with federated credentials has a password too",
    reason:
      "Whoever learns the password signs in as the identity from anywhere; the pipeline's approvals and checks do not apply to it.",
    fix: "Remove the password when nothing uses it any more: the federated identity credential is enough.",
    threats: [5],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "self-escalation": {
    level: "critical",
    title: "An identity can make itself more powerful",
    reason:
      "Its limits are then only those that it sets itself: whoever runs a pipeline as the identity can add rights or ways in that stay.",
    fix: "Let somebody else hold that right: a platform team, or an identity that no pipeline uses.",
    threats: [5, 13],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "shared-identity": {
    level: "medium",
    title: "Many service connections share one identity",
    reason:
      "Each connection then has the rights of all: the pipelines of one reach what was meant for another, and the logs cannot tell them apart.",
    fix: "Give each purpose an identity of its own.",
    threats: [3, 10],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "stored-secret-connection": {
    level: "critical",
    title: "A service connection keeps a secret",
    reason:
      "A stored secret can be taken out by whoever controls a pipeline that uses it, works from anywhere until it expires, and stops every pipeline when it does.",
    fix: "Use workload identity federation: there is nothing to store, to leak or to renew.",
    threats: [5, 10],
    owasp: ["CICD-SEC-6"],
  },
  "trust-never-matches": {
    level: "medium",
    title: "A federated credential can never match a token",
    reason:
      "Microsoft Entra compares issuer, subject and audience letter by letter. A trust that never matches fails every sign-in, and people then repair it by trusting more.",
    fix: "Take issuer and subject from the service connection's outputs, and the audience that the cloud expects.",
    threats: [19],
    owasp: ["CICD-SEC-7"],
  },
  "trust-without-connection": {
    level: "medium",
    title: "An identity trusts a service connection that this stack does not declare",
    reason:
      "Nobody who reviews this stack can see which pipelines may use that connection and what stops them. It may also be gone already.",
    fix: "Declare the service connection and its credential together, or remove the credential when the connection is gone.",
    threats: [2, 4],
    owasp: ["CICD-SEC-2", "CICD-SEC-6"],
  },
  "trust-without-exact-subject": {
    level: "critical",
    title: "An identity trusts more than one exact subject",
    reason:
      "A pattern, an expression or a missing subject lets in parties that nobody named: also ones that are made later.",
    fix: "Write the one subject that may get in, exactly as its service connection shows it.",
    threats: [14, 15, 18],
    owasp: ["CICD-SEC-5", "CICD-SEC-7"],
  },
  "unreadable-trust": {
    level: "high",
    title: "It cannot be seen whom an identity will trust",
    reason:
      "Issuer and subject are the whole lock of a federated identity credential. Where they are not visible, a review approves whatever they turn out to be.",
    fix: "Take issuer and subject directly from the outputs of a service connection of this stack, or write them as plain text, and do not mark them secret: they are no secrets.",
    threats: [24],
    owasp: ["CICD-SEC-1"],
  },
  unreviewable: {
    level: "medium",
    title: "It cannot be seen who gets what",
    reason:
      "The role, its scope or whoever gets it is not visible before the deployment. A review approves whatever it turns out to be.",
    fix: "Write the value as plain text, or take it directly from a resource of this stack, and do not mark it secret.",
    threats: [24],
    owasp: ["CICD-SEC-1"],
  },
} as const satisfies Readonly<Record<string, RuleText>>;

/** The name of a rule. */
export type RuleName = keyof typeof rulesTable;

/** The names of all rules, in the order of their alphabet. */
export const ruleNames: readonly RuleName[] = Object.keys(rulesTable).filter(isRuleName);

/** Whether a text is the name of a rule. */
export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rulesTable, name);
}
