import type { Entity } from "../../analysis/model/model";
import type { Identity } from "../../analysis/model/identity";
import type { CustomRole } from "../../analysis/model/role-assignment";
import type { ProviderTarget } from "../../analysis/model/provider-target";
import type { Phrase } from "../../analysis/phrase";
import { nameIdentity } from "../../analysis/rules/name-thing";
import type { ChangedPair } from "./changed-pair";
import type { ViewContext } from "./view-context";
import { sayIdentity } from "./words/thing-words";
import { sayValue } from "./words/value-words";
import { wordProviderTarget } from "./words/thing-wording";
import { wordThing } from "./words/word-thing";

/** Says what is different about things that somebody has, or that others hang on. */
export function sayChangedHolding(pair: ChangedPair<Entity>, context: ViewContext): Phrase | undefined {
  const { before, after } = pair;
  switch (after.class) {
    case "identity":
      return sayIdentityChange({ ...pair, after });
    case "customRole":
      return pair.has("widensAccess") || pair.has("narrowsAccess")
        ? sayCustomRole(wordThing(after, context.after).noun, pair)
        : undefined;
    case "connectionRole":
      return pair.has("widensAccess")
        ? wordThing(after, context.after).gains
        : pair.has("narrowsAccess")
          ? [...wordThing(after, context.after).noun, " is less than before"]
          : undefined;
    case "directoryPermission":
      return pair.has("widensAccess") && before.class === "directoryPermission"
        ? [
            ...wordThing(after, context.after).gains,
            ...(pair.touches("principal")
              ? [" instead of ", ...sayIdentity(before.principal, context.before.index)]
              : []),
          ]
        : undefined;
    case "providerTarget":
      return before.class === "providerTarget" ? sayProviderTarget({ ...pair, before, after }) : undefined;
    default:
      return undefined;
  }
}

const places = {
  tenantId: "tenant",
  subscriptionId: "subscription",
  organization: "Azure DevOps organization",
  environment: "cloud",
} as const;

function sayProviderTarget(pair: ChangedPair<ProviderTarget>): Phrase | undefined {
  const field = (["tenantId", "subscriptionId", "organization", "environment"] as const).find(pair.touches);
  if (field === undefined) {
    return undefined;
  }
  const moves = pair.has("widensAccess") ? " moves" : " may move";
  return [
    "everything that ",
    ...wordProviderTarget(pair.after).noun,
    ` manages${moves} to another ${places[field]}: `,
    ...sayValue(pair.after[field], "id"),
    " instead of ",
    ...sayValue(pair.before[field], "id"),
  ];
}

function sayCustomRole(role: Phrase, { has }: Pick<ChangedPair<CustomRole>, "has">): Phrase {
  const isBoth = has("widensAccess") && has("narrowsAccess");
  const words = isBoth
    ? "else than before: some things are new, others are gone"
    : has("widensAccess")
      ? "more than before"
      : "less than before";
  return ["whoever has ", ...role, ` may do ${words}`];
}

function sayIdentityChange(pair: Omit<ChangedPair<Identity>, "before">): Phrase | undefined {
  const identity = nameIdentity(pair.after);
  if (pair.has("widensAccess") && pair.touches("owners")) {
    return ["somebody more owns ", ...identity, ", and can add ways in to it"];
  }
  return pair.has("widensAccess") && pair.touches("signInAudience")
    ? [...identity, " now accepts sign-ins from further tenants or accounts"]
    : undefined;
}
