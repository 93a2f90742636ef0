/** What a team may decide for itself. */
export interface RuleOptions {
  /**
   * Words that make the name of a connection or of a place in Azure one of production, in small letters. A name is cut at
   * everything that is no letter, and where a capital follows a small letter: `PaymentsProd-01` has the words `payments` and
   * `prod`. Default: `prd`, `prod`, `production`.
   */
  readonly productionWords: readonly string[];
  /** How many service connections may share one identity. Default: 3. */
  readonly connectionsPerIdentity: number;
  /** How many federated identity credentials an identity may have before the limit of Entra is near. Default: 15. */
  readonly credentialsPerIdentity: number;
  /**
   * Azure DevOps organizations that are one's own beside those that the stack itself shows, as names or IDs. Default: none.
   */
  readonly organizations: readonly string[];
  /**
   * False where the model lacks resources that the stack has, such as the unchanged ones of a short preview. Rules that
   * conclude from something not being there then say that they cannot judge. Default: true.
   */
  readonly wholeStack: boolean;
}

/** What holds where nobody decides otherwise. */
export const defaultRuleOptions: RuleOptions = {
  productionWords: ["prd", "prod", "production"],
  connectionsPerIdentity: 3,
  credentialsPerIdentity: 15,
  organizations: [],
  wholeStack: true,
};
