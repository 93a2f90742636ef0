import { formatSubject, parseSubject } from "../../facts/subjects";

/**
 * Follows a rename of the service connection, in a subject that holds its name.
 *
 * When a connection is renamed the provider does not say that the subject will change, so that a preview, and the credential with it,
 * would keep the old one until the next refresh. The name in the subject is the one part that this program declares itself and
 * changes in the same deployment: it alone is put in place of the old one, and everything else stays as it was read. This is the
 * only subject that is derived and not read. A subject of IDs does not change.
 */
export function followRename(subject: string, connectionName: string): string {
  const named = parseSubject(subject);
  return named.kind === "service-connection" && named.connection !== connectionName
    ? formatSubject({ ...named, connection: connectionName })
    : subject;
}
