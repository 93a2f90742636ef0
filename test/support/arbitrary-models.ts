import fc from "fast-check";
import type { Entity, Model } from "../../analysis/model/model";
import type { Reference } from "../../analysis/model/reference";
import type { Role } from "../../analysis/model/role-assignment";
import type { Value } from "../../analysis/model/value";
import { entraSubject, groupScope, legacyIssuer, subscriptionScope } from "./model-builders";
import { ids } from "./vendor-mocks";

/** How texts of a model come about. */
export interface ArbitraryModelOptions {
  /** A mark that every text of a model begins with which a message may repeat. */
  readonly mark?: string;
  /** A mark that every text begins with which no message may repeat. */
  readonly privateMark?: string;
}

// Few enough that things point at each other.
const names = ["a", "b", "c", "d", "e", "f"];
const urns = names.map((name) => `urn:pulumi:dev::payments::kind:of/thing:Thing::${name}`);
const telling = [
  ...["", " ", "*", "/", "refs/heads/*", "refs/heads/main", "payments-prod", "User", "Administrator", "AzureADMyOrg"],
  ...[groupScope, subscriptionScope, "/providers/Microsoft.Management/managementGroups/prod"],
  ...[legacyIssuer, `https://login.microsoftonline.com/${ids.tenant}/v2.0`, "https://app.vstoken.visualstudio.com"],
  ...["https://token.actions.githubusercontent.com", "https://dev.azure.com/contoso", "https://dev.azure.com/%E0%A4%A"],
  ...[
    entraSubject(ids.connection),
    "sc://contoso/payments/payments-prod",
    "p://contoso/payments/deploy",
    ids.connection,
  ],
  ...[
    "api://AzureADTokenExchange",
    "api://AzureADTokenExchangeUSGov",
    "WorkloadIdentityFederation",
    "AzureUSGovernment",
  ],
  ...[
    "Microsoft.Authorization/roleAssignments/write",
    "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
    "__proto__",
    "constructor",
  ],
];
const roleIds = [
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  "b24988ac-6180-42a0-ab88-20f7382dd24c",
  "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  "00000000-0000-4000-8000-000000000000",
];

const urn = fc.constantFrom(...urns);
const from = fc.uniqueArray(urn, { maxLength: 3 });

function value<T>(of: fc.Arbitrary<T>): fc.Arbitrary<Value<T>> {
  return fc.oneof(
    { weight: 4, arbitrary: of.map((known): Value<T> => ({ state: "known", value: known })) },
    from.map((urns): Value<T> => ({ state: "unknown", from: urns })),
    fc.constantFrom<Value<T>>({ state: "secret" }, { state: "absent" }, { state: "unreadable" }),
  );
}

const state: fc.Arbitrary<Reference> = fc.constantFrom({ to: "secret" }, { to: "absent" }, { to: "unreadable" });

/** Any model: things of every class that point at each other, at nothing or at themselves, with telling and senseless values. */
export function arbitraryModel({ mark = "", privateMark = "" }: ArbitraryModelOptions = {}): fc.Arbitrary<Model> {
  const arbitraries = createArbitraries(mark, privateMark);
  return fc.record({ entities: fc.array(fc.oneof(...arbitraries), { maxLength: 14 }) });
}

function createArbitraries(mark: string, privateMark: string): readonly fc.Arbitrary<Entity>[] {
  const text = fc.oneof(fc.constantFrom(...telling), fc.string()).map((plain) => mark + plain);
  const texts = value(text);
  const lists = value(fc.array(text, { maxLength: 3 }));
  const unsaid = value(fc.string().map((plain) => privateMark + plain));
  const unsaidLists = value(
    fc.array(
      fc.string().map((plain) => privateMark + plain),
      { maxLength: 3 },
    ),
  );
  const flags = value(fc.boolean());
  const numbers = value(fc.integer());
  const reference: fc.Arbitrary<Reference> = fc.oneof(
    { weight: 4, arbitrary: urn.map((one): Reference => ({ to: "declared", urn: one })) },
    text.map((id): Reference => ({ to: "other", id })),
    from.map((urns): Reference => ({ to: "unknown", from: urns })),
    state,
  );
  const role: fc.Arbitrary<Role> = fc.oneof(
    fc.constantFrom(...roleIds).map((id): Role => ({ kind: "builtIn", id })),
    text.map((name): Role => ({ kind: "named", name })),
    urn.map((one): Role => ({ kind: "declared", urn: one })),
    from.map((urns): Role => ({ kind: "unknown", from: urns })),
    fc.constant<Role>({ kind: "unreadable" }),
  );
  const declared = {
    urn,
    type: text,
    name: text,
    protect: fc.boolean(),
    retainOnDelete: fc.boolean(),
    external: fc.boolean(),
  };
  const settings = fc.record({
    approvers: unsaidLists,
    minimumApprovers: numbers,
    requesterMayApprove: flags,
    allowedBranches: lists,
    requiresProtectedBranch: flags,
    ignoresUnknownProtection: flags,
    requiredTemplates: unsaidLists,
    hours: unsaid,
    address: unsaid,
    timeoutMinutes: numbers,
  });
  return [
    fc.record({
      ...declared,
      class: fc.constant("identity" as const),
      kind: fc.constantFrom("application" as const, "servicePrincipal" as const, "managedIdentity" as const),
      parts: from,
      ...{ displayName: texts, clientId: texts, principalId: texts, tenantId: texts, signInAudience: texts },
      ...{ owners: unsaidLists, resourceGroup: texts },
    }),
    fc.record({
      ...declared,
      class: fc.constant("trust" as const),
      identity: reference,
      ...{
        issuer: texts,
        subject: texts,
        audience: texts,
        expression: fc.oneof(fc.constant({ state: "absent" } as const), texts),
      },
    }),
    fc.record({
      ...declared,
      class: fc.constant("serviceConnection" as const),
      kind: fc.oneof(fc.constant("azurerm"), text),
      ...{ connectionName: texts, project: texts, scheme: texts, storesSecret: flags, identity: reference },
      ...{ tenantId: texts, scope: texts, environment: texts, connectionId: texts, description: unsaid },
    }),
    fc.record({
      ...declared,
      class: fc.constant("roleAssignment" as const),
      ...{
        principal: reference,
        principalType: texts,
        role,
        scope: texts,
        condition: unsaid,
        conditionVersion: unsaid,
      },
    }),
    fc.record({
      ...declared,
      class: fc.constant("customRole" as const),
      ...{ roleName: texts, actions: lists, notActions: lists, dataActions: lists, notDataActions: lists },
      assignableScopes: lists,
    }),
    fc.record({
      ...declared,
      class: fc.constant("pipelinePermission" as const),
      ...{ connection: reference, project: texts, pipeline: texts, allPipelines: fc.boolean() },
    }),
    fc.record({
      ...declared,
      class: fc.constant("check" as const),
      kind: fc.constantFrom("approval" as const, "branchControl" as const, "exclusiveLock" as const, "other" as const),
      ...{ connection: reference, project: texts, settings },
    }),
    fc.record({
      ...declared,
      class: fc.constant("connectionRole" as const),
      ...{ connection: reference, project: texts, principal: texts, roles: lists },
    }),
    fc.record({
      ...declared,
      class: fc.constant("directoryPermission" as const),
      kind: fc.constantFrom("appRole" as const, "delegated" as const, "directoryRole" as const, "owner" as const),
      ...{ principal: reference, permission: texts, resource: texts },
    }),
    fc.record({
      ...declared,
      class: fc.constant("storedSecret" as const),
      kind: fc.constantFrom("password" as const, "certificate" as const),
      identity: reference,
    }),
    fc.record({
      ...declared,
      class: fc.constant("providerTarget" as const),
      ...{ package: text, tenantId: texts, subscriptionId: texts, organization: texts, environment: texts },
    }),
    fc.record({ ...declared, class: fc.constant("unrecognized" as const) }),
  ];
}
