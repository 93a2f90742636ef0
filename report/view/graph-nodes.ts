import type { DirectoryPermission } from "../../analysis/model/directory-permission";
import type { Identity } from "../../analysis/model/identity";
import type { PipelinePermission } from "../../analysis/model/pipeline-permission";
import type { Reference } from "../../analysis/model/reference";
import type { RoleAssignment } from "../../analysis/model/role-assignment";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { StoredSecret } from "../../analysis/model/stored-secret";
import type { Trust } from "../../analysis/model/trust";
import type { Phrase } from "../../analysis/phrase";
import { readLogicalName } from "../../analysis/rules/name-thing";
import { describeTrust } from "../../analysis/trust/describe-trust";
import type { Party } from "../../analysis/trust/trusted-party";
import { referTo, type AccessSide } from "./access-side";
import type { DraftNode } from "./graph-draft";
import type { GraphFacts } from "./graph-facts";
import { sayDirectoryPermission } from "./words/access-wording";
import { sayParty } from "./words/party-words";
import { namePlaceShortly } from "./words/place-words";
import { nameRoleShortly } from "./words/role-words";
import { identityNouns, readName, saySignIn } from "./words/thing-words";
import type { CheckKind } from "../../analysis/model/check";

/** Makes the nodes of the picture. What is the same thing before and after the run has the same key. */
export class GraphNodes {
  constructor(
    private readonly side: AccessSide,
    private readonly facts: GraphFacts,
  ) {}

  createConnection(connection: ServiceConnection): DraftNode {
    return {
      kind: "connection",
      key: this.facts.followUrn(connection.urn),
      label: readName(connection.connectionName, connection.name),
      detail: [saySignIn(connection), this.sayGuards(connection)].filter((text) => text !== "").join(", "),
    };
  }

  createIdentity(identity: Identity): DraftNode {
    return {
      kind: "identity",
      key: this.facts.followUrn(identity.urn),
      label: readName(identity.displayName, identity.name),
      detail: identityNouns[identity.kind],
    };
  }

  /** Whatever a reference to a connection points at; nothing where there is none to point at. */
  findConnection(reference: Reference): DraftNode | undefined {
    const declared = reference.to === "declared" ? this.side.index.find("serviceConnection", reference.urn) : undefined;
    return declared === undefined
      ? this.createReferred(reference, "connection", "service connection")
      : this.createConnection(declared);
  }

  /** Whatever a reference to an identity points at; nothing where there is none to point at. */
  findIdentity(reference: Reference): DraftNode | undefined {
    const declared = reference.to === "declared" ? this.side.index.find("identity", reference.urn) : undefined;
    return declared === undefined
      ? this.createReferred(reference, "identity", "identity")
      : this.createIdentity(declared);
  }

  createPipeline({ allPipelines, pipeline, project }: PipelinePermission): DraftNode {
    const place = project.state === "known" ? project.value : project.state;
    if (allPipelines || pipeline.state === "absent") {
      return { kind: "pipeline", key: `project ${place} *`, label: "Every pipeline", detail: "of the project" };
    }
    if (pipeline.state === "known") {
      return { kind: "pipeline", key: `project ${place} ${pipeline.value}`, label: `Pipeline ${pipeline.value}` };
    }
    const from = pipeline.state === "unknown" ? pipeline.from : [];
    const label = from.length === 0 ? "Pipeline that cannot be seen" : from.map(readLogicalName).join(", ");
    const detail = from.length === 0 ? pipeline.state : "not known until deployment";
    return { kind: "pipeline", key: `${pipeline.state} ${place} ${from.join(" ")}`, label, detail };
  }

  /** Somebody who gets in without a connection of this stack. */
  createParty(trust: Trust): DraftNode {
    const detail = writePhrase(sayParty(trust, this.side));
    return { kind: "pipeline", key: `party ${detail}`, label: partyWords[describeTrust(trust).kind], detail };
  }

  createHolder(secret: StoredSecret): DraftNode {
    return {
      kind: "pipeline",
      key: `holder ${this.facts.followUrn(secret.urn)}`,
      label: `Whoever holds ${secret.name}`,
      detail: `a ${secret.kind}, from anywhere`,
    };
  }

  createRole({ role, scope }: RoleAssignment): DraftNode {
    const label = nameRoleShortly(role, this.side.index);
    const detail = namePlaceShortly(scope);
    const place = scope.state === "known" ? scope.value.toLowerCase() : JSON.stringify(scope);
    return { kind: "role", key: `role ${label} ${place}`, label, detail };
  }

  createDirectoryPermission(permission: DirectoryPermission): DraftNode {
    const label = writePhrase(sayDirectoryPermission(permission).slice(0, 2));
    return { kind: "role", key: `directory ${label}`, label, detail: "in the directory" };
  }

  private createReferred(reference: Reference, kind: DraftNode["kind"], noun: string): DraftNode | undefined {
    switch (reference.to) {
      case "absent":
        return undefined;
      case "declared":
        return { kind, key: reference.urn, label: readLogicalName(reference.urn), detail: noun };
      case "other":
        return { kind, key: `id ${reference.id.toLowerCase()}`, label: reference.id, detail: `${noun} from elsewhere` };
      case "unknown": {
        const from = reference.from.map(readLogicalName).join(", ");
        const label = from === "" ? `A ${noun}` : from;
        return { kind, key: `unknown ${reference.from.join(" ")}`, label, detail: "not known until deployment" };
      }
      default:
        return {
          kind,
          key: reference.to,
          label: `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} that cannot be seen`,
        };
    }
  }

  private sayGuards(connection: ServiceConnection): string {
    const kinds = [...new Set(this.side.checksOf(referTo(connection)).map(({ kind }) => checkWords[kind]))].sort();
    return kinds.length === 0 ? "no checks" : kinds.join(", ");
  }
}

/** Who gets in without a connection of this stack. */
const partyWords: Readonly<Record<Party["kind"], string>> = {
  entraIdentity: "Identity of a tenant",
  gitHub: "GitHub Actions",
  gitLab: "GitLab",
  kubernetes: "Kubernetes",
  microsoftApplication: "Service of Microsoft",
  nobody: "Nobody",
  otherIssuer: "Other issuer",
  pipeline: "Pipeline without a connection",
  serviceConnection: "Connection from elsewhere",
  terraform: "HCP Terraform",
  unknown: "Somebody who cannot be seen",
};

const checkWords: Readonly<Record<CheckKind, string>> = {
  approval: "approval",
  branchControl: "branch control",
  requiredTemplate: "required template",
  exclusiveLock: "exclusive lock",
  businessHours: "business hours",
  restApi: "check by another service",
  other: "unknown check",
};

function writePhrase(phrase: Phrase): string {
  const text = phrase.map((part) => (typeof part === "string" ? part : part.value)).join("");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
