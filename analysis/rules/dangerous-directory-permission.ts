import { findDirectoryRole, findGraphAppRole } from "../../facts/directory-permissions";
import type { KnownDirectoryPermission } from "../../facts/directory-permissions-table";
import type { DirectoryPermission } from "../model/directory-permission";
import { createRule, type Observation } from "./create-rule";
import type { ModelIndex } from "./model-index";
import { nameReferredIdentity, startSentence } from "./name-thing";

/** Finds permissions in the directory that lead to the rights of others, or to every right. */
export const dangerousDirectoryPermission = createRule("dangerous-directory-permission", (model) =>
  model.list("directoryPermission").flatMap((permission) =>
    findKnown(permission)
      .filter(({ tier }) => tier === "critical" || tier === "high")
      .map((known) => describe(permission, known, model)),
  ),
);

function findKnown({ kind, permission }: DirectoryPermission): readonly KnownDirectoryPermission[] {
  const text = permission.state === "known" ? permission.value.trim() : "";
  const find = kind === "directoryRole" ? findDirectoryRole : findGraphAppRole;
  const texts = kind === "delegated" ? text.split(/[\s,]+/) : [text];
  return kind === "owner" || kind === "groupMembership"
    ? []
    : texts.map((one) => find(one)).filter((known) => known !== undefined);
}

function describe(permission: DirectoryPermission, known: KnownDirectoryPermission, model: ModelIndex): Observation {
  const isDelegated = permission.kind === "delegated";
  return {
    on: permission,
    // It works only while a user is signed in, which no pipeline has.
    level: isDelegated ? "medium" : known.tier,
    message: [
      ...startSentence(nameReferredIdentity(permission.principal, model)),
      permission.kind === "directoryRole" ? " has the directory role " : " has the permission ",
      { value: known.name, kind: "role" },
      `: it ${known.reason}${isDelegated ? ", as far as the user who is signed in may" : ""}.`,
    ],
  };
}
