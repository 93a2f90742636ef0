import type * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { type CloudName, clouds } from "../../facts/clouds";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import type { Identity } from "../identity/identity";
import type { SharedIdentity } from "../identity/shared-identity";
import { formatCredentialName } from "./credential-name";
import { federationChecks } from "./check-federation";
import { takeTurn } from "./credential-turns";
import { type Credential, createFederatedIdentityCredential } from "./federated-identity-credential";
import { settleTrust } from "./settle-trust";

/** Who shall trust what, and how. */
export interface TrustArgs {
  readonly identity: Identity;
  /** What other connections have put on the identity, when it may be shared. */
  readonly shared: SharedIdentity | undefined;
  readonly connection: azuredevops.ServiceEndpointAzureRM;
  readonly cloud: CloudName;
  /** Default: that of the cloud. */
  readonly audience?: pulumi.Input<string>;
  /** Default: made from the name of the component. */
  readonly federatedIdentityCredentialName?: pulumi.Input<string>;
}

/** Makes the identity trust the service connection, by the issuer and subject that Azure DevOps names for it. */
export function createTrust(component: Component, args: TrustArgs): Credential {
  const { identity, connection, shared } = args;
  const { title, name } = component;
  const trust = settleTrust(
    component,
    pulumi.output({
      issuer: connection.workloadIdentityFederationIssuer,
      subject: connection.workloadIdentityFederationSubject,
      connectionId: connection.id,
      connectionName: connection.serviceEndpointName,
      tenantId: identity.tenantId,
    }),
  );
  const audience = checkWhenKnown(args.audience ?? clouds[args.cloud].federatedCredentialAudience, {
    component: title,
    path: "audience",
    check: federationChecks.audience,
  });
  const credentialName = checkWhenKnown(args.federatedIdentityCredentialName ?? formatCredentialName(name), {
    component: title,
    path: "federatedIdentityCredentialName",
    check: federationChecks.credentialName,
  });
  const create = (previous: pulumi.Resource | undefined): Credential =>
    createFederatedIdentityCredential(component, {
      identity,
      name: credentialName,
      trust,
      audience,
      connection,
      previous,
    });
  return shared === undefined ? create(undefined) : takeTurn(shared, create);
}
