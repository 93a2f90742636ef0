/** A run of HCP Terraform. */
export interface TerraformSubject {
  readonly organization: string;
  /** Absent in the form of before there were projects. */
  readonly project?: string;
  readonly workspace: string;
  /** `plan` or `apply`. */
  readonly runPhase: string;
}

const subjectPattern = /^organization:([^:]+)(?::project:([^:]+))?:workspace:([^:]+):run_phase:([^:]+)$/;

/**
 * Reads the subject of a workload identity token of HCP Terraform. Parts may hold `*` and `?`, as they do in the expression of a
 * flexible federated identity credential.
 *
 * Documented at https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
 */
export function parseTerraformSubject(subject: string): TerraformSubject | undefined {
  const [, organization, project, workspace, runPhase] = subjectPattern.exec(subject) ?? [];
  return organization === undefined || workspace === undefined || runPhase === undefined
    ? undefined
    : { organization, ...(project === undefined ? {} : { project }), workspace, runPhase };
}

/** Writes the text that {@link parseTerraformSubject} reads. */
export function formatTerraformSubject({ organization, project, workspace, runPhase }: TerraformSubject): string {
  const place = project === undefined ? "" : `:project:${project}`;
  return `organization:${organization}${place}:workspace:${workspace}:run_phase:${runPhase}`;
}
