import { v5 } from "uuid";
import { nameResource } from "./state";

const namespace = "6e1c2b1a-8d3f-5b7e-a1c4-0f2d9b8e7a65";

/**
 * Gives a function that settles names which providers made up: a resource's logical name and random digits become that name
 * and digits that are always the same.
 */
export function createNameSettler(urns: readonly string[]): (text: string) => string {
  const names = new Set(urns.map((urn) => nameResource(urn).replace(/^[^/]*\//, "")).filter(isPlain));
  const patterns = [...names].map((name) => ({
    made: new RegExp(`\\b(${name}-?)([0-9a-f]{7,8})\\b`, "g"),
    digits: v5(name, namespace),
  }));
  return (text) =>
    patterns.reduce(
      (settled, { made, digits }) =>
        settled.replace(made, (_, start: string, random: string) => start + digits.slice(0, random.length)),
      text,
    );
}

function isPlain(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}
