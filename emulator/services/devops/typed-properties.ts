import { z } from "zod";
import type { TypedValue } from "../../state/entities";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Properties as a client may write them: plain values, or values with their type. */
export const propertiesBody = z.record(
  z.string(),
  z.union([scalar, z.strictObject({ $type: z.string(), $value: scalar })]),
);

/** Properties as the service answers them: always with their type. Observed. */
export const propertiesAnswer = z.record(z.string(), z.strictObject({ $type: z.string(), $value: scalar }));

export function readProperties(body: z.infer<typeof propertiesBody> | null | undefined): Record<string, TypedValue> {
  return Object.fromEntries(Object.entries(body ?? {}).map(([name, value]) => [name, typeValue(value)]));
}

function typeValue(value: z.infer<typeof propertiesBody>[string]): TypedValue {
  if (typeof value === "object") return value;
  return { $type: findType(value), $value: value };
}

function findType(value: string | number | boolean): string {
  if (typeof value === "string") return "System.String";
  if (typeof value === "boolean") return "System.Boolean";
  return Number.isInteger(value) ? "System.Int32" : "System.Double";
}
