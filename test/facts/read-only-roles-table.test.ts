import { findRolePermissions } from "../../facts/role-permissions";
import { readOnlyRoles } from "../../facts/read-only-roles-table";
import { findBuiltInRole } from "../../facts/roles";

// What changes no resource: requests to the vendor's support, and records of deployments and alerts, which need further rights.
const harmless = /^Microsoft\.(?:Support\/\*|Resources\/deployments\/\*|Insights\/alertRules\/\*)$/;
const readsData = /^Microsoft\.(?:KeyVault\/vaults\/\*\/read|KeyVault\/vaults\/secrets\/readMetadata\/action)$/;
const searches = "Microsoft.OperationalInsights/workspaces/search/action";

it.each(Object.entries(readOnlyRoles))("%s is known by its GUID, and of the lowest tier", (name, id) => {
  expect(findBuiltInRole(id)).toMatchObject({ name, tier: "low" });
});

it.each(Object.entries(readOnlyRoles).filter(([, id]) => findRolePermissions(id) !== undefined))(
  "%s writes nothing",
  (_, id) => {
    const { actions = [], dataActions = [] } = findRolePermissions(id) ?? {};

    expect(
      actions.filter((action) => !/\/read$/i.test(action) && !harmless.test(action) && action !== searches),
    ).toEqual([]);
    expect(dataActions.filter((action) => !readsData.test(action))).toEqual([]);
  },
);
