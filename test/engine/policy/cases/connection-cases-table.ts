import type { RuleName } from "../../../../analysis/rules/rules-table";
import type { PolicyCases } from "../policy-cases";

/** Cases of the policies about service connections and who may use them. */
export const connectionCases = {
  "all-pipelines": {
    pageSays: [
      'all-pipelines everyone: Service connection "payments-dev" may be used by every pipeline of the project, also by those that are made later.',
    ],
    found: {
      "a connection of another stack": {
        program: `new azuredevops.PipelineAuthorization("everyone", { projectId, resourceId: connectionId, type: "endpoint" });`,
        says: [
          'all-pipelines everyone: The service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006" may be used by every pipeline of the project, also by those that are made later.',
        ],
      },
    },
    notFound: {
      "an open agent queue": {
        program: `new azuredevops.PipelineAuthorization("agents", { projectId, resourceId: "12", type: "queue" });`,
      },
    },
  },
  "branch-control-too-wide": {
    pageSays: [
      'branch-control-too-wide branches: Branch control of service connection "payments-dev" lets in whoever can push a branch: it allows "refs/heads/*".',
    ],
    found: {
      "a branch whose protection is unknown": {
        program: `new azuredevops.CheckBranchControl("protected", {
          ...target,
          verifyBranchProtection: true,
          ignoreUnknownProtectionStatus: true,
        });`,
        says: [
          'branch-control-too-wide protected: Branch control of the service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006" requires a protected branch, but lets a branch in as well where it cannot find out whether it is protected.',
        ],
      },
    },
    notFound: {
      "a folder of branches": {
        program: `new azuredevops.CheckBranchControl("releases", { ...target, allowedBranches: "refs/heads/release/*" });`,
      },
    },
  },
  "production-without-checks": {
    pageSays: [
      'production-without-checks payments-prod-connection: Service connection "payments-prod" is named as one to production: no approval, branch control, required template or REST check guards it.',
    ],
    found: {
      "an identity that may change a group of production": {
        program: `new keyless.AzureServiceConnection("shop", {
          project: "payments",
          subscription,
          roleAssignments: [{ role: "Website Contributor", scope: wholeSubscription + "/resourceGroups/shop-prod" }],
        });`,
        says: [
          'production-without-checks shop-connection: Service connection "shop" may change things in "shop-prod", which is named as production: no approval, branch control, required template or REST check guards it.',
        ],
      },
    },
    notFound: {
      "a name that only begins like production": {
        program: `new keyless.AzureServiceConnection("product-catalog", { project: "payments", subscription });`,
      },
    },
  },
  "project-wide-connection-role": {
    pageSays: [
      'project-wide-connection-role keepers: Every service connection of the project, with its checks and permissions, can be changed by the person or group "vssgp.Uy0xLTktMTU1MTM3NDI0NQ", who has "Administer".',
    ],
    found: {
      "users of every connection": {
        program: `new azuredevops.ServiceendpointPermissions("users", {
          projectId,
          principal: "vssgp.Uy0xLTktMTU1MTM3NDI0NQ",
          permissions: { Use: "Allow" },
        });`,
        says: [
          'project-wide-connection-role users: Every service connection of the project can be put into pipelines by the person or group "vssgp.Uy0xLTktMTU1MTM3NDI0NQ", who has "Use".',
        ],
      },
    },
    notFound: {
      "readers of every connection": {
        program: `new azuredevops.ServiceendpointPermissions("readers", {
          projectId,
          principal: "vssgp.Uy0xLTktMTU1MTM3NDI0NQ",
          permissions: { ViewEndpoint: "Allow" },
        });`,
      },
    },
  },
  "requester-may-approve": {
    pageSays: [
      'requester-may-approve approval: Whoever starts a run may approve it for service connection "payments-prod".',
    ],
    found: {
      "an approval of a connection of another stack": {
        program: `new azuredevops.CheckApproval("approval", {
          ...target,
          approvers: [principalId],
          requesterCanApprove: true,
        });`,
        says: [
          'requester-may-approve approval: Whoever starts a run may approve it for the service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006".',
        ],
      },
    },
    notFound: {
      "an approval of an environment": {
        program: `new azuredevops.CheckApproval("approval", {
          projectId,
          targetResourceId: "3",
          targetResourceType: "environment",
          approvers: [principalId],
          requesterCanApprove: true,
        });`,
      },
    },
  },
  "stored-secret-connection": {
    pageSays: [
      'stored-secret-connection payments-dev: Service connection "payments-dev" signs in to Azure with a secret that Azure DevOps keeps.',
    ],
    found: {
      "a connection to another system": {
        program: `new azuredevops.ServiceEndpointDockerRegistry("registry", {
          projectId,
          serviceEndpointName: "registry",
          registryType: "Others",
          dockerRegistry: "https://registry.contoso.example",
          dockerUsername: "builder",
          dockerPassword: pulumi.secret("hunter2"),
        });`,
        says: [
          'stored-secret-connection registry: Service connection "registry" of the kind "dockerregistry" keeps a password, key, token or certificate in Azure DevOps.',
        ],
      },
    },
    notFound: {
      "workload identity federation by hand": {
        program: `const application = new azuread.Application("payments", { displayName: "payments" });
        new azuredevops.ServiceEndpointAzureRM("payments", {
          projectId,
          serviceEndpointName: "payments",
          serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
          credentials: { serviceprincipalid: application.clientId },
          azurermSpnTenantid: tenantId,
          azurermSubscriptionId: subscriptionId,
          azurermSubscriptionName: "Payments",
        });`,
      },
    },
  },
} satisfies Partial<Record<RuleName, PolicyCases>>;
