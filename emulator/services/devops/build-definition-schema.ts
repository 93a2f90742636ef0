import { z } from "zod";

/** What a build definition is written as. What is not named here is kept and given back as it came. */
export const buildDefinitionBody = z.looseObject({
  id: z.number().int().nullish(),
  name: z.string().trim().min(1),
  path: z.string().nullish(),
  revision: z.number().int().nullish(),
  queueStatus: z.enum(["enabled", "paused", "disabled"]).or(z.number().int()).nullish(),
  repository: z.looseObject({
    id: z.string(),
    type: z.string(),
    name: z.string().nullish(),
    url: z.string().nullish(),
    defaultBranch: z.string().nullish(),
    properties: z.record(z.string(), z.string()).nullish(),
  }),
  process: z.looseObject({ type: z.number().int().nullish(), yamlFilename: z.string().nullish() }),
  variables: z.record(z.string(), z.looseObject({ isSecret: z.boolean().nullish() })).nullish(),
});

export type BuildDefinitionBody = z.infer<typeof buildDefinitionBody>;

/** A definition as lists name it. */
export const buildDefinitionReference = z.looseObject({
  id: z.number().int(),
  name: z.string(),
  path: z.string(),
  revision: z.number().int(),
  queueStatus: z.enum(["enabled", "paused", "disabled"]),
  type: z.literal("build"),
  quality: z.literal("definition"),
  url: z.url(),
  uri: z.string(),
  project: z.looseObject({ id: z.guid(), name: z.string() }),
});

/** A definition as a whole. The Go client of the provider takes all of the repository's fields for given. */
export const buildDefinitionAnswer = buildDefinitionReference.extend({
  repository: z.looseObject({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    url: z.string(),
    defaultBranch: z.string(),
    properties: z.record(z.string(), z.string()),
  }),
  process: z.looseObject({ type: z.number().int() }),
  triggers: z.array(z.unknown()),
  variableGroups: z.array(z.unknown()),
  variables: z.record(z.string(), z.unknown()),
});

export type BuildDefinitionAnswer = z.infer<typeof buildDefinitionAnswer>;

export const listQuery = z.looseObject({
  name: z.string().optional(),
  path: z.string().optional(),
  definitionIds: z.string().optional(),
  $top: z.coerce.number().int().positive().optional(),
  $skip: z.coerce.number().int().nonnegative().optional(),
  continuationToken: z.coerce.number().int().nonnegative().optional(),
});
