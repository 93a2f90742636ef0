import type { Organization, Pipeline, Project } from "../../state/entities";
import type { Store } from "../../state/store";

/** A pipeline to make: its name, and its definition as a client would write it. */
export interface NewPipeline {
  projectId: string;
  name: string;
  /** Default: a YAML pipeline of the project's own Git repository. */
  definition?: Record<string, unknown>;
}

/** Makes a pipeline under the next number of its organization. */
export function createPipeline(store: Store, { projectId, name, definition }: NewPipeline): Pipeline {
  const project = store.projects.get(projectId);
  if (project === undefined) throw new RangeError(`There is no project ${projectId}.`);
  const organization = store.organizations.get(project.organizationId);
  if (organization === undefined) throw new RangeError(`There is no organization ${project.organizationId}.`);
  const pipelineId = nextPipelineId(store, organization);
  store.organizations.update({ ...organization, lastPipelineId: pipelineId });
  return store.pipelines.insert({
    pipelineId,
    projectId,
    name,
    revision: 1,
    definition: definition ?? createYamlDefinition(project),
  });
}

function nextPipelineId(store: Store, { organizationId, lastPipelineId }: Organization): number {
  const projectIds = new Set(
    store.projects.list((project) => project.organizationId === organizationId).map(({ projectId }) => projectId),
  );
  const given = store.pipelines.list(({ projectId }) => projectIds.has(projectId)).map(({ pipelineId }) => pipelineId);
  return Math.max(lastPipelineId ?? 0, ...given) + 1;
}

/** The definition of a pipeline whose YAML file stands in the project's own Git repository. */
export function createYamlDefinition({ name }: Project): Record<string, unknown> {
  return {
    repository: { id: name, name, type: "TfsGit", defaultBranch: "refs/heads/main" },
    process: { type: 2, yamlFilename: "azure-pipelines.yml" },
  };
}
