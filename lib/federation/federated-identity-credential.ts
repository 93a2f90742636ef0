import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { Component } from "../component";
import type { Identity } from "../identity/identity";
import { parseManagedIdentityId } from "../identity/managed-identity-id";
import { retryHooks } from "../retry/retry-hooks";
import type { Trust } from "./settle-trust";

/** What a federated identity credential is made of. */
export interface CredentialArgs {
  readonly identity: Identity;
  /** Name of the credential on its identity. */
  readonly name: pulumi.Input<string>;
  readonly trust: Trust;
  readonly audience: pulumi.Output<string>;
  /** The service connection whose tokens are trusted. */
  readonly connection: pulumi.Resource;
  /**
   * Another credential of the same identity that is written before. Azure refuses to write two at once under one managed
   * identity; on an application the provider itself takes care.
   */
  readonly previous: pulumi.Resource | undefined;
}

/** A federated identity credential, be it on an application or on a managed identity. */
export type Credential = azuread.ApplicationFederatedIdentityCredential | FederatedIdentityCredential;

/** Creates the credential by which the identity trusts the service connection. */
export function createFederatedIdentityCredential(component: Component, args: CredentialArgs): Credential {
  const { applicationObjectId, managedIdentityId } = args.identity;
  if (applicationObjectId !== undefined) {
    return createOnApplication(component, args, applicationObjectId);
  }
  if (managedIdentityId !== undefined) {
    return createOnManagedIdentity(component, args, managedIdentityId);
  }
  throw new TypeError(`${component.title} has an identity that is neither an application nor a managed identity.`);
}

function createOnApplication(
  component: Component,
  { name, trust, audience, connection }: CredentialArgs,
  objectId: pulumi.Output<string>,
): Credential {
  return new azuread.ApplicationFederatedIdentityCredential(
    `${component.name}-credential`,
    {
      applicationId: pulumi.interpolate`/applications/${objectId}`,
      displayName: name,
      description: `Service connection of ${component.name}`,
      issuer: trust.issuer,
      subject: trust.subject,
      audiences: [audience],
    },
    { ...credentialOptions(component, connection), ...retryHooks("application-credential") },
  );
}

function createOnManagedIdentity(
  component: Component,
  { name, trust, audience, connection, previous }: CredentialArgs,
  identityId: pulumi.Output<string>,
): Credential {
  const identity = identityId.apply((id) => {
    const parsed = parseManagedIdentityId(id);
    if (parsed === undefined) {
      throw new TypeError(`"${id}" is not the resource ID of a user-assigned managed identity.`);
    }
    return parsed;
  });
  return new FederatedIdentityCredential(
    `${component.name}-credential`,
    {
      resourceGroupName: identity.resourceGroupName,
      resourceName: identity.name,
      federatedIdentityCredentialResourceName: name,
      issuer: trust.issuer,
      subject: trust.subject,
      audiences: [audience],
    },
    {
      ...credentialOptions(component, connection),
      dependsOn: previous === undefined ? [] : [previous],
      ...retryHooks("managed-identity-credential"),
    },
  );
}

function credentialOptions({ resource: parent }: Component, connection: pulumi.Resource): pulumi.CustomResourceOptions {
  return {
    parent,
    // The pair of issuer and subject must be unique on an identity.
    deleteBeforeReplace: true,
    // Azure DevOps refuses to delete a connection whose credential exists. When the connection is replaced, the credential
    // has to go before it; that is also why the credential is never deletedWith anything.
    replaceWith: [connection],
  };
}
