import { z } from "zod";
import type { AdoptedResource } from "./corpus-case";
import type { Json } from "./map-strings";
import { nameResource, type State } from "./state";

const json = z.json();
const properties = z.record(z.string(), json);

const previewSchema = z.object({
  steps: z.array(
    z.object({
      op: z.string(),
      urn: z.string(),
      newState: z
        .object({ urn: z.string(), type: z.string(), inputs: properties.default({}) })
        .catchall(json)
        .optional(),
    }),
  ),
});

const secretSignature = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Adds resources to a state as if they had been deployed: their inputs are those that the real provider accepted in a preview,
 * their outputs are these inputs and what the base says. For kinds that the emulator does not keep.
 *
 * Only those are added whose inputs are known; the others are in the next preview.
 */
export function adoptResources(
  state: State,
  preview: string,
  adopted: Readonly<Record<string, AdoptedResource>>,
): State {
  const { steps } = previewSchema.parse(JSON.parse(preview));
  const resources = steps.flatMap(({ op, urn, newState }) => {
    const resource = adopted[nameResource(urn)];
    const isReady = op === "create" && !JSON.stringify(newState?.inputs ?? {}).includes(unknownText);
    return resource === undefined || newState === undefined || !isReady ? [] : [writeState(newState, resource)];
  });
  if (resources.length === 0) throw new Error(`${Object.keys(adopted).join(", ")}: none of them can be adopted`);
  const { deployment } = state;
  return { ...state, deployment: { ...deployment, resources: [...deployment.resources, ...resources] } };
}

type PreviewState = NonNullable<z.infer<typeof previewSchema>["steps"][number]["newState"]>;

function writeState(newState: PreviewState, { id, outputs, secrets = {} }: AdoptedResource) {
  const reveal = (value: unknown): Record<string, Json> => properties.parse(revealSecrets(json.parse(value), secrets));
  return {
    ...newState,
    id,
    inputs: reveal(newState.inputs),
    outputs: reveal({ ...dropInternal(newState.inputs), id, ...outputs }),
  };
}

function dropInternal(inputs: PreviewState["inputs"]): PreviewState["inputs"] {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__")));
}

/** A preview hides secrets; a state holds them, and the engine enciphers them when it imports it. */
function revealSecrets(value: Json, secrets: Readonly<Record<string, string>>, place = ""): Json {
  if (value === "[secret]") {
    const secret = secrets[place];
    if (secret === undefined) throw new Error(`the secret at ${place} is not known`);
    return { ...secretSignature, plaintext: JSON.stringify(secret) };
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      revealSecrets(item, secrets, place === "" ? name : `${place}.${name}`),
    ]),
  );
}
