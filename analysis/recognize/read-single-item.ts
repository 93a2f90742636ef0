import type { EngineResource } from "../engine/engine-resource";
import type { Value } from "../model/value";
import { readItems } from "./read-value";

/** Reads the one item of a list, such as the audience of a credential; more than one is nothing that the vendor takes. */
export function readSingleItem(resource: EngineResource, path: string): Value {
  const items = readItems(resource, path);
  if (items.state !== "known") {
    return items;
  }
  const [only, ...others] = items.value;
  return others.length === 0 ? (only ?? { state: "absent" }) : { state: "unreadable" };
}
