import * as pulumi from "@pulumi/pulumi";
import { createRoleAssignments } from "../access/role-assignments";
import { createPipelinePermissions } from "../checks/pipeline-permissions";
import { createProtection } from "../checks/protection";
import type { Component } from "../component";
import { assertNoProblems } from "../errors/arguments-error";
import { createTrust } from "../federation/create-trust";
import { findTokenAudience } from "../federation/token-audience";
import { readSharedIdentity } from "../identity/shared-identity";
import { createLaterInput } from "../replacement/later-input";
import { refuseReplacement } from "../replacement/refuse-replacement";
import { AzureEnvironment } from "./azure-environment";
import type { AzureServiceConnectionArgs } from "./azure-service-connection-args";
import { checkAzureServiceConnectionArgs } from "./check-azure-service-connection-args";
import { findProjectId } from "./find-project-id";
import { listConnectionInputs } from "./guarded-inputs";
import { selectIdentity } from "./select-identity";
import { createServiceConnection } from "./service-connection";

/**
 * A service connection from Azure DevOps to Azure that holds no secret: with the identity that pipelines sign in as, the federated
 * identity credential by which it trusts the connection, its roles, and the pipelines that may use it.
 *
 * Whatever is not named is not granted:
 *
 * ```ts
 * new keyless.AzureServiceConnection("payments-dev", {
 *   project: "payments",
 *   subscription: { id: subscriptionId },
 * });
 * ```
 *
 * With an identity of another kind, roles and a pipeline:
 *
 * ```ts
 * new keyless.AzureServiceConnection("payments-test", {
 *   project: "payments",
 *   subscription: { id: subscriptionId },
 *   identity: { managedIdentity: { resourceGroupName: identities.name } },
 *   roleAssignments: [{ role: "Website Contributor", scope: app.id }],
 *   authorizedPipelines: { deploy: deployPipeline.id },
 * });
 * ```
 *
 * Guarded by an approval, by the branch and by a lock:
 *
 * ```ts
 * new keyless.AzureServiceConnection("payments-prod", {
 *   project: "payments",
 *   subscription: { id: subscriptionId },
 *   authorizedPipelines: { deploy: deployPipeline.id },
 *   checks: {
 *     approval: { approvers: [{ group: "Release Managers" }] },
 *     branchControl: { allowedBranches: ["refs/heads/main"] },
 *     exclusiveLock: {},
 *   },
 * });
 * ```
 *
 * The parts are made in the one safe order: identity, connection, then credential, roles and checks, and the permissions of
 * pipelines last. They are taken away in the reverse order.
 */
export class AzureServiceConnection extends pulumi.ComponentResource {
  /** ID (GUID) of the service connection. */
  readonly connectionId: pulumi.Output<string>;

  /** Name of the service connection, by which pipelines call it. */
  readonly connectionName: pulumi.Output<string>;

  /** ID (GUID) of the Azure DevOps project. */
  readonly projectId: pulumi.Output<string>;

  /** Client ID (GUID) of the identity. */
  readonly clientId: pulumi.Output<string>;

  /** Object ID (GUID) of the identity's service principal: what roles are assigned to. */
  readonly principalId: pulumi.Output<string>;

  /** ID (GUID) of the identity's Microsoft Entra tenant. */
  readonly tenantId: pulumi.Output<string>;

  /** Who signs the connection's tokens, as the federated identity credential names it (`iss`). */
  readonly issuer: pulumi.Output<string>;

  /** Of whom the connection's tokens speak, as the federated identity credential names it (`sub`). */
  readonly subject: pulumi.Output<string>;

  /** The audience that the federated identity credential accepts. Other relying parties see `tokenAudience`. */
  readonly audience: pulumi.Output<string>;

  /**
   * The `aud` claim that a relying party other than Microsoft Entra finds in the connection's tokens. Pin it together with `issuer`
   * and `subject`. In a token that Microsoft Entra signs it differs from `audience`: that is observed, not documented.
   */
  readonly tokenAudience: pulumi.Output<string>;

  /**
   * @param name the name of the component in the stack.
   * @param args what the connection is for.
   * @throws ArgumentsError when the arguments cannot work; nothing is created then.
   */
  constructor(name: string, args: AzureServiceConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    const title = `AzureServiceConnection "${name}"`;
    assertNoProblems(title, checkAzureServiceConnectionArgs(name)("", args));
    // No more is passed on: children wait for it, also for what they do not use.
    const project = createLaterInput();
    const options = refuseReplacement(opts, args.allowReplacement);
    super("keyless:index:AzureServiceConnection", name, listConnectionInputs(name, args, project.value), options);

    const component: Component = { name, title, resource: this };
    const projectId = findProjectId(args.project, component);
    project.settle(projectId);
    const cloud = args.environment ?? AzureEnvironment.AzureCloud;

    const identity = selectIdentity(component, args);
    const shared = readSharedIdentity(args);
    const connection = createServiceConnection(component, { ...args, identity, projectId });
    const roleAssignments = createRoleAssignments(component, {
      identity,
      assignments: args.roleAssignments,
      shared,
    });
    const credential = createTrust(component, { ...args, identity, shared, connection, cloud });
    const protection = createProtection({ component, connection, projectId }, args);
    createPipelinePermissions(component, {
      connection,
      pipelines: args.authorizedPipelines,
      after: [connection, credential, ...roleAssignments, ...protection],
    });

    this.connectionId = connection.id;
    this.connectionName = connection.serviceEndpointName;
    this.projectId = connection.projectId;
    this.clientId = identity.clientId;
    this.principalId = identity.principalId;
    this.tenantId = identity.tenantId;
    // Whoever uses these waits until the trust exists.
    this.issuer = credential.issuer;
    this.subject = credential.subject;
    this.audience = credential.audiences.apply(([audience = ""]) => audience);
    this.tokenAudience = pulumi
      .all([this.issuer, this.audience])
      .apply(([issuer, audience]) => findTokenAudience({ cloud, issuer, audience }));
    this.registerOutputs({
      connectionId: this.connectionId,
      connectionName: this.connectionName,
      projectId: this.projectId,
      clientId: this.clientId,
      principalId: this.principalId,
      tenantId: this.tenantId,
      issuer: this.issuer,
      subject: this.subject,
      audience: this.audience,
      tokenAudience: this.tokenAudience,
    });
  }
}
