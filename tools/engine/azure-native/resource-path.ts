import type { PropertyMap } from "./property-value";
import type { PathInput } from "./types-table";

/** A path template with the inputs that fill it. */
export interface PathTemplate {
  readonly path: string;
  readonly pathInputs: Readonly<Record<string, PathInput>>;
}

/**
 * Fills a path template: the resource ID that a request is sent to.
 *
 * @throws when a value is absent or not a text.
 */
export function formatResourcePath(template: PathTemplate, inputs: PropertyMap, subscriptionId: string): string {
  const values: PropertyMap = { ...inputs, subscriptionId };
  return template.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== "string") {
      throw new Error(
        `expected string value for path parameter '${name}', got ${value === undefined ? "none" : typeof value}`,
      );
    }
    return template.pathInputs[name]?.isScope === true ? value.replaceAll(/^\/+|\/+$/g, "") : encodeURIComponent(value);
  });
}

/**
 * Reads the inputs back from a resource ID; its fixed segments have no letter case.
 *
 * A scope gets a leading slash, as programs write it, so that an imported resource equals its program.
 *
 * @throws when the ID is of another shape.
 */
export function parseResourcePath(template: PathTemplate, id: string): PropertyMap {
  const names: string[] = [];
  const expression = template.path
    .split("/")
    .map((segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return segment.replaceAll(".", "\\.");
      names.push(name);
      return template.pathInputs[name]?.isScope === true ? "(.*?)" : "([^/]+)";
    })
    .join("/");
  const match = new RegExp(`^${expression}$`, "i").exec(id);
  if (match === null) throw new Error(`failed to parse '${id}' against the path '${template.path}'`);
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const pathInput = template.pathInputs[name];
      const value = match[index + 1] ?? "";
      if (pathInput === undefined) return [];
      return [[name, pathInput.isScope === true ? `/${value}` : decodeURIComponent(value)]];
    }),
  );
}
