import type { TrustedParty } from "../trust/trusted-party";
import { createRule } from "./create-rule";
import { groupByIdentity } from "./identity-key";
import { listPhrases, nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts, type TrustReading } from "./read-trust";

const kinds: Readonly<Record<TrustedParty["kind"], string | undefined>> = {
  serviceConnection: "service connections",
  pipeline: "pipelines themselves",
  gitHub: "GitHub Actions",
  gitLab: "GitLab",
  terraform: "HCP Terraform",
  kubernetes: "Kubernetes clusters",
  microsoftApplication: "other services of Microsoft",
  entraIdentity: "identities of Microsoft Entra",
  otherIssuer: "other issuers",
  nobody: undefined,
  unknown: undefined,
};

/** Finds identities that trust parties of more than one kind. */
export const mixedTrusts = createRule("mixed-trusts", (model, options) => {
  const readings = readTrusts(model, options);
  return [...groupByIdentity(model.list("trust")).values()].flatMap((trusts) => {
    const found = [...new Set(trusts.map((trust) => findKind(readings.get(trust))))]
      .filter((kind) => kind !== undefined)
      .sort();
    const [first] = trusts;
    if (first === undefined || found.length < 2) {
      return [];
    }
    const { identity } = first;
    return [
      {
        on: (identity.to === "declared" ? model.find("identity", identity.urn) : undefined) ?? first,
        message: [
          ...startSentence(nameReferredIdentity(identity, model)),
          " trusts parties of several kinds: ",
          ...listPhrases(found.map((kind) => [kind])),
          ".",
        ],
      },
    ];
  });
});

function findKind(reading: TrustReading | undefined): string | undefined {
  switch (reading?.kind) {
    case "ownConnection":
      return kinds.serviceConnection;
    case "foreignOrganization":
      return "another Azure DevOps organization";
    case "connectionElsewhere":
    case "open":
    case "stranger":
      return kinds[reading.party.kind];
    default:
      return undefined;
  }
}
