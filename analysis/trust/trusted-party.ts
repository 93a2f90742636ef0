import type { ClaimCondition } from "../../facts/claims-expressions";
import type { CloudName } from "../../facts/clouds";
import type { GitHubContext } from "../../facts/github-subjects";
import type { Phrase } from "../phrase";

/**
 * A service connection of Azure DevOps. Its `generation` says who signs its tokens: Microsoft Entra names IDs, which stay for good;
 * Azure DevOps itself, the earlier way, names names, which may be given to another.
 */
export type ConnectionParty =
  | {
      readonly kind: "serviceConnection";
      readonly generation: "entra";
      readonly cloud: CloudName;
      /** IDs are GUIDs in lower case. */
      readonly tenantId: string;
      readonly organizationId: string;
      readonly connectionId: string;
    }
  | {
      readonly kind: "serviceConnection";
      readonly generation: "azure-devops";
      /** ID of the organization that signs; absent for the issuer of the first preview. */
      readonly organizationId?: string;
      readonly organization: string;
      readonly project: string;
      readonly connection: string;
    };

/** A pipeline of Azure DevOps as such, past every service connection with its checks. */
export interface PipelineParty {
  readonly kind: "pipeline";
  readonly generation: "azure-devops";
  readonly organizationId?: string;
  readonly organization: string;
  readonly project: string;
  readonly pipeline: string;
}

/** A service of Microsoft, other than a service connection, in tokens that Microsoft Entra signs. */
export interface MicrosoftApplicationParty {
  readonly kind: "microsoftApplication";
  readonly cloud: CloudName;
  readonly tenantId: string;
  readonly applicationId: string;
  /** What follows the application in the subject: its form is the application's own business. */
  readonly path: string;
}

/** An identity of a tenant, such as a managed identity: whatever can sign in as it gets in. */
export interface EntraIdentityParty {
  readonly kind: "entraIdentity";
  readonly cloud: CloudName;
  readonly tenantId: string;
  /** Object ID in lower case. */
  readonly principalId: string;
}

/** Runs of GitHub Actions. Names may hold `*` and `?` where a pattern lets in. */
export interface GitHubParty {
  readonly kind: "gitHub";
  /** Host of a GitHub of one's own, or the name of an enterprise; absent for github.com. */
  readonly enterprise?: string;
  /** Absent where the subject does not begin with a repository. */
  readonly repository?: GitHubRepository;
  readonly context: GitHubContext;
}

/** A repository by its names and, in the newer form, by the IDs that no other one ever gets. */
export interface GitHubRepository {
  readonly owner: string;
  readonly ownerId?: string;
  readonly name: string;
  readonly id?: string;
}

/** Jobs of GitLab. */
export interface GitLabParty {
  readonly kind: "gitLab";
  readonly host: string;
  readonly project: string;
  readonly refType: string;
  readonly ref: string;
}

/** Runs of HCP Terraform. */
export interface TerraformParty {
  readonly kind: "terraform";
  readonly host: string;
  readonly organization: string;
  readonly project?: string;
  readonly workspace: string;
  readonly runPhase: string;
}

/** Workloads of a Kubernetes cluster. */
export interface KubernetesParty {
  readonly kind: "kubernetes";
  /** The issuer: each cluster has its own. */
  readonly cluster: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Whoever an issuer vouches for by a subject whose form is not known here. */
export interface OtherIssuerParty {
  readonly kind: "otherIssuer";
  readonly issuer: string;
  /** Absent where none is named, or an expression decides. */
  readonly subject?: string;
}

/** Nobody: no issuer signs a token with these values. */
export interface NobodyParty {
  readonly kind: "nobody";
  readonly issuer: string;
  readonly subject: string;
}

/** Somebody who cannot be seen from here. */
export interface UnknownParty {
  readonly kind: "unknown";
  /** Which part hides it: the first of issuer, subject and expression that does. */
  readonly part: "issuer" | "subject" | "expression";
  readonly why: "unknown" | "secret" | "unreadable" | "absent";
  /** URNs of the resources that it comes from. */
  readonly from: readonly string[];
}

/** Who, without how exactly. */
export type Party =
  | ConnectionParty
  | PipelineParty
  | MicrosoftApplicationParty
  | EntraIdentityParty
  | GitHubParty
  | GitLabParty
  | TerraformParty
  | KubernetesParty
  | OtherIssuerParty
  | NobodyParty
  | UnknownParty;

/**
 * How exactly a party is told.
 *
 * - `exact`: one subject, and no other token gets in.
 * - `pattern`: whatever fits a pattern or an expression.
 * - `issuerOnly`: whoever has a token of the issuer.
 * - `unknown`: what decides cannot be seen, or not be read.
 */
export type Exactness = "exact" | "pattern" | "issuerOnly" | "unknown";

/** Whom a federated identity credential lets in. */
export type TrustedParty = Party & {
  readonly exactness: Exactness;
  /** What else a token has to say, besides the issuer and the subject that tell the party. */
  readonly conditions: readonly ClaimCondition[];
  /** Who gets in, in words, so that "can sign in" may follow. */
  readonly admits: Phrase;
};
