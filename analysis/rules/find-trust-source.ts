import type { ServiceConnection } from "../model/service-connection";
import type { Trust } from "../model/trust";
import type { ModelIndex } from "./model-index";

/**
 * The one connection of the stack that a subject which is not known yet comes from: directly, or by way of another trust. Parts of
 * the trusting identity may have a share in it; where anything else has, the subject could become whatever that says.
 */
export function findTrustSource(
  { issuer, subject, identity }: Trust,
  model: ModelIndex,
): ServiceConnection | undefined {
  if (subject.state !== "unknown" || (issuer.state !== "known" && issuer.state !== "unknown")) {
    return undefined;
  }
  const parts = identity.to === "declared" ? (model.find("identity", identity.urn)?.parts ?? []) : [];
  const subjectSources = findSources(subject.from, model);
  const sources = [...subjectSources, ...(issuer.state === "unknown" ? findSources(issuer.from, model) : [])];
  const [source, ...others] = new Set(sources.filter((urn) => !parts.includes(urn)));
  return source !== undefined && subjectSources.has(source) && others.length === 0
    ? model.find("serviceConnection", source)
    : undefined;
}

/** What values come from, other trusts followed to what theirs come from. */
function findSources(from: readonly string[], model: ModelIndex): ReadonlySet<string> {
  const sources = new Set<string>();
  const followed = new Set<string>();
  const follow = (urns: readonly string[]): void => {
    for (const urn of urns) {
      const trust = model.find("trust", urn);
      if (trust === undefined) {
        sources.add(urn);
      } else if (!followed.has(urn)) {
        followed.add(urn);
        const origins = [trust.issuer, trust.subject].flatMap((value) => (value.state === "unknown" ? value.from : []));
        if (origins.length === 0) {
          // It hands on what it says itself, which is no connection's.
          sources.add(urn);
        }
        follow(origins);
      }
    }
  };
  follow(from);
  return sources;
}
