import fc from "fast-check";
import { assessScope } from "../../../analysis/risk/assess-scope";
import { compareConditions } from "../../../analysis/risk/compare-conditions";
import { compareRoleAssignments } from "../../../analysis/risk/compare-role-assignments";
import { compareRoles } from "../../../analysis/risk/compare-roles";
import { compareScopes, containsScope } from "../../../analysis/risk/compare-scopes";
import { combineRelations, gains, loses, type Relation } from "../../../analysis/risk/relation";
import type { Role } from "../../../analysis/model/role-assignment";
import { builtInRoles } from "../../../facts/roles-table";
import {
  absent,
  builtIn,
  customRole,
  groupScope,
  identity,
  known,
  roleAssignment,
  secret,
  subscriptionScope,
  to,
  unknown,
} from "../../support/model-builders";

const empty = { entities: [] };
const managementGroup = "/providers/Microsoft.Management/managementGroups/all";
const site = `${groupScope}/providers/Microsoft.Web/sites/x`;

describe("scopes", () => {
  it.each([
    ["/", "tenant"],
    [managementGroup, "managementGroup"],
    [subscriptionScope, "subscription"],
    [`${subscriptionScope}/`, "subscription"],
    [groupScope, "resourceGroup"],
    [site, "resource"],
    [`${site}/slots/blue`, "resource"],
    [`${site}/providers/Microsoft.Insights/diagnosticSettings/x`, "resource"],
    ["/somewhere/else", "unknown"],
    ["", "unknown"],
  ])("%s is as broad as a %s", (scope, expected) => {
    expect(assessScope(known(scope))).toBe(expected);
  });

  it("have no breadth that can be guessed", () => {
    expect([unknown(), secret, absent].map((scope) => assessScope(scope))).toEqual(["unknown", "unknown", "unknown"]);
  });

  it.each([
    [groupScope, subscriptionScope, "wider"],
    [site, groupScope, "wider"],
    [site, `${groupScope}/providers/Microsoft.Web/sites/xy`, "different"],
    [groupScope, `${groupScope}-other`, "different"],
    [groupScope, groupScope.toUpperCase().replace("/SUBSCRIPTIONS/", "/subscriptions/"), "same"],
    [`${groupScope}/`, groupScope, "same"],
    [subscriptionScope, managementGroup, "wider"],
    [managementGroup, subscriptionScope, "unknown"],
    [managementGroup, `${managementGroup}-other`, "different"],
    [managementGroup, "/", "wider"],
    ["/", site, "narrower"],
  ])("%s to %s is %s", (before, after, expected) => {
    expect(compareScopes(before, after)).toBe(expected);
  });

  it("hold what lies below them", () => {
    expect(containsScope(subscriptionScope, site)).toBe(true);
    expect(containsScope(site, subscriptionScope)).toBe(false);
    expect(containsScope("/", managementGroup)).toBe(true);
  });
});

describe("roles", () => {
  const role = (name: string): Role => builtIn(builtInRoles.find((one) => one.name === name)?.id ?? name, name);
  const compare = (before: Role, after: Role): Relation =>
    compareRoles({ role: before, model: empty }, { role: after, model: empty });

  it.each([
    ["Reader", "Contributor", "wider"],
    ["Contributor", "Owner", "wider"],
    ["Reader", "User Access Administrator", "wider"],
    ["Role Based Access Control Administrator", "User Access Administrator", "wider"],
    ["Contributor", "User Access Administrator", "different"],
    ["Website Contributor", "Contributor", "wider"],
    ["Contributor", "Network Contributor", "narrower"],
    ["AcrPull", "AcrPush", "wider"],
    ["AcrPush", "AcrDelete", "different"],
    ["Storage Blob Data Owner", "Storage Blob Data Contributor", "narrower"],
    ["Storage Blob Data Contributor", "Storage Blob Data Reader", "narrower"],
    ["Key Vault Administrator", "Key Vault Secrets Officer", "narrower"],
    ["Key Vault Secrets Officer", "Key Vault Secrets User", "narrower"],
    ["Contributor", "Storage Blob Data Reader", "different"],
    ["Owner", "Contributor", "narrower"],
    ["Contributor", "Reader", "narrower"],
    ["Contributor", "Website Contributor", "narrower"],
    ["AcrPush", "AcrPull", "narrower"],
    // Their actions are not listed: a higher tier gives something new, of others nothing can be said.
    ["Tag Contributor", "Log Analytics Contributor", "different"],
    ["Log Analytics Contributor", "Tag Contributor", "unknown"],
  ] as const)("%s to %s is %s", (before, after, expected) => {
    expect(compare(role(before), role(after))).toBe(expected);
  });

  it("are the same by name and by ID, in any letter case", () => {
    expect(compare({ kind: "named", name: "READER" }, { kind: "named", name: "Reader" })).toBe("same");
    expect(compare(builtIn("ACDD72A7-3385-48EF-BD42-F606FBA81AE7"), role("Reader"))).toBe("same");
    expect(compare({ kind: "named", name: "Reader" }, role("Reader"))).toBe("same");
  });

  it("cannot be compared where they are not seen", () => {
    expect(compare({ kind: "unreadable" }, { kind: "unreadable" })).toBe("unknown");
    expect(compare({ kind: "unknown", from: [] }, role("Reader"))).toBe("unknown");
    expect(compare(role("Reader"), builtIn("01234567-0123-4123-8123-0123456789ab"))).toBe("unknown");
  });

  it("of the stack are compared by their actions", () => {
    const custom = customRole("special", { actions: known(["Microsoft.Web/sites/read"]) });
    const model = { entities: [custom] };
    const declared: Role = { kind: "declared", urn: custom.urn };
    expect(compareRoles({ role: role("Reader"), model: empty }, { role: declared, model })).toBe("narrower");
    expect(compareRoles({ role: declared, model }, { role: role("Contributor"), model: empty })).toBe("wider");
  });

  it("never are narrower in both directions, whichever they are", () => {
    const any = fc.constantFrom(...builtInRoles.map(({ id }) => builtIn(id)));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        fc.pre(there !== "unknown" && back !== "unknown");
        expect(gains(there)).toBe(loses(back));
      }),
    );
  });
});

describe("conditions", () => {
  it.each([
    [absent, absent, "same"],
    [absent, known("  "), "same"],
    [absent, known("a"), "narrower"],
    [known("a"), absent, "wider"],
    [known("a b"), known("A  B"), "same"],
    [known("a"), known("b"), "unknown"],
    [absent, secret, "unknown"],
    [unknown(), absent, "unknown"],
    [secret, secret, "unknown"],
  ] as const)("%j to %j is %s", (before, after, expected) => {
    expect(compareConditions(before, after)).toBe(expected);
  });
});

describe("relations", () => {
  it.each<[readonly Relation[], Relation]>([
    [[], "same"],
    [["same", "same"], "same"],
    [["same", "wider"], "wider"],
    [["wider", "wider"], "wider"],
    [["wider", "narrower"], "different"],
    [["narrower", "same", "narrower"], "narrower"],
    [["different", "wider"], "different"],
    [["unknown", "wider"], "unknown"],
  ])("of %j is %s", (parts, expected) => {
    expect(combineRelations(parts)).toBe(expected);
  });
});

describe("role assignments", () => {
  it("are compared part by part", () => {
    const of = to(identity("payments"));
    const before = { assignment: roleAssignment(of), model: empty };
    const after = {
      assignment: roleAssignment(of, { role: builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c"), scope: known(site) }),
      model: empty,
    };
    expect(compareRoleAssignments(before, after)).toEqual({
      role: "wider",
      scope: "narrower",
      condition: "same",
      whole: "different",
    });
  });
});
