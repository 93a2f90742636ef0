import { coversActions, actionsOverlap } from "./action-pattern";

/** What a role allows, as patterns of operations. */
export interface Rights {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

/** One plane of rights: what is given, and what of it is taken away. */
interface Plane {
  readonly given: readonly string[];
  readonly taken: readonly string[];
}

/**
 * Whether everything that the narrow rights allow is allowed by the wide ones too. A `false` may also mean that it cannot be
 * proven pattern by pattern, so that it never calls something narrower that is not.
 */
export function coversRights(wide: Rights, narrow: Rights): boolean {
  return (
    coversPlane(readActions(wide), readActions(narrow)) && coversPlane(readDataActions(wide), readDataActions(narrow))
  );
}

/** Whether the rights allow an operation on resources, or any of those that a pattern stands for. */
export function allowsAction(rights: Rights, operation: string): boolean {
  return allows(readActions(rights), operation);
}

/** Whether the rights allow an operation on data, or any of those that a pattern stands for. */
export function allowsDataAction(rights: Rights, operation: string): boolean {
  return allows(readDataActions(rights), operation);
}

function readActions({ actions, notActions }: Rights): Plane {
  return { given: actions, taken: notActions };
}

function readDataActions({ dataActions, notDataActions }: Rights): Plane {
  return { given: dataActions, taken: notDataActions };
}

function allows({ given, taken }: Plane, operation: string): boolean {
  return (
    given.some((pattern) => actionsOverlap(pattern, operation)) &&
    !taken.some((pattern) => coversActions(pattern, operation))
  );
}

function coversPlane(wide: Plane, narrow: Plane): boolean {
  return narrow.given.every((pattern) => isTaken(narrow, pattern) || coversGiven(wide, pattern, narrow));
}

function isTaken({ taken }: Plane, pattern: string): boolean {
  return taken.some((other) => coversActions(other, pattern));
}

function coversGiven(wide: Plane, pattern: string, narrow: Plane): boolean {
  return (
    wide.given.some((other) => coversActions(other, pattern)) &&
    // What the wide rights take away of the pattern, the narrow ones have to take away too.
    wide.taken.every((other) => !actionsOverlap(other, pattern) || isTaken(narrow, other))
  );
}
