import type { Entity } from "../../../analysis/model/model";
import type { AccessSide } from "../access-side";
import {
  wordConnectionRole,
  wordDirectoryPermission,
  wordRoleAssignment,
  wordStoredSecret,
  wordTrust,
} from "./access-wording";
import { wordCheck } from "./check-wording";
import {
  wordConnection,
  wordCustomRole,
  wordIdentity,
  wordPipelinePermission,
  wordProviderTarget,
  wordUnrecognized,
} from "./thing-wording";
import type { Wording } from "./wording";

/** Puts a thing of the model into words, with the names that its model has for what it points at. */
export function wordThing(entity: Entity, side: AccessSide): Wording {
  const { index } = side;
  switch (entity.class) {
    case "trust":
      return wordTrust(entity, side);
    case "storedSecret":
      return wordStoredSecret(entity, index);
    case "roleAssignment":
      return wordRoleAssignment(entity, index);
    case "directoryPermission":
      return wordDirectoryPermission(entity, index);
    case "connectionRole":
      return wordConnectionRole(entity, index);
    case "check":
      return wordCheck(entity, index);
    case "identity":
      return wordIdentity(entity);
    case "serviceConnection":
      return wordConnection(entity, index);
    case "pipelinePermission":
      return wordPipelinePermission(entity, index);
    case "customRole":
      return wordCustomRole(entity, index);
    case "providerTarget":
      return wordProviderTarget(entity);
    case "unrecognized":
      return wordUnrecognized(entity);
  }
}
