import fc from "fast-check";
import { decideCondition } from "../../../../emulator/services/arm/condition";

const write = "Microsoft.Authorization/roleAssignments/write";
const remove = "Microsoft.Authorization/roleAssignments/delete";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

// The form of https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples, example
// "Constrain roles and principal types".
const constrained = `
(
 (
  !(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})
 )
 OR
 (
  @Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${reader}, 43d0d8ad-25c7-4714-9337-8ba259a9fe05}
  AND
  @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}
 )
)
AND
(
 (
  !(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})
 )
 OR
 (
  @Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${reader}}
 )
)`;

describe("decideCondition", () => {
  it("reads the documented condition on assigning roles", () => {
    const request = { roleDefinitionId: reader, principalType: "servicePrincipal" };
    expect(decideCondition(constrained, { action: write, request })).toBe(true);
    expect(decideCondition(constrained, { action: write, request: { ...request, roleDefinitionId: owner } })).toBe(
      false,
    );
    expect(decideCondition(constrained, { action: write, request: { ...request, principalType: "User" } })).toBe(false);
    expect(decideCondition(constrained, { action: write, request: { roleDefinitionId: reader } })).toBe(false);
    expect(decideCondition(constrained, { action: remove, resource: { roleDefinitionId: reader } })).toBe(true);
    expect(decideCondition(constrained, { action: remove, resource: { roleDefinitionId: owner } })).toBe(false);
    expect(decideCondition(constrained, { action: "Microsoft.Authorization/roleAssignments/read" })).toBe(true);
  });

  it("compares a role by its GUID, in a whole id and without dashes too", () => {
    const condition = `@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{acdd72a7338548efbd42f606fba81ae7}`;
    const roleDefinitionId = `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${reader.toUpperCase()}`;
    expect(decideCondition(condition, { action: write, request: { roleDefinitionId } })).toBe(true);
  });

  it.each([
    ["no condition", ""],
    ["words", "let them in"],
    ["an open parenthesis", "(ActionMatches{'x'}"],
    ["a part left over", "ActionMatches{'x'} ActionMatches{'x'}"],
    ["an unknown attribute", "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'x'"],
    ["an unknown operator", "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] NumericEquals 1"],
    ["an unknown source", "@Principal[Microsoft.Authorization/roleAssignments:PrincipalType] StringEquals 'User'"],
    ["a suboperation", "SubOperationMatches{'Blob.List'}"],
    ["existence", "Exists @Request[Microsoft.Authorization/roleAssignments:PrincipalType]"],
    [
      "a list without a quantifier",
      "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEquals {'User', 'Group'}",
    ],
  ])("does not know the truth of %s", (_name, condition) => {
    expect(decideCondition(condition, { action: write, request: { principalType: "User" } })).toBeUndefined();
  });

  const isWrite = `ActionMatches{'${write}'}`;
  const unknown = "SubOperationMatches{'Blob.List'}";

  it.each([
    [`${isWrite} OR ${unknown}`, true],
    [`!${isWrite} AND ${unknown}`, false],
    [`${isWrite} AND ${unknown}`, undefined],
    [`!${isWrite} || ${unknown}`, undefined],
    [`NOT (${unknown})`, undefined],
    [`!!${isWrite}`, true],
    // AND binds closer than OR.
    [`${isWrite} || ${isWrite} && !${isWrite}`, true],
  ])("decides %s as %s", (condition, truth) => {
    expect(decideCondition(condition, { action: write })).toBe(truth);
  });

  it.each([
    ["ForAnyOfAnyValues:StringEquals {'User', 'Group'}", true],
    ["ForAllOfAnyValues:StringEquals {'User', 'Group'}", true],
    ["ForAnyOfAllValues:StringNotEquals {'Group', 'Device'}", true],
    ["ForAllOfAllValues:StringEquals {'User', 'Group'}", false],
    ["StringEquals 'user'", false],
    ["StringNotEqualsIgnoreCase 'user'", false],
  ])("compares by %s", (comparison, truth) => {
    const condition = `@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ${comparison}`;
    expect(decideCondition(condition, { action: write, request: { principalType: "User" } })).toBe(truth);
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "(",
      ")",
      "!",
      "AND",
      "OR",
      "{",
      "}",
      "'a'",
      ",",
      isWrite,
      "@Request[x]",
      "StringEquals",
      " ",
      "\u0000",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (condition) => {
          expect([true, false, undefined]).toContain(decideCondition(condition, { action: write }));
        },
      ),
    );
  });
});
