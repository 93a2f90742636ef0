import type { Entity } from "../../analysis/model/model";
import type { Reference } from "../../analysis/model/reference";
import type { RoleAssignment } from "../../analysis/model/role-assignment";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { Trust } from "../../analysis/model/trust";
import type { Value } from "../../analysis/model/value";
import type { Phrase, PhraseValueKind } from "../../analysis/phrase";
import { formatIdentityKey } from "../../analysis/rules/identity-key";
import { nameConnection, startSentence } from "../../analysis/rules/name-thing";
import { referTo, type AccessSide } from "./access-side";
import { sayDirectoryPermission } from "./words/access-wording";
import { sayCheck } from "./words/check-wording";
import { sayParty } from "./words/party-words";
import { isPlaceShortened, sayPlace } from "./words/place-words";
import { sayRole } from "./words/role-words";
import { sayConnection, sayIdentity, sayPipelines } from "./words/thing-words";
import { listFew, sayWhy } from "./words/value-words";

/**
 * Answers for a thing what a reviewer asks and its own sentence does not say: who gets in, from where, to what, may do what, and
 * what stops them.
 */
export function explainAccess(thing: Entity, side: AccessSide): readonly Phrase[] {
  switch (thing.class) {
    case "trust":
      return [...explainTrust(thing, side), explainRights(thing.identity, side)];
    case "storedSecret":
      return [explainRights(thing.identity, side)];
    case "identity":
      return [...explainUsers(referTo(thing), side), explainRights(referTo(thing), side)];
    case "roleAssignment":
      return [...explainHolders(thing, side), ...explainAssignment(thing)];
    case "directoryPermission":
      return explainUsers(thing.principal, side);
    case "serviceConnection":
      return [
        ...explainUse(referTo(thing), side),
        ...(thing.identity.to === "absent" ? [] : [explainRights(thing.identity, side)]),
      ];
    case "pipelinePermission":
    case "check":
      return explainConnection(thing.connection, side, thing.class === "check");
    default:
      return [];
  }
}

function explainHolders({ principal, principalType }: RoleAssignment, side: AccessSide): readonly Phrase[] {
  const kind = principalType.state === "known" ? principalType.value : "";
  if (principal.to === "declared" || (kind !== "Group" && kind !== "User")) {
    return explainUsers(principal, side);
  }
  return kind === "Group" ? [["Who is in the group cannot be seen from here."]] : [];
}

function explainConnection(reference: Reference, side: AccessSide, withPipelines: boolean): readonly Phrase[] {
  const connection = findConnection(reference, side);
  return [
    ...(withPipelines ? [explainPipelines(reference, side)] : []),
    ...(withPipelines ? [] : [explainGuards(reference, side)]),
    ...(connection === undefined || connection.identity.to === "absent"
      ? []
      : [explainRights(connection.identity, side)]),
  ];
}

function findConnection(reference: Reference, { index }: AccessSide): ServiceConnection | undefined {
  return reference.to === "declared" ? index.find("serviceConnection", reference.urn) : undefined;
}

function explainTrust(trust: Trust, side: AccessSide): readonly Phrase[] {
  const connection = side.connectionOf(trust);
  return [
    ...(connection === undefined
      ? [["What stops them cannot be seen from here: it is no service connection of this stack."]]
      : explainUse(referTo(connection), side)),
    ...sayToken("Its tokens come from the issuer ", trust.issuer, "issuer"),
    ...sayToken("They have the subject ", trust.subject, "subject"),
  ];
}

function sayToken(start: string, value: Value, kind: PhraseValueKind): readonly Phrase[] {
  return value.state === "known" ? [[start, { value: value.value, kind }, "."]] : [];
}

function explainUse(connection: Reference, side: AccessSide): readonly Phrase[] {
  return [explainPipelines(connection, side), explainGuards(connection, side)];
}

function explainPipelines(connection: Reference, side: AccessSide): Phrase {
  const permissions = side.permissionsOf(connection);
  const all = permissions.find(({ allPipelines }) => allPipelines);
  const name = sayConnection(connection, side.index);
  if (permissions.length === 0) {
    return ["Who may use ", ...name, ": this stack permits no pipeline; what is permitted elsewhere cannot be seen."];
  }
  return [
    "Who may use ",
    ...name,
    ": ",
    ...(all === undefined ? listFew(permissions, sayPipelines) : sayPipelines(all)),
    ".",
  ];
}

function explainGuards(connection: Reference, side: AccessSide): Phrase {
  const checks = side.checksOf(connection);
  return checks.length === 0
    ? ["What stops them: nothing that this stack declares, neither an approval nor a check."]
    : ["What stops them: ", ...listFew(checks, sayCheck), "."];
}

/** Says what an identity may do. */
function explainRights(identity: Reference, side: AccessSide): Phrase {
  return remember(rightsOf, identity, side, () => sayRights(identity, side));
}

function sayRights(identity: Reference, side: AccessSide): Phrase {
  const name = sayIdentity(identity, side.index);
  const roles = side.rolesOf(identity);
  const permissions = side.directoryPermissionsOf(identity);
  if (roles.length + permissions.length === 0) {
    return ["What ", ...name, " may do: this stack gives it nothing; what it has elsewhere cannot be seen."];
  }
  const rights = [...roles.map((role) => ({ role })), ...permissions.map((permission) => ({ permission }))];
  return [
    "What ",
    ...name,
    " may do: ",
    ...listFew(rights, (right): Phrase => {
      return "role" in right
        ? [...sayRole(right.role, side.index), " in ", ...sayPlace(right.role.scope)]
        : [
            right.permission.kind === "groupMembership" || right.permission.kind === "owner" ? "be " : "use ",
            ...sayDirectoryPermission(right.permission),
          ];
    }),
    ".",
  ];
}

/** Says who can act as an identity, and what stops them. */
function explainUsers(identity: Reference, side: AccessSide): readonly Phrase[] {
  return remember(usersOf, identity, side, () => sayUsers(identity, side));
}

function sayUsers(identity: Reference, side: AccessSide): readonly Phrase[] {
  const trusts = side.trustsOf(identity);
  const trusted = new Set(trusts.map((trust) => side.connectionOf(trust)?.urn));
  const connections = side.connectionsOf(identity).filter(({ urn }) => !trusted.has(urn));
  const secrets = side.secretsOf(identity);
  const users = [
    ...trusts.map(
      (trust): (() => Phrase) =>
        () =>
          sayParty(trust, side),
    ),
    ...connections.map((connection): (() => Phrase) => () => [
      "the pipelines that may use ",
      ...nameConnection(connection),
    ]),
    ...secrets.map((secret): (() => Phrase) => () => [
      `whoever holds the ${secret.kind} `,
      { value: secret.name, kind: "name" },
    ]),
  ];
  if (users.length === 0) {
    return [
      identity.to === "declared"
        ? ["Who can act as it: nobody by what this stack declares."]
        : ["Who can act as it cannot be seen from here: it is not declared in this stack."],
    ];
  }
  const sources = [...trusts.flatMap((trust) => side.connectionOf(trust) ?? []), ...connections];
  return [
    startSentence(["who can act as it: ", ...listFew(users, (say) => say()), "."]),
    ...explainFewGuards(sources, side),
  ];
}

function explainFewGuards(connections: readonly ServiceConnection[], side: AccessSide): readonly Phrase[] {
  const [only, ...others] = connections;
  if (only === undefined) {
    return [];
  }
  if (others.length === 0) {
    return explainUse(referTo(only), side);
  }
  const open = connections.filter((connection) => side.checksOf(referTo(connection)).length === 0);
  return open.length === 0
    ? [["What stops them: each of these service connections has an approval or a check."]]
    : [["What stops them: nothing that this stack declares on ", ...listFew(open, nameConnection), "."]];
}

function explainAssignment({ scope, condition }: RoleAssignment): readonly Phrase[] {
  return [
    ...(scope.state === "known" && isPlaceShortened(scope)
      ? [["Where exactly: ", { value: scope.value, kind: "scope" as const }, "."]]
      : []),
    ...(condition.state === "absent"
      ? []
      : condition.state === "known"
        ? [["The condition: ", { value: condition.value, kind: "text" as const }, "."]]
        : [["The condition ", ...sayWhy(condition), "."]]),
  ];
}

type Memory<T> = WeakMap<AccessSide, Map<string, T>>;

const rightsOf: Memory<Phrase> = new WeakMap();
const usersOf: Memory<readonly Phrase[]> = new WeakMap();

/** Many things of a large stack belong to one identity: what is said of it is put together once. */
function remember<T>(memory: Memory<T>, identity: Reference, side: AccessSide, say: () => T): T {
  const key = formatIdentityKey(identity);
  if (key === undefined) {
    return say();
  }
  const known = memory.get(side) ?? new Map<string, T>();
  memory.set(side, known);
  const said = known.get(key) ?? say();
  known.set(key, said);
  return said;
}
