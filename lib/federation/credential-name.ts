import { limits } from "../../facts/limits-table";
import { isFederatedIdentityCredentialName } from "../../facts/names";
import { formatShortHash } from "../naming/short-hash";

/**
 * Makes the name of a federated identity credential from the logical name of its component.
 *
 * It does not follow the name of the connection, because a credential cannot be renamed: it would be replaced. Where the logical
 * name cannot stand as it is, a hash of it keeps two of them apart.
 */
export function formatCredentialName(logicalName: string): string {
  if (isFederatedIdentityCredentialName(logicalName)) {
    return logicalName;
  }
  const hash = formatShortHash(logicalName);
  const readable = logicalName
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, limits.federatedIdentityCredentialName.value - hash.length - 1)
    .replace(/[-_]+$/, "");
  return readable === "" ? hash : `${readable}-${hash}`;
}
