import { z } from "zod";

const json = z.json();

const resourceSchema = z
  .object({
    urn: z.string(),
    type: z.string(),
    inputs: z.record(z.string(), json).default({}),
    outputs: z.record(z.string(), json).default({}),
  })
  .catchall(json);

const stateSchema = z
  .object({
    version: z.number(),
    deployment: z.object({ resources: z.array(resourceSchema).default([]) }).catchall(json),
  })
  .catchall(json);

/** What `pulumi stack export` prints. */
export type State = z.infer<typeof stateSchema>;

/** Reads an exported state. */
export function parseState(text: string): State {
  return stateSchema.parse(JSON.parse(text));
}

/** How cases and bases name a resource: the last part of its type and its logical name, such as `RoleAssignment/reader`. */
export function nameResource(urn: string): string {
  const [type = "", name = ""] = urn.split("::").slice(-2);
  return `${type.split(/[:$]/).at(-1) ?? ""}/${name}`;
}
