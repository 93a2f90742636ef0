/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Applies a function to each text of a JSON document, keys left out; the function also gets the text's place in it. */
export function mapStrings(json: Json, change: (text: string, place: string) => string, place = ""): Json {
  if (typeof json === "string") return change(json, place);
  if (Array.isArray(json)) return json.map((item, index) => mapStrings(item, change, `${place}/${index}`));
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, mapStrings(value, change, `${place}/${key}`)]),
  );
}
