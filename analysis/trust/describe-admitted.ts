import type { ClaimCondition } from "../../facts/claims-expressions";
import type { Phrase, PhraseValue, PhraseValueKind } from "../phrase";
import type {
  ConnectionParty,
  Exactness,
  GitHubParty,
  GitLabParty,
  KubernetesParty,
  Party,
  PipelineParty,
  TerraformParty,
} from "./trusted-party";

/** Says in words who gets in, so that "can sign in" may follow. Conditions on other claims than the subject come last. */
export function describeAdmitted(party: Party, exactness: Exactness, conditions: readonly ClaimCondition[]): Phrase {
  return [
    ...describeParty(party, exactness === "pattern" ? " whose subject fits " : " with the subject "),
    ...conditions.flatMap(({ claim, operator, comparand }, index): Phrase => [
      index === 0 ? ", if " : " and ",
      name(claim, "text"),
      operator === "eq" ? " is " : " fits ",
      name(comparand, "text"),
    ]),
  ];
}

function describeParty(party: Party, withSubject: string): Phrase {
  switch (party.kind) {
    case "serviceConnection":
    case "pipeline":
      return describeAzureDevOps(party);
    case "microsoftApplication":
      return [
        "the service of Microsoft with the application ID ",
        name(party.applicationId, "id"),
        " for ",
        name(party.path, "subject"),
      ];
    case "entraIdentity":
      return [
        "whoever can sign in as the identity ",
        name(party.principalId, "id"),
        " of the tenant ",
        name(party.tenantId, "id"),
      ];
    case "gitHub":
      return describeGitHub(party, withSubject);
    case "gitLab":
    case "terraform":
    case "kubernetes":
      return describeRun(party);
    case "otherIssuer":
      return [
        "whoever has a token of the issuer ",
        name(party.issuer, "issuer"),
        ...(party.subject === undefined ? [] : [withSubject, name(party.subject, "subject")]),
      ];
    case "nobody":
      return ["nobody, as no issuer signs a token with these values,"];
    case "unknown":
      return ["somebody who cannot be seen from here"];
  }
}

function describeAzureDevOps(party: ConnectionParty | PipelineParty): Phrase {
  if (party.kind === "pipeline") {
    return ["the pipeline ", name(party.pipeline), ...inProject(party)];
  }
  return party.generation === "entra"
    ? [
        "the pipelines that may use the service connection with the ID ",
        name(party.connectionId, "id"),
        " of the Azure DevOps organization with the ID ",
        name(party.organizationId, "id"),
      ]
    : ["the pipelines that may use the service connection ", name(party.connection), ...inProject(party)];
}

function describeRun(party: GitLabParty | TerraformParty | KubernetesParty): Phrase {
  switch (party.kind) {
    case "gitLab":
      return [
        `the jobs of ${the(party.project, "GitLab project")} `,
        name(party.project),
        ` on ${the(party.ref, party.refType === "tag" ? "tag" : "branch")} `,
        name(party.ref, "branch"),
        ...at(party.host, "gitlab.com"),
      ];
    case "terraform":
      return [
        `the ${party.runPhase === "plan" || party.runPhase === "apply" ? `${party.runPhase} runs` : "runs"} of `,
        `${the(party.workspace, "HCP Terraform workspace")} `,
        name(party.workspace),
        " in the organization ",
        name(party.organization),
        ...at(party.host, "app.terraform.io"),
      ];
    case "kubernetes":
      return [
        "the workloads with the service account ",
        name(party.serviceAccount),
        " in the namespace ",
        name(party.namespace),
        " of the Kubernetes cluster ",
        name(party.cluster, "issuer"),
      ];
  }
}

function inProject({ project, organization }: { readonly project: string; readonly organization: string }): Phrase {
  return [" of the project ", name(project), " in the Azure DevOps organization ", name(organization)];
}

function at(host: string, usual: string): Phrase {
  return host === usual ? [] : [" at ", name(host, "issuer")];
}

function describeGitHub({ enterprise, repository, context }: GitHubParty, withSubject: string): Phrase {
  const place: Phrase = enterprise === undefined ? [] : [" at the GitHub of ", name(enterprise)];
  if (repository === undefined) {
    return [
      "whoever has a token of GitHub Actions",
      ...place,
      ...(context.kind === "other" ? [withSubject, name(context.text, "subject")] : []),
    ];
  }
  const who = `${repository.owner}/${repository.name}`;
  const repositories: Phrase =
    repository.name === "*" && !/[*?]/.test(repository.owner)
      ? ["every repository of ", name(repository.owner)]
      : [/[*?]/.test(who) ? "every repository that fits " : "the repository ", name(who)];
  return ["GitHub Actions in ", ...repositories, ...place, ...describeContext(context)];
}

function describeContext(context: GitHubParty["context"]): Phrase {
  switch (context.kind) {
    case "branch":
      return context.name === "*"
        ? [" on every branch"]
        : [` on ${the(context.name, "branch")} `, name(context.name, "branch")];
    case "tag":
      return context.name === "*"
        ? [" on every tag"]
        : [` on ${the(context.name, "tag")} `, name(context.name, "branch")];
    case "environment":
      return context.name === "*"
        ? [" in every environment"]
        : [` in ${the(context.name, "environment")} `, name(context.name)];
    case "pull-request":
      return [" in every pull request"];
    case "any":
      return [", whatever starts them, pull requests too"];
    case "other":
      return context.text === "*"
        ? [", whatever starts them, pull requests too"]
        : [" for ", name(context.text, "subject")];
  }
}

function the(pattern: string, noun: string): string {
  return /[*?]/.test(pattern) ? `every ${noun} that fits` : `the ${noun}`;
}

function name(value: string, kind: PhraseValueKind = "name"): PhraseValue {
  return { value, kind };
}
