import type { Change } from "../../analysis/changes/change";
import { findHighestLevel, type Level } from "../../analysis/level";
import type { Entity, EntityClass } from "../../analysis/model/model";
import type { ReportGraph } from "../report-document";
import type { ViewContext } from "./view-context";

/** What happened to a node or an edge. */
export type GraphState = ReportGraph["nodes"][number]["state"];

/** What the picture has to know of a thing beside the thing itself. */
export interface GraphFacts {
  /** What happened to the thing, as far as this side of the run tells. */
  readonly findState: (entity: Entity, side: "before" | "after") => GraphState;
  /** The highest level of all that is said of it and is news. */
  readonly findLevel: (entity: Entity) => Level;
  /** The URN of a thing after the run; of one that is gone, its last one. */
  readonly followUrn: (urn: string) => string;
}

/** Collects what changes and findings say of each thing. */
export function collectGraphFacts({ analysis }: ViewContext): GraphFacts {
  const changes = { before: new ChangesByThing(), after: new ChangesByThing() };
  const levels = new Map<string, Level[]>();
  const renamed = new Map<string, string>();
  for (const change of analysis.changes) {
    const { action, after, before, level } = change;
    if (action !== "unprotected") {
      if (before !== undefined) changes.before.set(before, change);
      if (after !== undefined) changes.after.set(after, change);
    }
    if (before !== undefined && after !== undefined) renamed.set(before.urn, after.urn);
    addLevel(levels, (after ?? before)?.urn, level);
  }
  for (const { standing, urn, level } of analysis.findings) {
    addLevel(levels, standing ? undefined : urn, level);
  }
  return {
    findState: (entity, side) => readState(changes[side].find(entity)),
    findLevel: ({ urn }) => findHighestLevel(levels.get(urn) ?? []),
    followUrn: (urn) => renamed.get(urn) ?? urn,
  };
}

function readState(change: Change | undefined): GraphState {
  switch (change?.action) {
    case "added":
      return "added";
    case "removed":
      return "removed";
    case "changed":
    case "replaced":
      return "changed";
    // What only moves, is read, or stays in the cloud gives the same access as before.
    default:
      return "unchanged";
  }
}

function addLevel(levels: Map<string, Level[]>, urn: string | undefined, level: Level): void {
  if (urn !== undefined) {
    levels.set(urn, [...(levels.get(urn) ?? []), level]);
  }
}

/** Changes by the things that change: a resource may be several, each of another class. */
class ChangesByThing {
  private readonly classes = new Map<EntityClass, Map<string, Change>>();

  set({ class: entityClass, urn }: Entity, change: Change): void {
    const byUrn = this.classes.get(entityClass) ?? new Map<string, Change>();
    this.classes.set(entityClass, byUrn.set(urn, change));
  }

  find({ class: entityClass, urn }: Entity): Change | undefined {
    return this.classes.get(entityClass)?.get(urn);
  }
}
