import { type PropertyMap, secretValue } from "../../../analysis/engine/property-value";
import {
  absent,
  connection,
  connectionRole,
  identity,
  known,
  pipelinePermission,
  secret,
  subscriptionScope,
  groupScope,
  to,
  toOther,
  unknown,
} from "../../support/model-builders";
import { createResource, rename } from "../../support/run-builders";
import { ids } from "../../support/vendor-mocks";
import { readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const other = identity("other");
const link = connection("payments-dev", to(payments));
const second = connection("second", to(payments));
const all = pipelinePermission(to(link), { allPipelines: true, pipeline: absent });
const deploy = pipelinePermission(to(link));

describe("service connection changes", () => {
  const base = [payments, other];

  it("calls a new connection a new way in", () => {
    expect(readSummary({ before: base, after: [...base, link] })).toEqual([
      "serviceConnection added medium widensAccess",
    ]);
    expect(readSummary({ before: base, after: [...base, link, all] })).toEqual([
      "pipelinePermission added critical widensAccess",
      "serviceConnection added high widensAccess",
    ]);
  });

  it("calls a stored secret critical, and its end good", () => {
    const stored = connection("payments-dev", to(payments), {
      storesSecret: known(true),
      scheme: known("ServicePrincipal"),
    });
    const hidden = connection("payments-dev", to(payments), { storesSecret: unknown() });
    expect(readSummary({ before: base, after: [...base, stored] })).toEqual([
      "serviceConnection added critical storesSecret widensAccess",
    ]);
    expect(readSummary({ before: [...base, link], after: [...base, stored] })).toEqual([
      "serviceConnection changed critical storesSecret",
    ]);
    expect(readSummary({ before: [...base, stored], after: [...base, link] })).toEqual([
      "serviceConnection changed info removesSecret",
    ]);
    expect(readSummary({ before: base, after: [...base, hidden] })).toEqual([
      "serviceConnection added medium cannotBeReviewed widensAccess",
    ]);
    expect(readSummary({ before: [...base, link], after: [...base, hidden] })).toEqual([
      "serviceConnection changed medium cannotBeReviewed",
    ]);
  });

  it("sees that another secret is kept, without seeing it", () => {
    const stored = connection("payments-dev", to(payments), { storesSecret: known(true) });
    const inputs: PropertyMap = { dockerPassword: secretValue, description: "x" };
    const readWith = (differences: readonly string[]): readonly string[] =>
      readSummary({
        before: [...base, stored],
        after: [...base, stored],
        steps: { [stored.urn]: { operation: "update", after: { ...createResource(stored), inputs }, differences } },
      });
    expect(readWith(["dockerPassword"])).toEqual(["serviceConnection changed high storesSecret"]);
    expect(readWith(["description"])).toEqual([]);
  });

  it.each([
    ["another identity", { identity: to(other) }, "high narrowsAccess widensAccess"],
    ["an identity by its client ID", { identity: toOther(ids.client) }, "high narrowsAccess widensAccess"],
    ["another tenant", { tenantId: known("99999999-3f0e-4d5b-9c55-0d5a3f0b1e01") }, "high narrowsAccess widensAccess"],
    ["another cloud", { environment: known("AzureChinaCloud") }, "high narrowsAccess widensAccess"],
    [
      "another subscription",
      { scope: known("/subscriptions/99999999-aaaa-4aaa-8aaa-000000000008") },
      "high narrowsAccess widensAccess",
    ],
    [
      "a management group",
      { scope: known("/providers/Microsoft.Management/managementGroups/all") },
      "high widensAccess",
    ],
    ["a part of the subscription", { scope: known(groupScope) }, "low narrowsAccess"],
    ["another project", { project: known("99999999-aaaa-4aaa-8aaa-000000000005") }, "high narrowsAccess widensAccess"],
    ["an identity that is not known yet", { identity: { to: "unknown", from: [] } }, "high cannotBeReviewed"],
    ["a tenant that is marked secret", { tenantId: secret }, "high cannotBeReviewed"],
    ["another name", { connectionName: known("new") }, "low breaksUse"],
    ["another description", { description: known("new") }, "info"],
    [
      "the letter case of its IDs",
      {
        tenantId: known(ids.tenant.toUpperCase()),
        scope: known(subscriptionScope.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions")),
      },
      undefined,
    ],
  ] as const)("%s", (_, changes, expected) => {
    const parts = { before: [...base, link], after: [...base, connection("payments-dev", to(payments), changes)] };
    expect(readSummary(parts)).toEqual(expected === undefined ? [] : [`serviceConnection changed ${expected}`]);
  });

  it("names what is lost when it is replaced", () => {
    const steps = { [link.urn]: { operation: "replace" as const } };
    const before = [...base, link, deploy];
    expect(readSummary({ before, after: before, steps })).toEqual([
      "serviceConnection replaced high breaksUse replacesConnection",
    ]);
  });

  it("takes a connection that is deleted and made anew under its name for a replacement", () => {
    const anew = rename(link, "other-resource");
    const before = [...base, link, deploy];
    const after = [...base, anew, pipelinePermission(to(anew))];
    expect(readSummary({ before, after })).toEqual(["serviceConnection replaced high breaksUse replacesConnection"]);
    expect(readSummary({ before, after, aliases: { [anew.urn]: link.urn } })).toEqual(["serviceConnection moved info"]);
  });

  it("says that pipelines fail when it is removed", () => {
    expect(readSummary({ before: [...base, link], after: base })).toEqual([
      "serviceConnection removed medium breaksUse narrowsAccess",
    ]);
  });
});

describe("pipeline permission changes", () => {
  const base = [payments, link, second];

  it.each([
    ["a pipeline", [deploy], ["pipelinePermission added medium widensAccess"]],
    ["every pipeline", [all], ["pipelinePermission added critical widensAccess"]],
    [
      "a pipeline that is not known yet",
      [pipelinePermission(to(link), { pipeline: unknown() })],
      ["pipelinePermission added medium cannotBeReviewed widensAccess"],
    ],
  ])("%s", (_, made, expected) => {
    expect(readSummary({ before: base, after: [...base, ...made] })).toEqual(expected);
  });

  it.each([
    ["a pipeline to every pipeline", deploy, all, "critical widensAccess"],
    ["every pipeline to one", all, deploy, "low narrowsAccess"],
    [
      "another pipeline",
      deploy,
      pipelinePermission(to(link), { pipeline: known("8") }),
      "medium narrowsAccess widensAccess",
    ],
    ["another connection", deploy, pipelinePermission(to(second)), "medium narrowsAccess widensAccess"],
    [
      "a pipeline that is not known yet",
      deploy,
      pipelinePermission(to(link), { pipeline: unknown() }),
      "medium cannotBeReviewed",
    ],
  ])("%s", (_, before, after, expected) => {
    expect(readSummary({ before: [...base, before], after: [...base, after] })).toEqual([
      `pipelinePermission changed ${expected}`,
    ]);
  });

  it("knows that naming a pipeline gives nothing where all were permitted", () => {
    const named = rename(deploy, "named");
    expect(readSummary({ before: [...base, all], after: [...base, named] })).toEqual([
      "pipelinePermission removed low breaksUse narrowsAccess",
      "pipelinePermission added info",
    ]);
    expect(readSummary({ before: [...base, all, named], after: [...base, all] })).toEqual([
      "pipelinePermission removed info",
    ]);
  });

  it("says which pipeline can no longer use it", () => {
    expect(readSummary({ before: [...base, deploy], after: base })).toEqual([
      "pipelinePermission removed low breaksUse narrowsAccess",
    ]);
  });
});

describe("connection role changes", () => {
  const on = (roles: readonly string[], changes = {}): ReturnType<typeof connectionRole> =>
    connectionRole({ connection: to(link), roles: known(roles), ...changes });

  it.each([
    ["an administrator", on(["Administrator"]), "high widensAccess"],
    ["a user", on(["User"]), "medium widensAccess"],
    ["a reader of all connections", on(["Reader"], { connection: { to: "absent" } }), "high widensAccess"],
    ["somebody with a role that is not known", on([], { roles: unknown() }), "high cannotBeReviewed widensAccess"],
  ])("%s", (_, made, expected) => {
    expect(readSummary({ before: [link], after: [link, made] })).toEqual([`connectionRole added ${expected}`]);
  });

  it.each([
    ["User to Administrator", on(["User"]), on(["Administrator"]), "high widensAccess"],
    ["Administrator to User", on(["Administrator"]), on(["User"]), "low narrowsAccess"],
    ["User to Reader", on(["User"]), on(["Reader"]), "low narrowsAccess"],
    [
      "one connection to all of the project",
      on(["User"]),
      on(["User"], { connection: { to: "absent" } }),
      "high narrowsAccess widensAccess",
    ],
    [
      "somebody else",
      on(["User"]),
      on(["User"], { principal: known("somebody") }),
      "medium narrowsAccess widensAccess",
    ],
    ["roles that are not known yet", on(["User"]), on([], { roles: unknown() }), "high cannotBeReviewed"],
  ])("%s", (_, before, after, expected) => {
    expect(readSummary({ before: [link, before], after: [link, after] })).toEqual([
      `connectionRole changed ${expected}`,
    ]);
  });

  it("says who loses a role", () => {
    expect(readSummary({ before: [link, on(["User"])], after: [link] })).toEqual([
      "connectionRole removed low narrowsAccess",
    ]);
    expect(readReasons({ before: [link, on(["Reader", "User"])], after: [link] })).toContain('loses "Reader", "User".');
  });
});
