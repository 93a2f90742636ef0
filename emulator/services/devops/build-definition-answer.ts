import type { Pipeline, Project } from "../../state/entities";
import {
  type BuildDefinitionAnswer,
  type BuildDefinitionBody,
  buildDefinitionBody,
  buildDefinitionReference,
} from "./build-definition-schema";
import { createYamlDefinition } from "./pipelines";

/** The kind of a pipeline whose steps stand in a YAML file; the other kind is 1. */
const yamlProcess = 2;

/** What the store keeps of a written definition: everything but the values of secret variables. */
export function readDefinition(body: BuildDefinitionBody): Record<string, unknown> {
  const variables = Object.entries(body.variables ?? {}).map(([name, variable]) => [
    name,
    variable.isSecret === true ? { ...variable, value: null } : variable,
  ]);
  return { ...body, variables: Object.fromEntries(variables) as unknown };
}

export function formatDefinition(pipeline: Pipeline, project: Project, baseUrl: string): BuildDefinitionAnswer {
  const body = buildDefinitionBody.parse({
    ...(pipeline.definition ?? createYamlDefinition(project)),
    name: pipeline.name,
  });
  const { repository, process, triggers, variableGroups } = body;
  const projectUrl = `${baseUrl}/${encodeURIComponent(project.name)}`;
  return {
    ...body,
    id: pipeline.pipelineId,
    name: pipeline.name,
    path: readPath(body),
    revision: pipeline.revision ?? 1,
    queueStatus: readQueueStatus(body.queueStatus),
    type: "build",
    quality: "definition",
    uri: `vstfs:///Build/Definition/${pipeline.pipelineId}`,
    url: `${baseUrl}/${project.projectId}/_apis/build/Definitions/${pipeline.pipelineId}`,
    project: { id: project.projectId, name: project.name, state: "wellFormed" },
    repository: {
      ...repository,
      name: repository.name ?? repository.id,
      url: readText(repository.url) ?? `${projectUrl}/_git/${encodeURIComponent(repository.id)}`,
      defaultBranch: formatBranch(repository.defaultBranch),
      properties: repository.properties ?? {},
    },
    process: { ...process, type: process.type ?? yamlProcess },
    triggers: Array.isArray(triggers) ? triggers : [],
    variableGroups: Array.isArray(variableGroups) ? variableGroups : [],
    variables: body.variables ?? {},
  };
}

/** The part of a definition that lists give. */
export function formatReference(answer: BuildDefinitionAnswer): Record<string, unknown> {
  const keys = Object.keys(buildDefinitionReference.shape);
  return Object.fromEntries(Object.entries(answer).filter(([key]) => keys.includes(key)));
}

/** The folder of a definition; the root where none is named. */
export function readPath({ path }: { path?: string | null | undefined }): string {
  return readText(path) ?? "\\";
}

// Clients write the status as a name or as a number.
function readQueueStatus(status: BuildDefinitionBody["queueStatus"]): BuildDefinitionAnswer["queueStatus"] {
  if (typeof status === "string") return status;
  return (["enabled", "paused", "disabled"] as const)[status ?? 0] ?? "enabled";
}

function formatBranch(branch: string | null | undefined): string {
  const name = readText(branch) ?? "main";
  return name.startsWith("refs/") ? name : `refs/heads/${name}`;
}

function readText(text: string | null | undefined): string | undefined {
  return text == null || text === "" ? undefined : text;
}
