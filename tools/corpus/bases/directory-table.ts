import type { CorpusBase } from "../corpus-case";
import { insertBefore } from "../insert-before";
import { newCertificate, oldCertificate } from "./certificates-table";

const end = "export const clientId = application.clientId;";

const password = `new azuread.ApplicationPassword("old", {
  applicationId: application.id,
  displayName: "old",
  endDate: "2027-01-01T00:00:00Z",
});
`;

const certificate = `new azuread.ApplicationCertificate("old", {
  applicationId: application.id,
  type: "AsymmetricX509Cert",
  value: certificate,
  endDate: "2027-01-01T00:00:00Z",
});
`;

/** What an identity has in the directory: owners, stored secrets, groups, roles and permissions. */
export const directoryBase: CorpusBase = {
  name: "directory",
  adopted: {
    "ApplicationPassword/old": {
      id: "0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd/password/0e0e0e0e-aaaa-4bbb-8ccc-000000000001",
      outputs: { keyId: "0e0e0e0e-aaaa-4bbb-8ccc-000000000001", startDate: "2026-01-01T00:00:00Z", value: "[secret]" },
      secrets: { value: "canary-password" },
    },
    "ApplicationCertificate/old": {
      id: "0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd/certificate/0e0e0e0e-aaaa-4bbb-8ccc-000000000002",
      outputs: { keyId: "0e0e0e0e-aaaa-4bbb-8ccc-000000000002", startDate: "2026-01-01T00:00:00Z", encoding: "pem" },
      secrets: { value: oldCertificate },
    },
    "ApplicationOwner/lead": { id: "owner-lead" },
    "Group/deployers": {
      id: "/groups/0e0e0e0e-bbbb-4ccc-8ddd-eeeeeeeeeeee",
      outputs: {
        objectId: "0e0e0e0e-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        members: [],
        owners: [],
        preventDuplicateNames: false,
        proxyAddresses: [],
        writebackEnabled: false,
      },
    },
    "GroupMember/payments": { id: "0e0e0e0e-bbbb-4ccc-8ddd-eeeeeeeeeeee/member/payments" },
    "AppRoleAssignment/applications": {
      id: "applications",
      outputs: {
        principalDisplayName: "payments",
        principalType: "ServicePrincipal",
        resourceDisplayName: "Microsoft Graph",
      },
    },
    "DirectoryRoleAssignment/reader": { id: "reader", outputs: { directoryScopeId: "/" } },
  },
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "trust", "storedSecret", "directoryPermission"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "password-added",
      edits: [insertBefore(end, `new azuread.ApplicationPassword("new", { applicationId: application.id });`)],
      access: "widens",
      classes: ["storedSecret"],
    },
    {
      name: "password-of-service-principal-added",
      edits: [insertBefore(end, `new azuread.ServicePrincipalPassword("new", { servicePrincipalId: principal.id });`)],
      access: "widens",
      classes: ["storedSecret"],
    },
    {
      name: "password-removed",
      edits: [{ find: password, replace: "" }],
      access: "narrows",
      classes: ["storedSecret"],
    },
    {
      name: "password-rotated",
      edits: [{ find: password, replace: password.replace("2027-01-01", "2028-01-01") }],
      access: "widens",
      classes: ["storedSecret"],
    },
    {
      name: "certificate-added",
      edits: [
        insertBefore(
          end,
          `new azuread.ApplicationCertificate("new", {`,
          `  applicationId: application.id,`,
          `  type: "AsymmetricX509Cert",`,
          `  value: \`${newCertificate}\`,`,
          `  endDate: "2028-01-01T00:00:00Z",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["storedSecret"],
    },
    {
      name: "certificate-removed",
      edits: [{ find: certificate, replace: "void certificate;" }],
      access: "narrows",
      classes: ["storedSecret"],
    },
    {
      name: "owner-added",
      edits: [
        insertBefore(
          end,
          `new azuread.ApplicationOwner("intern", {`,
          `  applicationId: application.id,`,
          `  ownerObjectId: "0e0e0e0e-5555-4666-8777-888888888888",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "owner-replaced",
      edits: [{ find: `"0e0e0e0e-1111-4222-8333-444444444444"`, replace: `"0e0e0e0e-5555-4666-8777-888888888888"` }],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "owner-removed",
      edits: [
        {
          find: `new azuread.ApplicationOwner("lead", {
  applicationId: application.id,
  ownerObjectId: "0e0e0e0e-1111-4222-8333-444444444444",
});
`,
          replace: "",
        },
      ],
      access: "narrows",
      classes: ["directoryPermission"],
    },
    {
      name: "group-membership-added",
      edits: [
        insertBefore(
          end,
          `new azuread.GroupMember("administrators", {`,
          `  groupObjectId: "0b0b0b0b-1111-4222-8333-444444444444",`,
          `  memberObjectId: principal.objectId,`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "group-membership-removed",
      edits: [
        {
          find: `new azuread.GroupMember("payments", { groupObjectId: deployers.objectId, memberObjectId: principal.objectId });\n`,
          replace: "void deployers;\n",
        },
      ],
      access: "narrows",
      classes: ["directoryPermission"],
    },
    {
      name: "app-role-added",
      edits: [
        insertBefore(
          end,
          `new azuread.AppRoleAssignment("directory", {`,
          `  principalObjectId: principal.objectId,`,
          `  resourceObjectId: "0d0d0d0d-1111-4222-8333-444444444444",`,
          `  // RoleManagement.ReadWrite.Directory`,
          `  appRoleId: "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "app-role-wider",
      edits: [
        {
          find: "18a4783c-866b-4cc7-a460-3d5e5662c884",
          // Application.ReadWrite.All
          replace: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
        },
      ],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "app-role-removed",
      edits: [
        {
          find: `new azuread.AppRoleAssignment("applications", {
  principalObjectId: principal.objectId,
  // Microsoft Graph's service principal here, and Application.ReadWrite.OwnedBy.
  resourceObjectId: "0d0d0d0d-1111-4222-8333-444444444444",
  appRoleId: "18a4783c-866b-4cc7-a460-3d5e5662c884",
});
`,
          replace: "",
        },
      ],
      access: "narrows",
      classes: ["directoryPermission"],
    },
    {
      name: "directory-role-added",
      edits: [
        insertBefore(
          end,
          `new azuread.DirectoryRoleAssignment("administrator", {`,
          `  principalObjectId: principal.objectId,`,
          `  // Global Administrator`,
          `  roleId: "62e90394-69f5-4237-9190-012177145e10",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["directoryPermission"],
    },
    {
      name: "directory-role-removed",
      edits: [
        {
          find: `new azuread.DirectoryRoleAssignment("reader", {
  principalObjectId: principal.objectId,
  // Directory Readers.
  roleId: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
});
`,
          replace: "",
        },
      ],
      access: "narrows",
      classes: ["directoryPermission"],
    },
    {
      name: "group-description",
      edits: [
        {
          find: `displayName: "deployers", securityEnabled: true`,
          replace: `displayName: "deployers", description: "Who deploys", securityEnabled: true`,
        },
      ],
      access: "same",
      classes: [],
    },
  ],
};
