import fc from "fast-check";
import type { Change, ChangeEffect } from "../../../analysis/changes/change";
import { findChanges } from "../../../analysis/changes/find-changes";
import type { Entity } from "../../../analysis/model/model";
import type { RoleAssignment } from "../../../analysis/model/role-assignment";
import {
  absent,
  approval,
  branchControl,
  builtIn,
  connection,
  connectionRole,
  customRole,
  directoryPermission,
  groupScope,
  identity,
  known,
  managedIdentity,
  pipelinePermission,
  providerTarget,
  roleAssignment,
  secret,
  storedSecret,
  subscriptionScope,
  to,
  toOther,
  trustOf,
  unknown,
  unreadable,
  unrecognized,
} from "../../support/model-builders";
import { buildRun, rename } from "../../support/run-builders";
import { readChanges } from "./read-changes";

const identities = [identity("a"), managedIdentity("b")];
const connections = identities.map((one) => connection(`${one.name}-link`, to(one)));
const reference = fc.constantFrom(
  ...identities.map(to),
  toOther("0000"),
  { to: "absent" } as const,
  { to: "unknown", from: [] } as const,
);
const linkReference = fc.constantFrom(...connections.map(to), toOther("1111"), { to: "unreadable" } as const);
const text = fc.oneof(
  fc.constantFrom("x", "y", "z").map(known),
  fc.constantFrom(absent, secret, unreadable, unknown(), unknown(...connections.slice(0, 1).map(({ urn }) => urn))),
);
const roles = fc.constantFrom<RoleAssignment["role"]>(
  builtIn("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"),
  builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"),
  builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"),
  builtIn("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor"),
  { kind: "named", name: "nobody knows" },
  { kind: "unknown", from: [] },
);
const scopes = [
  "/",
  "/providers/Microsoft.Management/managementGroups/all",
  subscriptionScope,
  groupScope,
  `${groupScope}/providers/Microsoft.Web/sites/x`,
];

const entity: fc.Arbitrary<Entity> = fc
  .tuple(
    fc.oneof<fc.Arbitrary<Entity>[]>(
      fc
        .tuple(reference, text, text, text)
        .map(([of, subject, issuer, expression]) => trustOf("trust", of, { subject, issuer, expression })),
      fc
        .tuple(reference, roles, fc.oneof(fc.constantFrom(...scopes).map(known), text), text)
        .map(([of, role, scope, condition]) => roleAssignment(of, { role, scope, condition })),
      fc
        .tuple(linkReference, text, fc.boolean())
        .map(([of, pipeline, allPipelines]) => pipelinePermission(of, { pipeline, allPipelines })),
      fc
        .tuple(linkReference, fc.nat(3), fc.boolean())
        .map(([of, minimum, may]) =>
          approval(of, { minimumApprovers: known(minimum), requesterMayApprove: known(may) }),
        ),
      fc
        .tuple(linkReference, fc.subarray(["refs/heads/main", "refs/heads/*", "*"]))
        .map(([of, list]) => branchControl(of, { allowedBranches: known(list) })),
      fc
        .tuple(reference, text, text)
        .map(([of, permission, resource]) => directoryPermission(of, { permission, resource })),
      fc.tuple(linkReference, text).map(([of, principal]) => connectionRole({ connection: of, principal })),
      reference.map((of) => storedSecret(of)),
      text.map((organization) => providerTarget({ organization })),
      fc.subarray(["*", "*/read", "Microsoft.Web/*"]).map((actions) => customRole("role", { actions: known(actions) })),
      fc.constant(unrecognized("azuread:index/new:New", "new")),
    ),
    fc.constantFrom("one", "two", "three"),
  )
  .map(([thing, name]) => rename(thing, `${thing.class}-${name}`));

const model = fc
  .uniqueArray(entity, { selector: ({ urn }) => urn, maxLength: 8 })
  .map((things): readonly Entity[] => [...identities, ...connections, ...things]);

function hasEffect(changes: readonly Change[], ...effects: readonly ChangeEffect[]): boolean {
  return changes.some((change) => change.effects.some((effect) => effects.includes(effect)));
}

describe("changes, whatever the models are", () => {
  it("are none between models that are the same", () => {
    fc.assert(
      fc.property(model, (things) => {
        expect(readChanges({ before: things, after: things })).toEqual([]);
      }),
    );
  });

  it("do not depend on the order of steps and things", () => {
    const shuffled = model.chain((before) =>
      model.chain((after) =>
        fc.tuple(
          fc.constant(before),
          fc.constant(after),
          fc.shuffledSubarray([...before], { minLength: before.length }),
          fc.shuffledSubarray([...after], { minLength: after.length }),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([before, after, otherBefore, otherAfter]) => {
        const built = buildRun({ before, after });
        const other = buildRun({ before: otherBefore, after: otherAfter });
        const reversed = { ...other.run, steps: [...other.run.steps].reverse() };
        expect(findChanges(reversed, other.before, other.after)).toEqual(
          findChanges(built.run, built.before, built.after),
        );
      }),
    );
  });

  it("narrow nothing where something is added, and widen nothing where something is removed", () => {
    fc.assert(
      fc.property(model, entity, (things, added) => {
        const rest = things.filter(({ urn }) => urn !== added.urn);
        const made = readChanges({ before: rest, after: [...rest, added] });
        expect(hasEffect(made, "narrowsAccess", "removesGuard", "weakensGuard", "breaksUse")).toBe(false);
        const gone = readChanges({ before: [...rest, added], after: rest });
        expect(hasEffect(gone, "widensAccess", "addsGuard", "storesSecret", "escalates")).toBe(false);
      }),
    );
  });

  it("turn widening into narrowing when an edit of role or scope is taken back", () => {
    const pair = fc.tuple(roles, roles, fc.constantFrom(...scopes), fc.constantFrom(...scopes));
    fc.assert(
      fc.property(pair, ([role, otherRole, scope, otherScope]) => {
        const of = to(identity("a"));
        const [one] = [roleAssignment(of, { role, scope: known(scope) })];
        const two = roleAssignment(of, { role: otherRole, scope: known(otherScope) });
        const there = readChanges({ before: [one], after: [two] });
        const back = readChanges({ before: [two], after: [one] });
        fc.pre(!hasEffect([...there, ...back], "cannotBeReviewed"));
        expect(hasEffect(back, "narrowsAccess")).toBe(hasEffect(there, "widensAccess"));
        expect(hasEffect(back, "widensAccess")).toBe(hasEffect(there, "narrowsAccess"));
      }),
    );
  });

  it("have IDs of their own, and at least medium where nobody can review them", () => {
    fc.assert(
      fc.property(model, model, (before, after) => {
        const changes = readChanges({ before, after });
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const unseen = changes.filter(({ effects }) => effects.includes("cannotBeReviewed"));
        expect(unseen.filter(({ level }) => ["none", "info", "low"].includes(level))).toEqual([]);
        expect(changes.filter(({ reasons, level }) => reasons.length === 0 || level === "none")).toEqual([]);
      }),
    );
  });

  it("are none where every resource is renamed and the engine follows", () => {
    fc.assert(
      fc.property(model, (things) => {
        const others = things.filter(
          (thing) => thing.class !== "identity" && thing.class !== "serviceConnection" && thing.class !== "customRole",
        );
        const renamed = others.map((thing) => rename(thing, `${thing.name}-renamed`));
        const aliases = Object.fromEntries(others.map((thing, index) => [renamed[index]?.urn ?? "", thing.urn]));
        const changes = readChanges({
          before: [...identities, ...connections, ...others],
          after: [...identities, ...connections, ...renamed],
          aliases,
        });
        expect(changes.filter(({ action, level }) => action !== "moved" || level !== "info")).toEqual([]);
      }),
    );
  });
});
