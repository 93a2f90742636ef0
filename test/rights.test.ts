import { decideCondition } from "../emulator/services/arm/condition";
import { readSnippets } from "./support/read-snippets";

const conditions = readSnippets("docs/rights.md").filter(({ language }) => language === "text");
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

const cases = [
  ["assigns a listed role to a service principal", "write", reader, "ServicePrincipal", true],
  ["assigns a listed role to a person", "write", reader, "User", false],
  ["assigns Owner to a service principal", "write", owner, "ServicePrincipal", false],
  ["takes a listed role from a service principal", "delete", reader, "ServicePrincipal", true],
  ["takes a listed role from a person", "delete", reader, "User", false],
  ["takes Owner from a service principal", "delete", owner, "ServicePrincipal", false],
] as const;

test("the page about rights has one condition", () => {
  expect(conditions).toHaveLength(1);
});

test.each(cases)("with the condition of the page, who deploys %s: %s of %s, %s: %s", (_, verb, ...rest) => {
  const [roleDefinitionId, principalType, expected] = rest;
  const assignment = { roleDefinitionId, principalType };
  const [condition] = conditions;
  const decided = decideCondition(condition?.code ?? "", {
    action: `Microsoft.Authorization/roleAssignments/${verb}`,
    ...(verb === "write" ? { request: assignment } : { resource: assignment }),
  });
  expect(decided).toBe(expected);
});
