import {
  absent,
  connection,
  customRole,
  directoryPermission,
  identity,
  known,
  providerTarget,
  roleAssignment,
  secret,
  storedSecret,
  to,
  toOther,
  trustOf,
  unknown,
  unrecognized,
} from "../../support/model-builders";
import { createResource, rename } from "../../support/run-builders";
import { ids } from "../../support/vendor-mocks";
import { readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const other = identity("other");

describe("identity changes", () => {
  it("is calm about a new identity until it is given something", () => {
    expect(readSummary({ after: [payments] })).toEqual(["identity added low"]);
    expect(readSummary({ after: [payments, roleAssignment(to(payments))] })).toEqual([
      "identity added medium",
      "roleAssignment added medium widensAccess",
    ]);
  });

  it("says that pipelines fail when a connection still names it", () => {
    const link = connection("payments-dev", to(payments));
    expect(readSummary({ before: [payments], after: [] })).toEqual(["identity removed low narrowsAccess"]);
    expect(readSummary({ before: [payments, link], after: [link] })).toEqual([
      "identity removed medium breaksUse narrowsAccess",
    ]);
  });

  it.each([
    ["a further owner", { owners: known([ids.caller, ids.principal]) }, "medium widensAccess"],
    ["another owner", { owners: known([ids.principal]) }, "medium narrowsAccess widensAccess"],
    ["no owner", { owners: known([]) }, "low narrowsAccess"],
    ["owners that are not known yet", { owners: unknown() }, "medium cannotBeReviewed"],
    ["all tenants may sign in", { signInAudience: known("AzureADMultipleOrgs") }, "medium widensAccess"],
    ["an audience that nobody knows", { signInAudience: known("Everybody") }, "medium cannotBeReviewed"],
    ["an audience that is marked secret", { signInAudience: secret }, "medium cannotBeReviewed"],
    ["another name", { displayName: known("new") }, "info"],
    ["the usual audience left out", { signInAudience: absent }, undefined],
  ] as const)("%s", (_, changes, expected) => {
    const parts = { before: [payments], after: [identity("payments", changes)] };
    expect(readSummary(parts)).toEqual(expected === undefined ? [] : [`identity changed ${expected}`]);
  });

  it("likes fewer tenants that may sign in", () => {
    const open = identity("payments", { signInAudience: known("AzureADandPersonalMicrosoftAccount") });
    expect(readSummary({ before: [open], after: [payments] })).toEqual(["identity changed low narrowsAccess"]);
  });

  it("puts a new principal ID high, whichever of its resources is replaced", () => {
    const principal = "urn:pulumi:dev::payments::azuread:index/servicePrincipal:ServicePrincipal::payments";
    const whole = identity("payments", { parts: [payments.urn, principal] });
    const steps = { [principal]: { operation: "replace" as const } };
    expect(readSummary({ before: [whole], after: [whole], steps })).toEqual([
      "identity replaced high replacesIdentity",
    ]);
  });

  it("follows an alias, and takes one made anew under the same name for a replacement", () => {
    const renamed = rename(payments, "new-name");
    const grants = (of: typeof payments): readonly [typeof payments, ReturnType<typeof roleAssignment>] => [
      of,
      roleAssignment(to(of)),
    ];
    const parts = { before: grants(payments), after: grants({ ...renamed, displayName: payments.displayName }) };
    expect(readSummary({ ...parts, aliases: { [renamed.urn]: payments.urn } })).toEqual(["identity moved info"]);
    expect(readSummary(parts)).toEqual(["identity replaced high replacesIdentity"]);
  });

  it("does not pair identities whose name others share", () => {
    const twin = identity("twin", { displayName: payments.displayName });
    const anew = rename(payments, "anew");
    expect(readSummary({ before: [payments, twin], after: [{ ...anew, displayName: payments.displayName }] })).toEqual([
      "identity added low",
      "identity removed low narrowsAccess",
      "identity removed low narrowsAccess",
    ]);
  });

  it("notices that a service principal is added to an application", () => {
    const principal = "urn:pulumi:dev::payments::azuread:index/servicePrincipal:ServicePrincipal::payments";
    const whole = identity("payments", { parts: [payments.urn, principal] });
    expect(readSummary({ before: [payments], after: [whole] })).toEqual(["identity changed low"]);
  });
});

describe("stored secret changes", () => {
  const password = storedSecret(to(payments));

  it("calls a new secret critical, its end good, a new one in its place high", () => {
    expect(readSummary({ before: [payments], after: [payments, password] })).toEqual([
      "storedSecret added critical storesSecret widensAccess",
    ]);
    expect(readSummary({ before: [payments, password], after: [payments] })).toEqual([
      "storedSecret removed info narrowsAccess removesSecret",
    ]);
    const steps = { [password.urn]: { operation: "replace" as const } };
    expect(readSummary({ before: [payments, password], after: [payments, password], steps })).toEqual([
      "storedSecret replaced high storesSecret",
    ]);
    const rotated = rename(password, "rotated");
    expect(readSummary({ before: [payments, password], after: [payments, rotated] })).toEqual([
      "storedSecret replaced high storesSecret",
    ]);
  });

  it("counts a second secret beside the first one", () => {
    const second = rename(password, "second");
    expect(readSummary({ before: [payments, password], after: [payments, password, second] })).toEqual([
      "storedSecret added critical storesSecret widensAccess",
    ]);
  });

  it("sees that a secret opens another identity", () => {
    const moved = storedSecret(to(other));
    expect(readSummary({ before: [payments, other, password], after: [payments, other, moved] })).toEqual([
      "storedSecret changed critical storesSecret widensAccess",
    ]);
  });
});

describe("directory permission changes", () => {
  const graph = known("00000003-0000-0000-c000-000000000000");
  const appRole = (id: string): ReturnType<typeof directoryPermission> =>
    directoryPermission(to(payments), { permission: known(id), resource: graph });

  it.each([
    // https://learn.microsoft.com/graph/permissions-reference
    ["Application.ReadWrite.All", "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "critical escalates widensAccess"],
    ["RoleManagement.ReadWrite.Directory", "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "critical escalates widensAccess"],
    ["AppRoleAssignment.ReadWrite.All", "06B708A9-E830-4DB3-A914-8E69DA51D44F", "critical escalates widensAccess"],
    ["Application.ReadWrite.OwnedBy", "18a4783c-866b-4cc7-a460-3d5e5662c884", "medium widensAccess"],
    ["User.Read.All", "df021288-bdef-4463-88db-98f22de89214", "medium widensAccess"],
    ["a role of another API", "12345678-bdef-4463-88db-98f22de89214", "medium widensAccess"],
  ])("the app role %s", (_, id, expected) => {
    expect(readSummary({ before: [payments], after: [payments, appRole(id)] })).toEqual([
      `directoryPermission added ${expected}`,
    ]);
  });

  it.each([
    [
      "a directory role",
      directoryPermission(to(payments), {
        kind: "directoryRole",
        permission: known("62e90394-69f5-4237-9190-012177145e10"),
      }),
      "critical escalates widensAccess",
    ],
    [
      "a group",
      directoryPermission(to(payments), { kind: "groupMembership", permission: known("g") }),
      "medium widensAccess",
    ],
    [
      "an ownership",
      directoryPermission(to(payments), { kind: "owner", resource: known("app") }),
      "high escalates widensAccess",
    ],
    [
      "delegated permissions",
      directoryPermission(to(payments), { kind: "delegated", permission: known("User.Read Directory.ReadWrite.All") }),
      "high escalates widensAccess",
    ],
    [
      "something not known yet",
      directoryPermission(to(payments), { permission: unknown() }),
      "medium cannotBeReviewed widensAccess",
    ],
  ])("%s", (_, made, expected) => {
    expect(readSummary({ before: [payments], after: [payments, made] })).toEqual([
      `directoryPermission added ${expected}`,
    ]);
  });

  it("names groups and applications that are made here, and people by their IDs", () => {
    const group = "urn:pulumi:dev::payments::azuread:index/group:Group::deployers";
    const member = directoryPermission(to(payments), { kind: "groupMembership", permission: unknown(group) });
    expect(readSummary({ before: [payments], after: [payments, member] })).toEqual([
      "directoryPermission added medium widensAccess",
    ]);
    expect(readReasons({ before: [payments], after: [payments, member] })).toContain(
      'Application "payments" gets a membership in the group "deployers" of this stack.',
    );
    const owner = directoryPermission(toOther("somebody"), { kind: "owner", resource: known("app") });
    expect(readReasons({ after: [owner] })).toContain('Whoever has the ID "somebody" gets the ownership of "app".');
  });

  it("compares delegated permissions one by one", () => {
    const delegated = (scopes: string): ReturnType<typeof directoryPermission> =>
      directoryPermission(to(payments), { kind: "delegated", permission: known(scopes) });
    expect(readSummary({ before: [payments, delegated("a b")], after: [payments, delegated("b")] })).toEqual([
      "directoryPermission changed low narrowsAccess",
    ]);
    expect(readSummary({ before: [payments, delegated("a")], after: [payments, delegated("a b")] })).toEqual([
      "directoryPermission changed medium widensAccess",
    ]);
  });

  it("says that it is gone, or given to somebody else", () => {
    const made = appRole("df021288-bdef-4463-88db-98f22de89214");
    expect(readSummary({ before: [payments, made], after: [payments] })).toEqual([
      "directoryPermission removed low narrowsAccess",
    ]);
    expect(
      readSummary({ before: [payments, other, made], after: [payments, other, { ...made, principal: to(other) }] }),
    ).toEqual(["directoryPermission changed medium narrowsAccess widensAccess"]);
  });
});

describe("custom role changes", () => {
  const role = customRole("special");
  const assigned = roleAssignment(to(payments), { role: { kind: "declared", urn: role.urn } });

  it.each([
    [
      "more actions",
      { actions: known(["Microsoft.Web/sites/read", "Microsoft.Web/sites/write"]) },
      "high widensAccess",
    ],
    ["assigning roles", { actions: known(["*"]) }, "critical escalates widensAccess"],
    [
      "other actions",
      { actions: known(["Microsoft.Storage/storageAccounts/read"]) },
      "medium narrowsAccess widensAccess",
    ],
    ["no actions", { actions: known([]) }, "low narrowsAccess"],
    ["less by what it takes away", { notActions: known(["*/read"]) }, "low narrowsAccess"],
    ["the same in other letters", { actions: known(["microsoft.web/SITES/read"]) }, undefined],
    ["actions that are not known yet", { actions: unknown() }, "medium cannotBeReviewed"],
    ["other places", { assignableScopes: known(["/"]) }, "low"],
    ["another name", { roleName: known("new") }, "info"],
  ])("%s", (_, changes, expected) => {
    const parts = { before: [payments, role, assigned], after: [payments, customRole("special", changes), assigned] };
    expect(readSummary(parts)).toEqual(expected === undefined ? [] : [`customRole changed ${expected}`]);
  });

  it("is calm about a role that nobody has", () => {
    expect(readSummary({ after: [role] })).toEqual(["customRole added low"]);
    expect(readSummary({ before: [role], after: [] })).toEqual(["customRole removed low"]);
    expect(readSummary({ after: [customRole("special", { actions: secret })] })).toEqual([
      "customRole added medium cannotBeReviewed",
    ]);
  });
});

describe("provider target changes", () => {
  it.each([
    [
      "another organization",
      { organization: known("https://dev.azure.com/fabrikam") },
      "critical narrowsAccess widensAccess",
    ],
    ["a slash at the end", { organization: known("https://dev.azure.com/Contoso/") }, undefined],
    ["a tenant where none was named", { tenantId: known(ids.tenant) }, "high cannotBeReviewed"],
    ["an organization that is not known yet", { organization: unknown() }, "high cannotBeReviewed"],
  ])("%s", (_, changes, expected) => {
    const parts = { before: [providerTarget()], after: [providerTarget(changes)] };
    expect(readSummary(parts)).toEqual(expected === undefined ? [] : [`providerTarget changed ${expected}`]);
  });

  it("notices resources that come under another provider", () => {
    const target = providerTarget();
    const resource = createResource(payments);
    const steps = {
      [payments.urn]: {
        operation: "update" as const,
        before: { ...resource, provider: "urn:pulumi:dev::payments::pulumi:providers:azuread::default" },
        after: { ...resource, provider: target.urn },
      },
    };
    expect(readSummary({ before: [payments], after: [payments, target], steps })).toEqual([
      "providerTarget added high cannotBeReviewed",
    ]);
    expect(readSummary({ after: [target] })).toEqual(["providerTarget added low"]);
    expect(readSummary({ before: [target], after: [] })).toEqual(["providerTarget removed info"]);
  });
});

describe("changes of what is not understood", () => {
  const thing = unrecognized("azuread:index/newThing:NewThing", "thing");

  it("cannot be judged, whether it comes, goes or changes", () => {
    const expected = (action: string): readonly string[] => [`unrecognized ${action} medium cannotBeReviewed`];
    expect(readSummary({ after: [thing] })).toEqual(expected("added"));
    expect(readSummary({ before: [thing], after: [] })).toEqual(expected("removed"));
    expect(readSummary({ before: [thing], after: [thing] })).toEqual([]);
    expect(readSummary({ before: [thing], after: [thing], steps: { [thing.urn]: { operation: "update" } } })).toEqual(
      expected("changed"),
    );
    expect(readSummary({ before: [thing], after: [thing], steps: { [thing.urn]: { operation: "replace" } } })).toEqual(
      expected("replaced"),
    );
  });

  it("names an operation that is not known, also on what the model does not hold", () => {
    const trusted = trustOf("credential", to(payments), { subject: known("x") });
    const steps = { [trusted.urn]: { operation: "unknown" as const } };
    expect(readSummary({ before: [trusted], after: [trusted], steps })).toEqual([
      "trust changed medium cannotBeReviewed",
    ]);
    const urn = "urn:pulumi:dev::payments::random:index/randomId:RandomId::id";
    const resource = createResource({ ...thing, urn, type: "random:index/randomId:RandomId" });
    const run = {
      steps: [{ operation: "unknown" as const, urn, after: resource, differences: [], replaceReasons: [] }],
    };
    expect(readSummary({ run })).toEqual(["unrecognized changed medium cannotBeReviewed"]);
    expect(readReasons({ run })).toContain("does not know");
  });
});
