import type { RuleName } from "../../../analysis/rules/rules-table";
import { connectionCases } from "./cases/connection-cases-table";
import { identityCases } from "./cases/identity-cases-table";
import { roleCases } from "./cases/role-cases-table";
import { trustCases } from "./cases/trust-cases-table";
import type { PolicyCases } from "./policy-cases";

/** The cases of every policy. */
export const casesByPolicy: Readonly<Record<RuleName, PolicyCases>> = {
  ...connectionCases,
  ...identityCases,
  ...roleCases,
  ...trustCases,
};
