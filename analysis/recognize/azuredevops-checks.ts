import type { EngineResource } from "../engine/engine-resource";
import type { Check, CheckKind } from "../model/check";
import type { Entity } from "../model/model";
import type { Value } from "../model/value";
import { isOnConnection } from "./is-on-connection";
import { readDeclared } from "./read-declared";
import { isList, readProperty, sortTexts } from "./read-property";
import { joinLists, mapKnown, readFlag, readId, readIds, readNumber, readText, withDefault } from "./read-value";
import type { Recognizer, RecognizerContext, Recognizers } from "./recognizer";

const absent = { state: "absent" } as const;

const noSettings: Check["settings"] = {
  approvers: absent,
  minimumApprovers: absent,
  requesterMayApprove: absent,
  allowedBranches: absent,
  requiresProtectedBranch: absent,
  ignoresUnknownProtection: absent,
  requiredTemplates: absent,
  hours: absent,
  address: absent,
  timeoutMinutes: absent,
};

// Defaults of the provider, in minutes.
const longTimeout = 43_200;
const shortTimeout = 1440;

/** Recognizers of approvals and checks. Those on other things than service connections give nothing. */
export const checkRecognizers: Recognizers = {
  "azuredevops:index:CheckApproval": recognizeCheck("approval", readApproval),
  "azuredevops:index:CheckBranchControl": recognizeCheck("branchControl", readBranchControl),
  "azuredevops:index:CheckBusinessHours": recognizeCheck("businessHours", readBusinessHours),
  "azuredevops:index:CheckExclusiveLock": recognizeCheck("exclusiveLock", (resource) => ({
    timeoutMinutes: readTimeout(resource, longTimeout),
  })),
  "azuredevops:index:CheckRequiredTemplate": recognizeCheck("requiredTemplate", (resource) => ({
    requiredTemplates: readTemplates(resource),
  })),
  "azuredevops:index:CheckRestApi": recognizeCheck("restApi", readRestApi),
};

/** Recognizes a check of a kind that no table knows: it is there, and how strong it is cannot be told. */
export const recognizeUnknownCheck: Recognizer = recognizeCheck("other", () => ({}));

function recognizeCheck(
  kind: CheckKind,
  readSettings: (resource: EngineResource) => Partial<Check["settings"]>,
): Recognizer {
  return (resource: EngineResource, { graph, references }: RecognizerContext): readonly Entity[] =>
    isOnConnection(readText(resource, "targetResourceType"))
      ? [
          {
            ...readDeclared(resource, graph),
            class: "check",
            kind,
            connection: references.findConnection(readId(resource, "targetResourceId")),
            project: readId(resource, "projectId"),
            settings: { ...noSettings, ...readSettings(resource) },
          },
        ]
      : [];
}

function readApproval(resource: EngineResource): Partial<Check["settings"]> {
  const minimum = readNumber(resource, "minimumRequiredApprovers");
  return {
    approvers: readIds(resource, "approvers"),
    // Azure DevOps reads 0 as no number: every approver has to approve.
    minimumApprovers: minimum.state === "known" && minimum.value === 0 ? absent : minimum,
    requesterMayApprove: withDefault(readFlag(resource, "requesterCanApprove"), false),
    timeoutMinutes: readTimeout(resource, longTimeout),
  };
}

function readBranchControl(resource: EngineResource): Partial<Check["settings"]> {
  return {
    allowedBranches: mapKnown(withDefault(readText(resource, "allowedBranches"), "*"), (list) =>
      sortTexts(list.split(",").flatMap((branch) => (branch.trim() === "" ? [] : [branch.trim()]))),
    ),
    requiresProtectedBranch: withDefault(readFlag(resource, "verifyBranchProtection"), false),
    ignoresUnknownProtection: withDefault(readFlag(resource, "ignoreUnknownProtectionStatus"), false),
    timeoutMinutes: readTimeout(resource, shortTimeout),
  };
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function readBusinessHours(resource: EngineResource): Partial<Check["settings"]> {
  const flags = days.map((day) => ({ day, isOpen: withDefault(readFlag(resource, day.toLowerCase()), false) }));
  const times = ["startTime", "endTime", "timeZone"].map((name) => readText(resource, name));
  const hidden = [...flags.map(({ isOpen }) => isOpen), ...times].find(({ state }) => state !== "known");
  const [start = "", end = "", zone = ""] = times.map((time) => (time.state === "known" ? time.value : ""));
  const open = flags.flatMap(({ day, isOpen }) => (isOpen.state === "known" && isOpen.value ? [day] : []));
  return {
    hours:
      hidden === undefined || hidden.state === "known"
        ? { state: "known", value: `${open.join(",")} ${start}-${end} ${zone}` }
        : hidden,
    timeoutMinutes: readTimeout(resource, shortTimeout),
  };
}

function readTemplates(resource: EngineResource): Value<readonly string[]> {
  const templates = readProperty(resource, "requiredTemplates");
  if (templates.state !== "known") {
    return templates;
  }
  const count = isList(templates.value) ? templates.value.length : 1;
  return joinLists(
    Array.from({ length: count }, (_, index): Value<readonly string[]> => {
      const parts = ["repositoryName", "repositoryRef", "templatePath"].map((name) =>
        readText(resource, `requiredTemplates.${index}.${name}`),
      );
      const hidden = parts.find(({ state }) => state !== "known");
      return hidden === undefined || hidden.state === "known"
        ? { state: "known", value: [parts.map((part) => (part.state === "known" ? part.value : "")).join("/")] }
        : hidden.state === "absent"
          ? { state: "unreadable" }
          : hidden;
    }),
  );
}

/** The address has its first part in the connection that the check calls through. */
function readRestApi(resource: EngineResource): Partial<Check["settings"]> {
  const suffix = readText(resource, "urlSuffix");
  const connection = readText(resource, "connectedServiceName");
  return {
    address:
      connection.state === "known" && suffix.state === "known"
        ? { state: "known", value: `${connection.value} ${suffix.value}` }
        : suffix.state === "absent"
          ? connection
          : connection.state === "known" || connection.state === "absent"
            ? suffix
            : connection,
    timeoutMinutes: readTimeout(resource, shortTimeout),
  };
}

function readTimeout(resource: EngineResource, standard: number): Value<number> {
  return withDefault(readNumber(resource, "timeout"), standard);
}
