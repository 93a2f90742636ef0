import type { Check } from "./check";
import type { ConnectionRole } from "./connection-role";
import type { DirectoryPermission } from "./directory-permission";
import type { Identity } from "./identity";
import type { PipelinePermission } from "./pipeline-permission";
import type { ProviderTarget } from "./provider-target";
import type { CustomRole, RoleAssignment } from "./role-assignment";
import type { ServiceConnection } from "./service-connection";
import type { StoredSecret } from "./stored-secret";
import type { Trust } from "./trust";
import type { Unrecognized } from "./unrecognized";

/** Anything that the model holds. */
export type Entity =
  | Identity
  | Trust
  | ServiceConnection
  | RoleAssignment
  | CustomRole
  | PipelinePermission
  | Check
  | ConnectionRole
  | DirectoryPermission
  | StoredSecret
  | ProviderTarget
  | Unrecognized;

/** The kind of a thing, as a discriminator. */
export type EntityClass = Entity["class"];

/** The thing of one class. */
export type EntityOf<C extends EntityClass> = Extract<Entity, { readonly class: C }>;

/** Who trusts whom and who may do what, at one moment. Plain data, sorted by class and URN. */
export interface Model {
  readonly entities: readonly Entity[];
}
