import { coversAction } from "./action-pattern";
import { type Attribute, type Condition, parseCondition } from "./condition-parser";

/** What a condition can ask about a request to assign a role or to remove an assignment. */
export interface RoleAssignmentAttributes {
  roleDefinitionId?: string;
  principalId?: string;
  principalType?: string;
}

/** The facts that conditions are decided by. */
export interface ConditionFacts {
  action: string;
  /** Attributes of what the request wants to write. */
  request?: RoleAssignmentAttributes;
  /** Attributes of what exists already. */
  resource?: RoleAssignmentAttributes;
}

/**
 * Decides a condition. Undefined means that its truth is not known here, because it does not parse, or asks for something
 * that this emulator does not read: then it must not grant anything.
 */
export function decideCondition(text: string, facts: ConditionFacts): boolean | undefined {
  const condition = parseCondition(text);
  return condition && decide(condition, facts);
}

// Logic of three values: a part of unknown truth leaves the whole unknown, unless the other parts settle it.
function decide(condition: Condition, facts: ConditionFacts): boolean | undefined {
  switch (condition.kind) {
    case "or":
      return decideAny(condition.parts.map((part) => decide(part, facts)));
    case "and":
      return negate(decideAny(condition.parts.map((part) => negate(decide(part, facts)))));
    case "not":
      return negate(decide(condition.part, facts));
    case "action-matches":
      return coversAction(condition.pattern, facts.action);
    case "compare":
      return decideComparison(condition, facts);
    case "unread":
      return undefined;
  }
}

function decideAny(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

function negate(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

const attributeNames: Readonly<Record<string, keyof RoleAssignmentAttributes>> = {
  "microsoft.authorization/roleassignments:roledefinitionid": "roleDefinitionId",
  "microsoft.authorization/roleassignments:principalid": "principalId",
  "microsoft.authorization/roleassignments:principaltype": "principalType",
};

type Comparison = (actual: string, wanted: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  stringequals: (actual, wanted) => actual === wanted,
  stringequalsignorecase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  stringnotequals: (actual, wanted) => actual !== wanted,
  stringnotequalsignorecase: (actual, wanted) => actual.toLowerCase() !== wanted.toLowerCase(),
  guidequals: (actual, wanted) => normalizeGuid(actual) === normalizeGuid(wanted),
  guidnotequals: (actual, wanted) => normalizeGuid(actual) !== normalizeGuid(wanted),
};

// Every attribute here has one value, so "any of mine" and "all of mine" are the same and only the right side counts.
const quantifiers: Readonly<Record<string, "some" | "every">> = {
  foranyofanyvalues: "some",
  forallofanyvalues: "some",
  foranyofallvalues: "every",
  forallofallvalues: "every",
};

function decideComparison(
  { attribute, quantifier, operator, values }: Extract<Condition, { kind: "compare" }>,
  facts: ConditionFacts,
): boolean | undefined {
  const compare = comparisons[operator.toLowerCase()];
  const known = readAttribute(attribute, facts);
  if (compare === undefined || known === undefined) return undefined;
  const { value } = known;
  if (value === undefined) return false;
  const matches = (wanted: string): boolean => compare(value, wanted);
  if (quantifier === undefined) return values.length === 1 ? values.every(matches) : undefined;
  const over = quantifiers[quantifier.toLowerCase()];
  if (over === undefined) return undefined;
  return over === "some" ? values.some(matches) : values.every(matches);
}

/** Undefined for an attribute that is not read here; a value that is undefined for one that this request does not have. */
function readAttribute({ source, name }: Attribute, facts: ConditionFacts): { value: string | undefined } | undefined {
  const key = attributeNames[name.toLowerCase()];
  if (key === undefined) return undefined;
  if (/^request$/i.test(source)) return { value: facts.request?.[key] };
  if (/^resource$/i.test(source)) return { value: facts.resource?.[key] };
  return undefined;
}

// A role definition is compared by its GUID, with or without dashes, whatever stands before it.
function normalizeGuid(value: string): string {
  return value
    .slice(value.lastIndexOf("/") + 1)
    .replaceAll("-", "")
    .toLowerCase();
}
