import { type PropertyValue, secretValue, unknownValue } from "./property-value";

/** Whether a value, or any part of it, is not known yet. */
export function holdsUnknown(value: PropertyValue): boolean {
  return holds(value, unknownValue);
}

/** Whether a value, or any part of it, is marked secret. */
export function holdsSecret(value: PropertyValue): boolean {
  return holds(value, secretValue);
}

function holds(value: PropertyValue, mark: typeof unknownValue | typeof secretValue): boolean {
  if (value === mark) {
    return true;
  }
  return (
    typeof value === "object" && value !== null && Object.values(value).some((part: PropertyValue) => holds(part, mark))
  );
}
