import type { Reference } from "../model/reference";
import type { Role } from "../model/role-assignment";
import type { Value } from "../model/value";
import type { Phrase, PhraseValueKind } from "../phrase";
import { nameRole } from "../rules/name-role";
import { nameReferredConnection, nameReferredIdentity } from "../rules/name-thing";
import type { ChangeContext } from "./change-context";
import type { Side } from "./side";

/** A value as text for the ID of a change. */
export function writeValue(value: Value<unknown>): string {
  if (value.state !== "known") {
    return `(${value.state})`;
  }
  return typeof value.value === "string" ? value.value : JSON.stringify(value.value);
}

/** What a reference points at as text for the ID of a change. */
export function writeReference(reference: Reference, side: Side, context: ChangeContext): string {
  switch (reference.to) {
    case "declared": {
      const identity = context.index[side].find("identity", reference.urn);
      const connection = context.index[side].find("serviceConnection", reference.urn);
      const name = identity?.displayName ?? connection?.connectionName;
      return name?.state === "known" ? name.value : (reference.urn.split("::").at(-1) ?? reference.urn);
    }
    case "other":
      return reference.id.toLowerCase();
    default:
      return `(${reference.to})`;
  }
}

/** A role as text for the ID of a change. */
export function writeRole(role: Role, side: Side, context: ChangeContext): string {
  return (
    nameRole(role, context.index[side])
      .map((part) => (typeof part === "string" ? "" : part.value))
      .join("") || `(${role.kind})`
  );
}

/** Names an identity in a sentence. */
export function nameIdentityOf(reference: Reference, side: Side, context: ChangeContext): Phrase {
  return nameReferredIdentity(reference, context.index[side]);
}

/** Names a service connection in a sentence. */
export function nameConnectionOf(reference: Reference, side: Side, context: ChangeContext): Phrase {
  return nameReferredConnection(reference, context.index[side]);
}

/** Names a value in a sentence. */
export function nameValue(value: Value<unknown>, kind: PhraseValueKind): Phrase {
  switch (value.state) {
    case "known":
      return Array.isArray(value.value) ? nameItems(value.value, kind) : [{ value: writeValue(value), kind }];
    case "unknown":
      return value.from.length === 0
        ? ["a value that is not known until deployment"]
        : ["a value that is not known until deployment, from ", ...nameItems(value.from.map(readName), "name")];
    case "secret":
      return ["a value that is marked secret"];
    case "absent":
      return ["nothing"];
    case "unreadable":
      return ["a value that cannot be read"];
  }
}

function nameItems(items: readonly unknown[], kind: PhraseValueKind): Phrase {
  return items.length === 0
    ? ["nothing"]
    : items.flatMap((item, index): Phrase => [
        ...(index === 0 ? [] : [", "]),
        { value: typeof item === "string" ? item : JSON.stringify(item), kind },
      ]);
}

function readName(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
