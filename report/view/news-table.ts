import type { Change, ChangeAction, ChangeEffect } from "../../analysis/changes/change";
import type { EntityClass } from "../../analysis/model/model";

/** A kind of news that a headline counts. */
export interface News {
  readonly one: string;
  readonly many: string;
  readonly effect: ChangeEffect;
  /** Default: all. */
  readonly classes?: readonly EntityClass[];
  /** Default: all. */
  readonly actions?: readonly ChangeAction[];
  /** What else has to be so. Default: nothing. */
  readonly isMeant?: (change: Change) => boolean;
}

const waysIn: readonly EntityClass[] = ["trust", "storedSecret"];
const rights: readonly EntityClass[] = ["roleAssignment", "directoryPermission", "connectionRole"];
const made: readonly ChangeAction[] = ["added", "imported"];
const changed: readonly ChangeAction[] = ["changed", "replaced"];

/** By what access gets wider, the most important first. A change counts as the first kind that fits. */
export const widerNews: readonly News[] = [
  { one: "guard removed", many: "guards removed", effect: "removesGuard" },
  { one: "guard weakened", many: "guards weakened", effect: "weakensGuard", classes: ["check"] },
  { one: "more who can take guards away", many: "more who can take guards away", effect: "weakensGuard" },
  { one: "new way in", many: "new ways in", effect: "widensAccess", classes: waysIn, actions: made },
  { one: "way in changed", many: "ways in changed", effect: "widensAccess", classes: waysIn, actions: changed },
  {
    one: "service connection opened to every pipeline",
    many: "service connections opened to every pipeline",
    effect: "widensAccess",
    isMeant: ({ after }) => after?.class === "pipelinePermission" && after.allPipelines,
  },
  {
    one: "more pipeline",
    many: "more pipelines",
    effect: "widensAccess",
    classes: ["pipelinePermission"],
    actions: made,
  },
  {
    one: "other pipeline",
    many: "other pipelines",
    effect: "widensAccess",
    classes: ["pipelinePermission"],
    actions: changed,
  },
  { one: "new right", many: "new rights", effect: "widensAccess", classes: rights, actions: made },
  { one: "right widened", many: "rights widened", effect: "widensAccess", classes: rights, actions: changed },
  { one: "role that allows more", many: "roles that allow more", effect: "widensAccess", classes: ["customRole"] },
  {
    one: "new service connection",
    many: "new service connections",
    effect: "widensAccess",
    classes: ["serviceConnection"],
    actions: made,
  },
  {
    one: "service connection that leads elsewhere",
    many: "service connections that lead elsewhere",
    effect: "widensAccess",
    classes: ["serviceConnection"],
  },
  {
    one: "identity opened to more",
    many: "identities opened to more",
    effect: "widensAccess",
    classes: ["identity"],
  },
  { one: "new stored secret", many: "new stored secrets", effect: "storesSecret", actions: made },
  { one: "other stored secret", many: "other stored secrets", effect: "storesSecret" },
  {
    one: "provider that works elsewhere",
    many: "providers that work elsewhere",
    effect: "widensAccess",
    classes: ["providerTarget"],
  },
  { one: "other change that widens it", many: "other changes that widen it", effect: "widensAccess" },
  {
    one: "identity that can give itself more",
    many: "identities that can give themselves more",
    effect: "escalates",
  },
];

/** What nobody can judge. */
export const unseenNews: readonly News[] = [
  { one: "change that cannot be reviewed", many: "changes that cannot be reviewed", effect: "cannotBeReviewed" },
];

/** By what access gets narrower. */
export const narrowerNews: readonly News[] = [
  { one: "way in closed", many: "ways in closed", effect: "narrowsAccess", classes: waysIn },
  { one: "pipeline less", many: "pipelines less", effect: "narrowsAccess", classes: ["pipelinePermission"] },
  {
    one: "right taken away",
    many: "rights taken away",
    effect: "narrowsAccess",
    classes: rights,
    actions: ["removed"],
  },
  { one: "narrower right", many: "narrower rights", effect: "narrowsAccess", classes: rights },
  { one: "role that allows less", many: "roles that allow less", effect: "narrowsAccess", classes: ["customRole"] },
  {
    one: "service connection less",
    many: "service connections less",
    effect: "narrowsAccess",
    classes: ["serviceConnection"],
    actions: ["removed"],
  },
  {
    one: "identity less",
    many: "identities less",
    effect: "narrowsAccess",
    classes: ["identity"],
    actions: ["removed"],
  },
  {
    one: "guard added",
    many: "guards added",
    effect: "addsGuard",
    // Being protected from deletion guards a thing, not the access that it gives.
    isMeant: ({ fields }) => fields.length === 0 || fields.some(({ field }) => field !== "protect"),
  },
  { one: "guard that stops more", many: "guards that stop more", effect: "narrowsAccess", classes: ["check"] },
  { one: "other change that narrows it", many: "other changes that narrow it", effect: "narrowsAccess" },
];
