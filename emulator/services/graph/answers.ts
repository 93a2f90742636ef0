import { z } from "zod";
import type { GraphCall } from "./graph-route";
import type { GraphObject } from "./graph-object";

/** An object of which $select may have left any part. */
export function selectedAnswer(answer: z.ZodObject): z.ZodType {
  return answer.partial();
}

/** A page of a list. */
export function listAnswer(item: z.ZodType): z.ZodType {
  return z.strictObject({
    "@odata.context": z.url(),
    "@odata.count": z.number().optional(),
    "@odata.nextLink": z.url().optional(),
    value: z.array(item),
  });
}

/** The context annotation of an answer: where the metadata describes its type. */
export function formatContext({ origin, version }: Pick<GraphCall, "origin" | "version">, fragment: string): string {
  return `${origin}/${version}/$metadata#${fragment}`;
}

/** One object with its context annotation. */
export function withContext(call: GraphCall, entitySet: string, object: GraphObject): GraphObject {
  return { "@odata.context": formatContext(call, `${entitySet}/$entity`), ...object };
}
