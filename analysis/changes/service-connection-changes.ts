import { holdsSecret } from "../engine/holds-special-value";
import type { PipelinePermission } from "../model/pipeline-permission";
import type { ServiceConnection } from "../model/service-connection";
import { compareScopes } from "../risk/compare-scopes";
import { gains, loses } from "../risk/relation";
import type { ChangeEffect } from "./change";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareReferences, compareValues, isSameText } from "./compare-values";
import { createLookup } from "./lookup";
import { nameIdentityOf, nameValue, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** Service connections: through what pipelines get in. */
export const serviceConnectionRules: ClassRules<ServiceConnection> = {
  hasOwnId: true,
  formatMeaning: () => undefined,
  formatPairKeys: () => [],
  describe: ({ entity }) =>
    `${entity.kind} ${entity.connectionName.state === "known" ? writeValue(entity.connectionName) : entity.name}`,
  judgeAdded: (connection, context) => joinVerdicts([judgeNew(connection, context), judgeNewSecret(connection)]),
  judgeRemoved: () => ({
    level: "medium",
    effects: ["breaksUse", "narrowsAccess"],
    reasons: [["Pipelines that use it fail from now on, and nobody gets in through it any more."]],
  }),
  judgeChanged: (pair, context) =>
    joinVerdicts([
      judgeSecret(pair),
      judgeOtherSecret(pair, context),
      judgeIdentity(pair, context),
      judgeTenant(pair, context),
      judgeScope(pair, context),
      judgeEnvironment(pair, context),
      judgeScheme(pair, context),
      judgeProject(pair, context),
      judgeName(pair, context),
      judgeDescription(pair, context),
    ]),
  judgeReplaced: () => ({
    level: "high",
    effects: ["breaksUse", "replacesConnection"],
    reasons: [
      [
        "Its ID is new: pipeline permissions, approvals and checks of the old one that are not declared here are lost, and so is every trust in it.",
      ],
    ],
  }),
};

function judgeNew(connection: ServiceConnection, context: ChangeContext): Verdict {
  const isOpen = findPermissions(context, connection.urn).some(({ allPipelines }) => allPipelines);
  return {
    level: isOpen ? "high" : "medium",
    effects: ["widensAccess"],
    reasons: [
      isOpen
        ? ["It is a new way in, and every pipeline of the project may use it."]
        : ["It is a new way in for the pipelines that may use it."],
    ],
  };
}

const findPermissions = createLookup<ChangeContext, PipelinePermission>(
  ({ index }) => index.after.list("pipelinePermission"),
  (permission) => (permission.connection.to === "declared" ? permission.connection.urn : undefined),
);

function judgeNewSecret({ storesSecret }: ServiceConnection): Verdict {
  if (storesSecret.state === "known") {
    return storesSecret.value
      ? {
          level: "critical",
          effects: ["storesSecret"],
          reasons: [
            [
              "It keeps a secret, which can be taken out and works from anywhere: workload identity federation needs none.",
            ],
          ],
        }
      : noChange;
  }
  return storesSecret.state === "absent"
    ? noChange
    : { level: "medium", effects: ["cannotBeReviewed"], reasons: [["It cannot be seen whether it keeps a secret."]] };
}

function judgeSecret({ before, after }: Pair<ServiceConnection>): Verdict {
  if (keepsSecret(before) && !keepsSecret(after) && after.storesSecret.state === "known") {
    return {
      level: "info",
      effects: ["removesSecret"],
      fields: ["storesSecret"],
      reasons: [["It no longer keeps a secret: good."]],
    };
  }
  if (!keepsSecret(before) && JSON.stringify(before.storesSecret) !== JSON.stringify(after.storesSecret)) {
    const verdict = judgeNewSecret(after);
    return verdict === noChange ? noChange : { ...verdict, fields: ["storesSecret"] };
  }
  return noChange;
}

/** The secret itself never enters the analysis: that it differs is all that is known. */
function judgeOtherSecret({ before, after }: Pair<ServiceConnection>, { lineage }: ChangeContext): Verdict {
  const step = lineage.findStep("after", after.urn);
  const isOther =
    keepsSecret(before) &&
    keepsSecret(after) &&
    (step?.differences ?? []).some((name) => holdsSecret(step?.after?.inputs[name] ?? null));
  return isOther
    ? {
        level: "high",
        effects: ["storesSecret"],
        fields: ["secret"],
        reasons: [["It keeps another secret than before: whoever holds that one gets in from anywhere."]],
      }
    : noChange;
}

function keepsSecret({ storesSecret }: ServiceConnection): boolean {
  return storesSecret.state === "known" && storesSecret.value;
}

function judgeIdentity(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  switch (compareReferences({ before: before.identity, after: after.identity }, pair, context)) {
    case "different":
      return {
        level: "high",
        effects: ["narrowsAccess", "widensAccess"],
        fields: ["identity"],
        reasons: [
          [
            "Pipelines that use it now act as ",
            ...nameIdentityOf(after.identity, "after", context),
            ", with all that this identity may do.",
          ],
          ["They no longer act as ", ...nameIdentityOf(before.identity, "before", context), "."],
        ],
      };
    case "unseen":
      return {
        level: "high",
        effects: ["cannotBeReviewed"],
        fields: ["identity"],
        reasons: [["As whom pipelines act cannot be seen before the deployment."]],
      };
    case "reattached":
      return judgeReattached("identity");
    case "same":
      return noChange;
  }
}

function judgeReattached(field: string): Verdict {
  return {
    level: "low",
    effects: [],
    fields: [field],
    reasons: [["It is re-attached to what it belonged to before, whose ID is new."]],
  };
}

/** What is decided by one text: another one is another place. */
function judgePlace(
  field: "tenantId" | "environment",
  texts: { readonly different: string; readonly unseen: string },
  { pair, context }: { readonly pair: Pair<ServiceConnection>; readonly context: ChangeContext },
): Verdict {
  const values = { before: pair.before[field], after: pair.after[field], isSame: isSameText };
  switch (compareValues(values, pair, context)) {
    case "different":
      return {
        level: "high",
        effects: ["narrowsAccess", "widensAccess"],
        fields: [field],
        reasons: [[texts.different, ...nameValue(pair.after[field], "id"), "."]],
      };
    case "unseen":
      return { level: "high", effects: ["cannotBeReviewed"], fields: [field], reasons: [[texts.unseen]] };
    case "reattached":
      return judgeReattached(field);
    case "same":
      return noChange;
  }
}

function judgeTenant(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  return judgePlace(
    "tenantId",
    {
      different: "Pipelines now sign in to another tenant: ",
      unseen: "To which tenant pipelines sign in cannot be seen before the deployment.",
    },
    { pair, context },
  );
}

function judgeEnvironment(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  return judgePlace(
    "environment",
    {
      different: "Pipelines now sign in to another cloud: ",
      unseen: "To which cloud pipelines sign in cannot be seen before the deployment.",
    },
    { pair, context },
  );
}

function judgeScope(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const { before, after } = { before: pair.before.scope, after: pair.after.scope };
  const relation = compareValues({ before, after, isSame: (a, b) => compareScopes(a, b) === "same" }, pair, context);
  if (relation === "same") {
    return noChange;
  }
  if (relation === "reattached") {
    return judgeReattached("scope");
  }
  const compared =
    before.state === "known" && after.state === "known" ? compareScopes(before.value, after.value) : "unknown";
  const effects: readonly ChangeEffect[] = [
    ...(gains(compared) ? (["widensAccess"] as const) : []),
    ...(loses(compared) ? (["narrowsAccess"] as const) : []),
    ...(compared === "unknown" ? (["cannotBeReviewed"] as const) : []),
  ];
  return {
    level: gains(compared) || compared === "unknown" ? "high" : "low",
    effects,
    fields: ["scope"],
    reasons: [
      [
        "Pipelines work in another place by it: ",
        ...nameValue(after, "scope"),
        " instead of ",
        ...nameValue(before, "scope"),
        ".",
      ],
    ],
  };
}

function judgeScheme(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const relation = compareValues({ before: pair.before.scheme, after: pair.after.scheme }, pair, context);
  if (relation === "same") {
    return noChange;
  }
  const reason = [
    "How it signs in changes from ",
    ...nameValue(pair.before.scheme, "text"),
    " to ",
    ...nameValue(pair.after.scheme, "text"),
    ".",
  ];
  return relation === "different"
    ? { level: isFederated(pair.after) ? "info" : "medium", effects: [], fields: ["scheme"], reasons: [reason] }
    : { level: "medium", effects: ["cannotBeReviewed"], fields: ["scheme"], reasons: [reason] };
}

function isFederated({ scheme }: ServiceConnection): boolean {
  return scheme.state === "known" && scheme.value === "WorkloadIdentityFederation";
}

function judgeProject(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const values = { before: pair.before.project, after: pair.after.project, isSame: isSameText };
  switch (compareValues(values, pair, context)) {
    case "different":
      return {
        level: "high",
        effects: ["narrowsAccess", "widensAccess"],
        fields: ["project"],
        reasons: [
          [
            "It lives in another project, whose people and pipelines are others: ",
            ...nameValue(pair.after.project, "id"),
            ".",
          ],
        ],
      };
    case "unseen":
      return {
        level: "medium",
        effects: ["cannotBeReviewed"],
        fields: ["project"],
        reasons: [["In which project it lives cannot be seen before the deployment."]],
      };
    default:
      return noChange;
  }
}

function judgeName(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const relation = compareValues(
    { before: pair.before.connectionName, after: pair.after.connectionName },
    pair,
    context,
  );
  return relation === "same"
    ? noChange
    : {
        level: "low",
        effects: ["breaksUse"],
        fields: ["connectionName"],
        reasons: [
          [
            "Pipelines that name it by its old name fail: it is now ",
            ...nameValue(pair.after.connectionName, "name"),
            ".",
          ],
        ],
      };
}

function judgeDescription(pair: Pair<ServiceConnection>, context: ChangeContext): Verdict {
  const relation = compareValues({ before: pair.before.description, after: pair.after.description }, pair, context);
  return relation === "same"
    ? noChange
    : { level: "info", effects: [], fields: ["description"], reasons: [["Only its description differs."]] };
}
