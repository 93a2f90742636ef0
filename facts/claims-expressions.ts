/** One condition of the expression of a flexible federated identity credential. */
export interface ClaimCondition {
  /** Name of the claim, such as `sub` or `job_workflow_ref`. */
  readonly claim: string;
  /** `eq` compares exactly; in `matches`, `*` stands for any text and `?` for one character. */
  readonly operator: "eq" | "matches";
  /** What the claim is compared with. */
  readonly comparand: string;
}

const conditionPattern = /claims\['([A-Za-z0-9_]+)'\] (eq|matches) '((?:[^']|'')*)'/y;

/**
 * Reads the expression of a flexible federated identity credential: conditions that must all hold. What is not exactly of the
 * documented form is not read.
 *
 * Documented at https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials; that a
 * quote inside of a comparand is doubled is a guess from its sentence that single quotes are escape characters.
 */
export function parseClaimsExpression(expression: string): readonly ClaimCondition[] | undefined {
  const text = expression.trim();
  const conditions: ClaimCondition[] = [];
  let position = 0;
  for (;;) {
    conditionPattern.lastIndex = position;
    const [whole, claim, operator, comparand] = conditionPattern.exec(text) ?? [];
    if (whole === undefined || claim === undefined || comparand === undefined) {
      return undefined;
    }
    conditions.push({
      claim,
      operator: operator === "eq" ? "eq" : "matches",
      comparand: comparand.replaceAll("''", "'"),
    });
    position += whole.length;
    if (position === text.length) {
      return conditions;
    }
    const [and] = /^\s+and\s+/.exec(text.slice(position)) ?? [];
    if (and === undefined) {
      return undefined;
    }
    position += and.length;
  }
}
