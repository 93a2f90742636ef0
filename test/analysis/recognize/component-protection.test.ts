import { AzureServiceConnection } from "../../../lib/index";
import type { EngineResource } from "../../../analysis/engine/engine-resource";
import { findAll, findOnly } from "../../support/engine-resources";
import { everyCheck } from "../../support/every-check";
import { recordEngineResources } from "../../support/record-engine-resources";
import { vendorFunctions } from "../../support/vendor-functions";
import { ids } from "../../support/vendor-mocks";

let resources: readonly EngineResource[];

beforeAll(async () => {
  resources = await recordEngineResources(() => {
    new AzureServiceConnection("payments-prod", {
      project: "payments",
      subscription: { id: ids.subscription },
      checks: everyCheck,
      connectionRoles: [{ role: "User", team: "Operations" }],
    });
  }, vendorFunctions);
});

/** The connection of the component, as other things refer to it. */
const findConnection = () => ({ to: "declared", urn: findOnly("serviceConnection", resources).urn });

const known = (value: unknown) => ({ state: "known", value });

it("knows every check of the component, before the connection exists", () => {
  const checks = findAll("check", resources);

  expect(checks.map(({ kind }) => kind).sort()).toEqual(Object.keys(everyCheck).sort());
  for (const check of checks) {
    expect(check.connection).toEqual(findConnection());
  }
});

it("knows how strong each check is", () => {
  const settings = Object.fromEntries(findAll("check", resources).map((check) => [check.kind, check.settings]));

  expect(settings).toMatchObject({
    approval: {
      approvers: known([ids.projectGroup]),
      minimumApprovers: { state: "absent" },
      requesterMayApprove: known(false),
      timeoutMinutes: known(43_200),
    },
    branchControl: {
      allowedBranches: known(["refs/heads/main"]),
      requiresProtectedBranch: known(true),
      ignoresUnknownProtection: known(false),
    },
    requiredTemplate: { requiredTemplates: known(["payments/templates/refs/heads/main/deploy.yml"]) },
    businessHours: { hours: known("Monday 09:00-17:00 UTC") },
    restApi: { address: known("change-board") },
  });
});

it("knows a role on the connection", () => {
  expect(findOnly("connectionRole", resources)).toMatchObject({
    connection: findConnection(),
    principal: known(ids.team),
    roles: known(["User"]),
  });
});
