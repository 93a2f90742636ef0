import { checksBase } from "./bases/checks-table";
import { directoryBase } from "./bases/directory-table";
import { handWrittenBase } from "./bases/hand-written-table";
import { managedIdentityBase } from "./bases/managed-identity-table";
import { providersBase } from "./bases/providers-table";
import { rolesBase } from "./bases/roles-table";
import { secretsBase } from "./bases/secrets-table";
import { servicePrincipalBase } from "./bases/service-principal-table";
import type { CorpusBase } from "./corpus-case";

/** Everything that the corpus holds. */
export const bases: readonly CorpusBase[] = [
  checksBase,
  directoryBase,
  handWrittenBase,
  managedIdentityBase,
  providersBase,
  rolesBase,
  secretsBase,
  servicePrincipalBase,
];
