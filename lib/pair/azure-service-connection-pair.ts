import * as pulumi from "@pulumi/pulumi";
import { AzureServiceConnection } from "../connection/azure-service-connection";
import { assertNoProblems } from "../errors/arguments-error";
import type { AzureServiceConnectionPairArgs } from "./azure-service-connection-pair-args";
import { checkAzureServiceConnectionPairArgs } from "./check-azure-service-connection-pair-args";
import { formatHalfName, formConnectionArgs, type PairHalf } from "./form-connection-args";

/**
 * Two service connections with rising rights: one that only reads, for previews of pull requests, and one that writes, behind
 * checks. They share what names no right, and nothing else: each has an identity of its own, so that no run can reach with the one
 * what only the other may do.
 *
 * ```ts
 * new keyless.AzureServiceConnectionPair("payments", {
 *   project: "payments",
 *   subscription: { id: subscriptionId },
 *   plan: {
 *     roleAssignments: [{ role: "Reader", scope: app.id }],
 *     authorizedPipelines: { preview: previewPipeline.id },
 *   },
 *   apply: {
 *     roleAssignments: [{ role: "Website Contributor", scope: app.id }],
 *     authorizedPipelines: { deploy: deployPipeline.id },
 *     checks: { approval: { approvers: [{ group: "Release Managers" }] } },
 *   },
 * });
 * ```
 */
export class AzureServiceConnectionPair extends pulumi.ComponentResource {
  /** ID (GUID) of the connection that plans. */
  readonly planConnectionId: pulumi.Output<string>;

  /** Name of the connection that plans, by which pipelines call it. */
  readonly planConnectionName: pulumi.Output<string>;

  /** Client ID (GUID) of the identity that plans. */
  readonly planClientId: pulumi.Output<string>;

  /** Object ID (GUID) of the service principal that plans: what further roles are assigned to. */
  readonly planPrincipalId: pulumi.Output<string>;

  /** Of whom the tokens of the connection that plans speak (`sub`). */
  readonly planSubject: pulumi.Output<string>;

  /** ID (GUID) of the connection that applies. */
  readonly applyConnectionId: pulumi.Output<string>;

  /** Name of the connection that applies, by which pipelines call it. */
  readonly applyConnectionName: pulumi.Output<string>;

  /** Client ID (GUID) of the identity that applies. */
  readonly applyClientId: pulumi.Output<string>;

  /** Object ID (GUID) of the service principal that applies: what further roles are assigned to. */
  readonly applyPrincipalId: pulumi.Output<string>;

  /** Of whom the tokens of the connection that applies speak (`sub`). */
  readonly applySubject: pulumi.Output<string>;

  /** ID (GUID) of the Azure DevOps project. */
  readonly projectId: pulumi.Output<string>;

  /** ID (GUID) of the Microsoft Entra tenant of both identities. */
  readonly tenantId: pulumi.Output<string>;

  /**
   * @param name the name of the component in the stack.
   * @param args what both connections are for, and what each of them may do.
   * @throws ArgumentsError when the arguments cannot work, or `plan` could do more than read, or nothing stops `apply`; nothing is
   * created then.
   */
  constructor(name: string, args: AzureServiceConnectionPairArgs, opts?: pulumi.ComponentResourceOptions) {
    assertNoProblems(`AzureServiceConnectionPair "${name}"`, checkAzureServiceConnectionPairArgs(name)("", args));
    super("keyless:index:AzureServiceConnectionPair", name, {}, opts);

    const connect = (half: PairHalf): AzureServiceConnection =>
      new AzureServiceConnection(formatHalfName(name, half), formConnectionArgs(args, half), { parent: this });
    const plan = connect("plan");
    const apply = connect("apply");

    this.planConnectionId = plan.connectionId;
    this.planConnectionName = plan.connectionName;
    this.planClientId = plan.clientId;
    this.planPrincipalId = plan.principalId;
    this.planSubject = plan.subject;
    this.applyConnectionId = apply.connectionId;
    this.applyConnectionName = apply.connectionName;
    this.applyClientId = apply.clientId;
    this.applyPrincipalId = apply.principalId;
    this.applySubject = apply.subject;
    this.projectId = apply.projectId;
    this.tenantId = apply.tenantId;
    this.registerOutputs({
      planConnectionId: this.planConnectionId,
      planConnectionName: this.planConnectionName,
      planClientId: this.planClientId,
      planPrincipalId: this.planPrincipalId,
      planSubject: this.planSubject,
      applyConnectionId: this.applyConnectionId,
      applyConnectionName: this.applyConnectionName,
      applyClientId: this.applyClientId,
      applyPrincipalId: this.applyPrincipalId,
      applySubject: this.applySubject,
      projectId: this.projectId,
      tenantId: this.tenantId,
    });
  }
}
