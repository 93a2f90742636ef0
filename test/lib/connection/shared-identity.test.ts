import { AzureServiceConnection, WorkloadIdentity } from "../../../lib/index";
import { findResource, recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

const minimal = { project: "payments", subscription: { id: ids.subscription } };
const groupId = `/subscriptions/${ids.subscription}/resourceGroups/payments-rg`;

describe("an identity that connections share", () => {
  it("has its credentials written one after another", async () => {
    const { resources } = await recordProgram(() => {
      const release = new WorkloadIdentity("release", { managedIdentity: { resourceGroupName: "identities" } });
      return ["a", "b", "c"].map(
        (name) => new AzureServiceConnection(name, { ...minimal, identity: { existing: release } }).clientId,
      );
    });
    const previous = (name: string) =>
      findResource(resources, `FederatedIdentityCredential ${name}-credential`).dependsOn.filter((label) =>
        label.startsWith("FederatedIdentityCredential"),
      );

    expect(resources.filter(({ label }) => label.startsWith("UserAssignedIdentity"))).toHaveLength(1);
    expect(previous("a")).toEqual([]);
    expect(previous("b")).toEqual(["FederatedIdentityCredential a-credential"]);
    expect(previous("c")).toEqual(["FederatedIdentityCredential b-credential"]);
  });

  it("lets the credentials of one application be written as they come", async () => {
    const { resources } = await recordProgram(() => {
      const release = new WorkloadIdentity("release");
      for (const name of ["a", "b"]) {
        new AzureServiceConnection(name, { ...minimal, identity: { existing: release } });
      }
    });

    expect(findResource(resources, "ApplicationFederatedIdentityCredential b-credential").dependsOn).toEqual([
      "Application release-application",
      "ServiceEndpointAzureRM b-connection",
    ]);
  });

  it("is the same when two connections write the same plain ID, in any letter case", async () => {
    const id = `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/release`;
    const known = { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant };
    const { resources } = await recordProgram(() =>
      [id, id.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions")].map(
        (managedIdentityId, index) =>
          new AzureServiceConnection(`c${index}`, {
            ...minimal,
            identity: { existing: { ...known, managedIdentityId } },
          }).clientId,
      ),
    );

    expect(findResource(resources, "FederatedIdentityCredential c1-credential").dependsOn).toContain(
      "FederatedIdentityCredential c0-credential",
    );
  });

  it("carries 20 credentials and not one more, and says so before anything of the 21st is made", async () => {
    let message = "";
    const { resources } = await recordProgram(() => {
      const shared = new WorkloadIdentity("shared");
      for (let index = 1; index <= 20; index += 1) {
        new AzureServiceConnection(`c${index}`, { ...minimal, identity: { existing: shared } });
      }
      try {
        new AzureServiceConnection("c21", { ...minimal, identity: { existing: shared } });
      } catch (error) {
        message = String(error);
      }
    });

    expect(resources.filter(({ label }) => label.startsWith("ServiceEndpointAzureRM"))).toHaveLength(20);
    expect(resources.some(({ label }) => label.includes("c21"))).toBe(false);
    expect(message).toBe(
      [
        'ArgumentsError: AzureServiceConnection "c21" has 1 problem in its arguments:',
        "  identity.existing: This identity would carry more than 20 federated identity credentials, and Microsoft Entra allows no more.",
        "    Use another identity for some of the connections. One identity for each purpose also keeps rights apart. [too-many-credentials]",
      ].join("\n"),
    );
  });

  it("bears a role at a scope only once, whoever assigns it", async () => {
    let message = "";
    const { resources } = await recordProgram(() => {
      const shared = new WorkloadIdentity("shared");
      const identity = { existing: shared };
      new AzureServiceConnection("a", { ...minimal, identity, roleAssignments: [{ role: "Reader", scope: groupId }] });
      try {
        new AzureServiceConnection("b", {
          ...minimal,
          identity,
          roleAssignments: [
            { role: "Contributor", scope: groupId },
            { role: "reader", scope: groupId.toLowerCase() },
          ],
        });
      } catch (error) {
        message = String(error);
      }
    });

    expect(resources.some(({ label }) => label.endsWith(" b"))).toBe(false);
    expect(message).toBe(
      [
        'ArgumentsError: AzureServiceConnection "b" has 1 problem in its arguments:',
        '  roleAssignments[1]: This is the same role at the same scope as roleAssignments[0] of AzureServiceConnection "a".',
        "    Remove one of the two: Azure keeps a role at a scope only once for an identity. [assigned-twice]",
      ].join("\n"),
    );
  });

  it("is counted anew in every program", async () => {
    const shared = {
      clientId: ids.client,
      principalId: ids.principal,
      tenantId: ids.tenant,
      applicationObjectId: ids.application,
    };
    const declare = () =>
      Array.from(
        { length: 20 },
        (_, index) => new AzureServiceConnection(`c${index}`, { ...minimal, identity: { existing: shared } }).clientId,
      );
    await recordProgram(declare);
    const { resources } = await recordProgram(declare);

    expect(findResource(resources, "ApplicationFederatedIdentityCredential c0-credential").dependsOn).toEqual([
      "ServiceEndpointAzureRM c0-connection",
    ]);
  });
});
