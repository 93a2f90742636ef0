import { azureDevOpsApplicationId } from "./applications";
import { formatGuidBase64Url, isGuid, parseGuidBase64Url } from "./guid";

/**
 * The clouds that an Entra subject can name: public, US Government, China, US Nat, US Sec. Only `pub` is observed for
 * Azure DevOps; the others are documented for Power Platform, which uses the same form:
 * https://learn.microsoft.com/power-platform/admin/set-up-managed-identity
 */
export const subjectCloudSegments = ["pub", "usg", "chn", "uss", "usn"] as const;

/** One of the {@link subjectCloudSegments}. */
export type SubjectCloudSegment = (typeof subjectCloudSegments)[number];

/** A service connection, in a token that Microsoft Entra signs. It names IDs only, so that a rename does not change it. */
export interface EntraServiceConnectionSubject {
  /** Tells the kinds apart. */
  readonly kind: "entra-service-connection";
  /** The cloud that the tenant lives in. */
  readonly cloudSegment: SubjectCloudSegment;
  /** GUID in lower case. */
  readonly tenantId: string;
  /** Always Azure DevOps: under any other application the subject is no service connection. */
  readonly applicationId: typeof azureDevOpsApplicationId;
  /** GUID in lower case. */
  readonly organizationId: string;
  /** GUID in lower case. */
  readonly connectionId: string;
}

/** A service connection, in a token that Azure DevOps signs. It names names, so that a rename changes it. */
export interface ServiceConnectionSubject {
  /** Tells the kinds apart. */
  readonly kind: "service-connection";
  /** Name of the organization. */
  readonly organization: string;
  /** Name of the project. */
  readonly project: string;
  /** Name of the service connection. */
  readonly connection: string;
}

/** A pipeline as such, in a token that Azure DevOps signs when no service connection was asked for. */
export interface PipelineSubject {
  /** Tells the kinds apart. */
  readonly kind: "pipeline";
  /** Name of the organization. */
  readonly organization: string;
  /** Name of the project. */
  readonly project: string;
  /** Name of the pipeline. */
  readonly pipeline: string;
}

/** Whatever else Microsoft Entra signs tokens for with an `/eid1` subject, such as Copilot Studio or Bot Framework. */
export interface EntraOtherSubject {
  /** Tells the kinds apart. */
  readonly kind: "entra-other";
  /** The cloud that the tenant lives in. */
  readonly cloudSegment: SubjectCloudSegment;
  /** GUID in lower case. */
  readonly tenantId: string;
  /** GUID in lower case; Azure DevOps too, for what is no service connection. */
  readonly applicationId: string;
  /** What follows the application: its form is the application's own business. */
  readonly path: string;
}

/** Any other text, also one that is nearly of a known form: Microsoft Entra compares subjects exactly. */
export interface OtherSubject {
  /** Tells the kinds apart. */
  readonly kind: "other";
  /** The text as it was given. */
  readonly subject: string;
}

/** Whom a token speaks of, read from the text of a subject. */
export type Subject =
  EntraServiceConnectionSubject | ServiceConnectionSubject | PipelineSubject | EntraOtherSubject | OtherSubject;

/**
 * Reads the text of a subject (`sub`). Every text has exactly one reading and {@link formatSubject} writes it again, so
 * that text which is not exactly of a known form (a GUID in capitals, a slash at the end) is `other`.
 *
 * The `sc://` form is documented at https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity.
 * The `/eid1` form is observed, not documented: use it to explain and to check a subject, never to make one.
 */
export function parseSubject(subject: string): Subject {
  return parseEntraSubject(subject) ?? parseNameSubject(subject) ?? { kind: "other", subject };
}

/**
 * Writes the text that {@link parseSubject} reads.
 *
 * @throws RangeError when a part cannot stand in its form: an ID that is not a GUID, an organization or project name with a
 * slash, a name that is empty or begins or ends with a space.
 */
export function formatSubject(subject: Subject): string {
  const text = formatParts(subject);
  if (parseSubject(text).kind !== subject.kind) {
    throw new RangeError(`"${text}" is not the subject of a ${subject.kind}: one of its parts cannot stand there.`);
  }
  return text;
}

function formatParts(subject: Subject): string {
  switch (subject.kind) {
    case "entra-service-connection":
      return formatEntraSubject(
        subject,
        `sc/${subject.organizationId.toLowerCase()}/${subject.connectionId.toLowerCase()}`,
      );
    case "entra-other":
      return formatEntraSubject(subject, subject.path);
    case "service-connection":
      return formatNameSubject("sc", subject, subject.connection);
    case "pipeline":
      return formatNameSubject("p", subject, subject.pipeline);
    case "other":
      return subject.subject;
  }
}

const entraPattern = /^\/eid1\/c\/([a-z]+)\/t\/([^/]+)\/a\/([^/]+)\/([^\s]+)$/;

function parseEntraSubject(subject: string): Subject | undefined {
  const [, segment = "", tenant = "", application = "", path] = entraPattern.exec(subject) ?? [];
  const cloudSegment = subjectCloudSegments.find((known) => known === segment);
  const tenantId = parseGuidBase64Url(tenant);
  const applicationId = parseGuidBase64Url(application);
  if (path === undefined || cloudSegment === undefined || tenantId === undefined || applicationId === undefined) {
    return undefined;
  }
  if (applicationId !== azureDevOpsApplicationId || !path.startsWith("sc/")) {
    return { kind: "entra-other", cloudSegment, tenantId, applicationId, path };
  }
  const [, organizationId = "", connectionId = "", ...rest] = path.split("/");
  return rest.length === 0 && isCanonicalGuid(organizationId) && isCanonicalGuid(connectionId)
    ? { kind: "entra-service-connection", cloudSegment, tenantId, applicationId, organizationId, connectionId }
    : undefined;
}

function formatEntraSubject(subject: EntraServiceConnectionSubject | EntraOtherSubject, path: string): string {
  const tenant = formatGuidBase64Url(subject.tenantId);
  const application = formatGuidBase64Url(subject.applicationId);
  return `/eid1/c/${subject.cloudSegment}/t/${tenant}/a/${application}/${path}`;
}

// A project name cannot hold a slash, so that whatever follows the second one is the last name, slashes included.
const namePattern = /^(sc|p):\/\/([^/]+)\/([^/]+)\/(.+)$/s;

function parseNameSubject(subject: string): Subject | undefined {
  const [, scheme, organization, project, last] = namePattern.exec(subject) ?? [];
  if (organization === undefined || project === undefined || last === undefined) {
    return undefined;
  }
  if (![organization, project, last].every((name) => name === name.trim())) {
    return undefined;
  }
  return scheme === "sc"
    ? { kind: "service-connection", organization, project, connection: last }
    : { kind: "pipeline", organization, project, pipeline: last };
}

function formatNameSubject(
  scheme: "sc" | "p",
  names: { readonly organization: string; readonly project: string },
  last: string,
): string {
  for (const name of [names.organization, names.project]) {
    if (name.includes("/")) {
      throw new RangeError(`"${name}" cannot stand in a subject: organization and project names have no slash.`);
    }
  }
  return `${scheme}://${names.organization}/${names.project}/${last}`;
}

function isCanonicalGuid(text: string): boolean {
  return isGuid(text) && text === text.toLowerCase();
}
