import type { Identity } from "../../../analysis/model/identity";
import type { PipelinePermission } from "../../../analysis/model/pipeline-permission";
import type { ProviderTarget } from "../../../analysis/model/provider-target";
import type { CustomRole } from "../../../analysis/model/role-assignment";
import type { ServiceConnection } from "../../../analysis/model/service-connection";
import type { Unrecognized } from "../../../analysis/model/unrecognized";
import type { Phrase } from "../../../analysis/phrase";
import { assessRole } from "../../../analysis/risk/assess-role";
import type { ModelIndex } from "../../../analysis/rules/model-index";
import { nameConnection, nameIdentity } from "../../../analysis/rules/name-thing";
import { readName, sayConnection, sayIdentity, sayPipelines, saySignIn } from "./thing-words";
import { sayValue } from "./value-words";
import type { Wording } from "./wording";

/** As whom pipelines act. */
export function wordIdentity(identity: Identity): Wording {
  const noun = nameIdentity(identity);
  return {
    noun,
    gains: ["there is a new identity: ", ...noun],
    loses: [...noun, " is gone, and nobody can act as it any more"],
    has: noun,
  };
}

/** Through what pipelines get in. */
export function wordConnection(connection: ServiceConnection, index: ModelIndex): Wording {
  const noun = nameConnection(connection);
  const acts = sayActing(connection, index);
  return {
    noun,
    gains: ["there is a new way in: pipelines that may use ", ...noun, ...acts],
    loses: [...noun, " is gone: pipelines that use it fail"],
    has: ["pipelines that may use ", ...noun, ...acts],
  };
}

function sayActing(connection: ServiceConnection, index: ModelIndex): Phrase {
  const how = saySignIn(connection);
  const suffix = how === "" ? "" : ` ${how}`;
  return connection.identity.to === "absent"
    ? [` sign in${suffix === "" ? " by it" : suffix}`]
    : [" act as ", ...sayIdentity(connection.identity, index), suffix === "" ? "" : `, and sign in${suffix}`];
}

/** Who may use a connection. */
export function wordPipelinePermission(permission: PipelinePermission, index: ModelIndex): Wording {
  const who = sayPipelines(permission);
  const connection = sayConnection(permission.connection, index);
  return {
    noun: ["the permission of ", ...who, " to use ", ...connection],
    gains: [...who, " may now use ", ...connection],
    loses: [...who, " may no longer use ", ...connection],
    has: [...who, " may use ", ...connection],
  };
}

/** What whoever has the role may do. */
export function wordCustomRole(role: CustomRole, index: ModelIndex): Wording {
  const noun: Phrase = ["the custom role ", { value: readName(role.roleName, role.name), kind: "role" }];
  const { reason } = assessRole({ kind: "declared", urn: role.urn }, index.model);
  return {
    noun,
    gains: ["there is a new role that can be given: ", ...noun, ` (it ${reason})`],
    loses: [...noun, " is gone"],
    has: [...noun, ` (it ${reason})`],
  };
}

/** Where everything lives that a provider manages. */
export function wordProviderTarget(target: ProviderTarget): Wording {
  const noun: Phrase = [
    "the provider ",
    { value: target.name, kind: "name" },
    " of ",
    { value: target.package, kind: "text" },
  ];
  const places = (
    [
      [" in the Azure DevOps organization ", target.organization],
      [" in the tenant ", target.tenantId],
      [" in the subscription ", target.subscriptionId],
      [" in the cloud ", target.environment],
    ] as const
  ).flatMap(([words, value]): Phrase => (value.state === "absent" ? [] : [words, ...sayValue(value, "id")]));
  return {
    noun,
    gains: [...noun, " now works", ...(places.length === 0 ? [" where its surroundings say"] : places)],
    loses: [...noun, " is gone"],
    has: [...noun, " works", ...(places.length === 0 ? [" where its surroundings say"] : places)],
  };
}

/** What nobody understood. */
export function wordUnrecognized({ name, type }: Unrecognized): Wording {
  const noun: Phrase = [{ value: name, kind: "name" }, " of the kind ", { value: type, kind: "text" }];
  return {
    noun,
    gains: [...noun, " is new, and Keyless does not understand what access it gives"],
    loses: [...noun, " is gone, and Keyless does not understand what access it gave or guarded"],
    has: [...noun, " is there, and Keyless does not understand what access it gives"],
  };
}
