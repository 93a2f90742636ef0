import { collectionNames } from "../../../emulator/state/store";
import { describeFederation } from "../../../emulator/services/devops/federation";
import { engineTimeout } from "./engine-timeout";
import type { IdentityKind } from "./identity-kinds";
import { countChanges } from "./inventory";
import { newName, tellLifecycle, type LifecycleStory } from "./lifecycle-story";
import { countTypes, readConnection, type Moment } from "./moment";
import { startScenario, type Scenario } from "./scenario";
import { findStanding, type Standing } from "./standing";

const name = "payments-dev";

/** Declares the tests of a connection with one kind of identity: each looks at a moment of one and the same life. */
// eslint-disable-next-line jest/no-export -- not a test file: it declares the tests of several
export function describeLifecycle(kind: IdentityKind): void {
  describe(`a connection with ${kind.title}`, () => {
    let scenario: Scenario;
    let story: LifecycleStory;

    beforeAll(async () => {
      scenario = await startScenario({ program: "connections" });
      story = await tellLifecycle(scenario, kind);
    }, engineTimeout);

    afterAll(() => scenario.stop());

    const standAt = ({ clouds, outputs }: Moment): Standing => findStanding(clouds, readConnection({ outputs }, name));

    it("makes its parts and nothing else", () => {
      const { before, created } = story;
      expect(countChanges(before, created.clouds)).toEqual({
        ...kind.makes,
        serviceConnections: 1,
        roleAssignments: 1,
        pipelinePermissions: 1,
      });
      expect(countTypes(created)).toEqual({
        ...kind.resources,
        "keyless:index:AzureServiceConnection": 1,
        "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM": 1,
        "azure-native:authorization:RoleAssignment": 1,
        "azuredevops:index/pipelineAuthorization:PipelineAuthorization": 1,
      });
    });

    it("touches nothing that was there before", () => {
      const { before, extended } = story;
      for (const kindOfEntity of collectionNames) {
        const earlier: unknown[] = before[kindOfEntity];
        expect(extended.clouds[kindOfEntity]).toEqual(expect.arrayContaining(earlier));
      }
    });

    it("signs in as the identity, without a secret", () => {
      const { created } = story;
      const { clientId, principalId, tenantId, projectId } = readConnection(created, name);
      const { connection } = standAt(created);
      expect(connection).toMatchObject({
        name,
        scheme: "WorkloadIdentityFederation",
        parameters: { serviceprincipalid: clientId, tenantid: tenantId },
        data: { creationMode: "Manual", subscriptionId: scenario.platform.subscription.subscriptionId },
        projects: [{ projectId }],
      });
      expect(Object.keys(connection?.parameters ?? {}).sort()).toEqual(["serviceprincipalid", "tenantid"]);
      expect(created.clouds.servicePrincipals).toContainEqual(
        expect.objectContaining({ objectId: principalId, clientId, tenantId }),
      );
    });

    it("trusts this connection by what Azure DevOps says of it", () => {
      const { created } = story;
      const { issuer, subject, audience, tokenAudience, projectId } = readConnection(created, name);
      const { connection, credentials, identityId } = standAt(created);
      expect(connection && describeFederation(scenario.emulator.store, connection, projectId)).toEqual({
        issuer,
        subject,
      });
      expect(credentials).toEqual([
        expect.objectContaining({ name, parentId: identityId, issuer, subject, audiences: [audience] }),
      ]);
      expect({ audience, tokenAudience }).toEqual({
        audience: "api://AzureADTokenExchange",
        tokenAudience: "fb60f99c-7a34-4190-8149-302f77469936",
      });
    });

    it("changes nothing in a second up or in a refresh", () => {
      expect(story.writesWithoutChange).toEqual([]);
    });

    it("gives the role and lets the pipeline in", () => {
      const { pipelines, resources } = scenario.platform;
      const { roles, pipelineIds } = standAt(story.created);
      expect(roles).toEqual([{ role: "Reader", scope: resources.applicationGroupId }]);
      expect(pipelineIds).toEqual([pipelines.deploy.pipelineId]);
    });

    it("takes on another role and another pipeline", () => {
      const { pipelines, resources } = scenario.platform;
      const { roles, pipelineIds } = standAt(story.extended);
      expect(countChanges(story.created.clouds, story.extended.clouds)).toEqual({ roleAssignments: 1 });
      expect(roles).toEqual([
        { role: "Reader", scope: resources.applicationGroupId },
        { role: "Storage Blob Data Reader", scope: resources.storageAccountId },
      ]);
      expect(pipelineIds).toEqual([pipelines.deploy.pipelineId, pipelines.build.pipelineId]);
    });

    it("is renamed in place, and trusted as before", () => {
      const { created, extended } = story;
      expect(readConnection(extended, name)).toEqual({ ...readConnection(created, name), connectionName: newName });
      expect(standAt(extended).connection?.name).toBe(newName);
      expect(extended.clouds.federatedIdentityCredentials).toEqual(created.clouds.federatedIdentityCredentials);
    });

    it("replaces a role that changed, and takes roles and pipelines away", () => {
      const { pipelines, resources } = scenario.platform;
      const { extended, reduced } = story;
      const { roles, pipelineIds } = standAt(reduced);
      expect(countChanges(extended.clouds, reduced.clouds)).toEqual({ roleAssignments: -1 });
      expect(roles).toEqual([{ role: "Website Contributor", scope: resources.applicationGroupId }]);
      expect(pipelineIds).toEqual([pipelines.build.pipelineId]);
      expect(readConnection(reduced, name)).toEqual(readConnection(extended, name));
    });

    it("leaves everything as it was before", () => {
      const { before, destroyed } = story;
      expect(destroyed.clouds).toEqual(before);
      expect(countTypes(destroyed)).toEqual({});
    });

    it("asks nobody but the emulated clouds", () => {
      expect(scenario.emulator.control.listRequests({ service: "proxy" })).toEqual([]);
    });
  });
}
