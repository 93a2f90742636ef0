import { z } from "zod";

const texts = z.record(z.string(), z.string());

/** Which project sees a connection, and under which name. */
export const projectReference = z.looseObject({
  projectReference: z.looseObject({ id: z.guid() }),
  name: z.string().nullish(),
  description: z.string().nullish(),
});

export type ProjectReferenceBody = z.infer<typeof projectReference>;

/** What a service connection is written as. */
export const serviceConnectionBody = z.looseObject({
  id: z.guid().nullish(),
  name: z.string().refine((name) => name.trim() !== "", "a name is needed"),
  type: z.string(),
  url: z.string(),
  description: z.string().max(1024).nullish(),
  owner: z.string().nullish(),
  data: texts,
  authorization: z.looseObject({ scheme: z.string(), parameters: texts }),
  serviceEndpointProjectReferences: z.array(projectReference).min(1),
});

export type ServiceConnectionBody = z.infer<typeof serviceConnectionBody>;

/** A service connection as an administrator sees it. */
export const wholeConnection = z.strictObject({
  id: z.guid(),
  name: z.string(),
  type: z.string(),
  url: z.url(),
  description: z.string(),
  owner: z.string(),
  createdBy: z.strictObject({ id: z.string() }),
  isShared: z.boolean(),
  isOutdated: z.literal(false),
  isReady: z.boolean(),
  operationStatus: z.strictObject({ state: z.string(), statusMessage: z.string() }),
  authorization: z.strictObject({ scheme: z.string(), parameters: texts }),
  data: texts,
  serviceEndpointProjectReferences: z.array(
    z.strictObject({
      projectReference: z.strictObject({ id: z.guid(), name: z.string() }),
      name: z.string(),
      description: z.string(),
    }),
  ),
});

export type WholeConnection = z.infer<typeof wholeConnection>;

/** A service connection as a reader sees it: no type, no data, no authorization. */
export const connectionForReaders = wholeConnection
  .pick({ id: true, name: true, description: true, owner: true, isShared: true, isReady: true })
  .strict();

/** One connection, or `null` for an id that is not known: the vendor answers that with 200 as well. */
export const connectionOrNull = z.union([wholeConnection, connectionForReaders]).nullable();
