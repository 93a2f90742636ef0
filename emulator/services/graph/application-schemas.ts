import { z } from "zod";

// Property names of https://learn.microsoft.com/graph/api/resources/application and …/serviceprincipal. What stands inside
// the complex ones is stored and answered as written: nothing in the emulator acts on it.

const text = z.string().nullish();
const list = z.array(z.unknown()).nullish();
const complex = z.record(z.string(), z.unknown()).nullish();
/** No credential with a secret exists in the emulated directory: only the empty list is accepted. */
const noCredentials = z.array(z.never()).nullish();

const sharedProperties = {
  "@odata.type": text,
  addIns: list,
  description: z.string().max(1024).nullish(),
  info: complex,
  notes: z.string().max(1024).nullish(),
  tags: z.array(z.string().max(256)).nullish(),
  tokenEncryptionKeyId: text,
  keyCredentials: noCredentials,
  passwordCredentials: noCredentials,
};

const signInAudience = z.enum([
  "AzureADMyOrg",
  "AzureADMultipleOrgs",
  "AzureADandPersonalMicrosoftAccount",
  "PersonalMicrosoftAccount",
]);

const applicationProperties = {
  ...sharedProperties,
  api: complex,
  appRoles: list,
  applicationTemplateId: text,
  authenticationBehaviors: complex,
  defaultRedirectUri: text,
  groupMembershipClaims: text,
  identifierUris: z.array(z.string().max(255)).nullish(),
  isDeviceOnlyAuthSupported: z.boolean().nullish(),
  isFallbackPublicClient: z.boolean().nullish(),
  nativeAuthenticationApisEnabled: text,
  oauth2RequirePostResponse: z.boolean().nullish(),
  optionalClaims: complex,
  parentalControlSettings: complex,
  publicClient: complex,
  requestSignatureVerification: complex,
  requiredResourceAccess: list,
  samlMetadataUrl: text,
  serviceManagementReference: text,
  servicePrincipalLockConfiguration: complex,
  signInAudience: signInAudience.nullish(),
  signInAudienceRestrictions: complex,
  spa: complex,
  uniqueName: text,
  verifiedPublisher: complex,
  web: complex,
};

/** References to the first owners, as a create request binds them. */
const boundOwners = { "owners@odata.bind": z.array(z.url()).max(20).optional() };

/** Body of POST /applications. */
export const applicationToCreate = z.strictObject({
  ...applicationProperties,
  ...boundOwners,
  displayName: z.string().min(1).max(256),
});

/** Body of PATCH /applications/{id}. */
export const applicationChanges = z.strictObject({
  ...applicationProperties,
  displayName: z.string().min(1).max(256).nullish(),
  // Clients send these back as they read them; a real change is refused by the operation.
  id: text,
  appId: text,
});

const servicePrincipalProperties = {
  ...sharedProperties,
  accountEnabled: z.boolean().nullish(),
  alternativeNames: z.array(z.string()).nullish(),
  appRoleAssignmentRequired: z.boolean().nullish(),
  customSecurityAttributes: complex,
  homepage: text,
  loginUrl: text,
  logoutUrl: text,
  notificationEmailAddresses: z.array(z.string()).nullish(),
  preferredSingleSignOnMode: text,
  preferredTokenSigningKeyThumbprint: text,
  replyUrls: z.array(z.string()).nullish(),
  samlMetadataUrl: text,
  samlSingleSignOnSettings: complex,
  servicePrincipalNames: z.array(z.string()).nullish(),
  // Roles that a service principal publishes come from its application; grants to it are another resource.
  appRoles: z.array(z.never()).nullish(),
  displayName: text,
  servicePrincipalType: text,
};

/** Body of POST /servicePrincipals. */
export const servicePrincipalToCreate = z.strictObject({
  ...servicePrincipalProperties,
  ...boundOwners,
  appId: z.guid(),
});

/** Body of PATCH /servicePrincipals/{id}. */
export const servicePrincipalChanges = z.strictObject({ ...servicePrincipalProperties, id: text, appId: text });

/** Answer that is one application. */
export const applicationAnswer = z.looseObject({
  "@odata.context": z.url().optional(),
  id: z.guid(),
  appId: z.guid(),
  displayName: z.string(),
  signInAudience,
  publisherDomain: z.string(),
  identifierUris: z.array(z.string()),
  tags: z.array(z.string()),
});

/** Answer that is one service principal. */
export const servicePrincipalAnswer = z.looseObject({
  "@odata.context": z.url().optional(),
  id: z.guid(),
  appId: z.guid(),
  displayName: z.string(),
  servicePrincipalType: z.enum(["Application", "ManagedIdentity"]),
  servicePrincipalNames: z.array(z.string()),
  appOwnerOrganizationId: z.guid(),
  appRoles: z.array(z.never()),
});
