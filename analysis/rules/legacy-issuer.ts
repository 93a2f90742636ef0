import { type CloudName, cloudNames, clouds } from "../../facts/clouds";
import { parseIssuer } from "../../facts/issuers";
import type { ServiceConnection } from "../model/service-connection";
import type { Trust } from "../model/trust";
import { createRule } from "./create-rule";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts, type TrustReading } from "./read-trust";

/** Finds trusts in the earlier issuer, where the later one can be had: in the public cloud. */
export const legacyIssuer = createRule("legacy-issuer", (model, options) =>
  [...readTrusts(model, options)].flatMap(([trust, reading]) => {
    const { issuer } = trust;
    if (issuer.state !== "known" || !isRetired(issuer.value, findCloud(trust, reading))) {
      return [];
    }
    return [
      {
        on: trust,
        message: [
          ...startSentence(nameReferredIdentity(trust.identity, model)),
          " trusts tokens of the issuer ",
          { value: issuer.value, kind: "issuer" },
          ", which name organization, project and connection by names that can be taken again.",
        ],
      },
    ];
  }),
);

function isRetired(issuer: string, cloud: CloudName): boolean {
  const { kind } = parseIssuer(issuer);
  return kind === "azure-devops-preview" || (kind === "azure-devops" && clouds[cloud].issuerGeneration === "entra");
}

/** The cloud that a trust is for, by its audience or its connection; where neither tells, the public one. */
function findCloud({ audience }: Trust, reading: TrustReading): CloudName {
  const byAudience = cloudNames.find(
    (name) => audience.state === "known" && audience.value === clouds[name].federatedCredentialAudience,
  );
  const connection = reading.kind === "ownConnection" ? reading.connection : undefined;
  return byAudience ?? readEnvironment(connection) ?? "AzureCloud";
}

function readEnvironment(connection: ServiceConnection | undefined): CloudName | undefined {
  const environment = connection?.environment;
  return cloudNames.find((name) => environment?.state === "known" && environment.value === name);
}
