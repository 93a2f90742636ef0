import fc from "fast-check";
import { formatRoleAssignmentName } from "../../../lib/access/role-assignment-name";

const identities = fc.record({ scope: fc.string({ minLength: 1 }), principalId: fc.uuid(), roleGuid: fc.uuid() });

// Literals are computed by another implementation: Python's uuid.uuid5.
describe("the name of a role assignment in Azure", () => {
  it("is always the same for the same: a change would replace every role assignment out there", () => {
    expect(
      formatRoleAssignmentName({
        scope: "/subscriptions/5b5c9700-aaaa-4aaa-8aaa-000000000008",
        principalId: "d41c19a1-aaaa-4aaa-8aaa-000000000004",
        roleGuid: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
      }),
    ).toBe("b97d039d-80cc-56b5-9ddb-08851362dbbf");
  });

  it("is a GUID of version 5 and knows no letter case", () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const name = formatRoleAssignmentName(identity);
        const { scope, principalId, roleGuid } = identity;

        expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(
          formatRoleAssignmentName({
            scope: scope.toLowerCase(),
            principalId: principalId.toUpperCase(),
            roleGuid: roleGuid.toUpperCase(),
          }),
        ).toBe(name);
      }),
    );
  });

  it("differs when any of the three differs", () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        fc.pre(one.scope.toLowerCase() !== other.scope.toLowerCase());
        const names = [
          one,
          { ...one, scope: other.scope },
          { ...one, principalId: other.principalId },
          { ...one, roleGuid: other.roleGuid },
        ].map(formatRoleAssignmentName);

        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
