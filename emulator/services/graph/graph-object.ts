/** An object as Graph writes it. */
export type GraphObject = Record<string, unknown>;

/** Keeps the properties that $select names; annotations stay. */
export function selectProperties(url: URL, object: GraphObject): GraphObject {
  const selected = url.searchParams
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  if (selected === undefined) return object;
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name.startsWith("@odata.") || selected.includes(name)),
  );
}

/** A copy without these properties. */
export function omitProperties(object: GraphObject, ...names: string[]): GraphObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
