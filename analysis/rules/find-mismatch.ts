import { cloudNames, clouds } from "../../facts/clouds";
import { formatIssuer, type Issuer, parseIssuer } from "../../facts/issuers";
import { parseSubject, type Subject } from "../../facts/subjects";
import type { Trust } from "../model/trust";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";

/** Why no token can match a credential; the rest of a sentence that begins with the credential. */
export function findMismatch({ issuer: issuerText, subject, audience }: Trust): Phrase | undefined {
  if (issuerText.state !== "known") {
    return undefined;
  }
  const issuer = parseIssuer(issuerText.value);
  return (
    findIssuerMismatch(issuer) ??
    (subject.state === "known" ? findSubjectMismatch(issuer, parseSubject(subject.value)) : undefined) ??
    findAudienceMismatch(issuer, audience)
  );
}

// Forms of subjects in Azure DevOps, whatever their letter case and the spaces before them.
const knownForms = /^\s*(?:\/eid1\/|sc:\/\/|p:\/\/)/i;

function findIssuerMismatch(issuer: Issuer): Phrase | undefined {
  return issuer.kind === "other" && issuer.nearest !== undefined
    ? [
        " names the issuer ",
        { value: issuer.issuer, kind: "issuer" },
        ", which has to be written exactly as ",
        { value: formatIssuer(issuer.nearest), kind: "issuer" },
      ]
    : undefined;
}

function findSubjectMismatch(issuer: Issuer, subject: Subject): Phrase | undefined {
  const isEntraSubject = subject.kind === "entra-service-connection" || subject.kind === "entra-other";
  if (subject.kind === "other" && issuer.kind !== "other" && knownForms.test(subject.subject)) {
    return [
      " names the subject ",
      { value: subject.subject, kind: "subject" },
      ", which is nearly, but not exactly, of a form that its issuer signs",
    ];
  }
  const isNameSubject = subject.kind === "service-connection" || subject.kind === "pipeline";
  if (issuer.kind === "entra" && isNameSubject) {
    return [" joins the issuer Microsoft Entra with a subject of tokens that Azure DevOps signs itself"];
  }
  if (issuer.kind !== "entra" && issuer.kind !== "other" && isEntraSubject) {
    return [" joins a subject of Microsoft Entra with an issuer that does not sign such tokens"];
  }
  return issuer.kind === "entra" && isEntraSubject && issuer.tenantId !== subject.tenantId
    ? [
        " names the tenant ",
        { value: issuer.tenantId, kind: "id" },
        " as issuer, but its subject is of the tenant ",
        { value: subject.tenantId, kind: "id" },
      ]
    : undefined;
}

function findAudienceMismatch(issuer: Issuer, audience: Value): Phrase | undefined {
  if (audience.state !== "known") {
    return undefined;
  }
  const text = audience.value;
  const near = cloudNames
    .map((name) => clouds[name].federatedCredentialAudience)
    .find((known) => known.toLowerCase() === text.trim().toLowerCase());
  const expected = issuer.kind === "entra" ? clouds[issuer.cloud].federatedCredentialAudience : near;
  // An audience of one's own is somebody's decision; one that only looks like a cloud's is a slip.
  return near === undefined || text === expected
    ? undefined
    : [
        " expects the audience ",
        { value: text, kind: "text" },
        ", which has to be written exactly as ",
        { value: expected ?? near, kind: "text" },
      ];
}
