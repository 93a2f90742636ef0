/** A resource type of a watched package that gives nobody access. */
export interface HarmlessType {
  /** Why: the rest of a sentence that begins with "It". */
  readonly reason: string;
  /** Properties that make it give access after all where they are given. */
  readonly unless?: readonly string[];
}

const workItems: HarmlessType = { reason: "is about work items, which lead to no connection" };
const describesApplication: HarmlessType = { reason: "describes an application; who may use it is told elsewhere" };
const asksForConsent: HarmlessType = {
  reason: "says what an application asks for; it gets nothing before an administrator consents",
};
const branchPolicy: HarmlessType = { reason: "decides how code gets into a branch, not what the code may reach" };
const azurePolicy: HarmlessType = {
  reason: "restricts what may be deployed; roles of its identity are role assignments of their own",
};
const reviewsAccess: HarmlessType = { reason: "asks people to look at access that exists" };
const network: HarmlessType = { reason: "decides from which network Azure is reached, and signs nobody in" };
const lock: HarmlessType = { reason: "keeps things from being deleted, and lets nobody do more" };
const container: HarmlessType = { reason: "holds other things, and gives nothing by itself" };

/**
 * The resource types of watched packages that are passed over on purpose, by their keys. Every other type of these packages that no
 * recognizer knows is reported as not understood.
 */
export const harmlessTypes: Readonly<Record<string, HarmlessType>> = {
  "azure-native:authorization:AccessReviewHistoryDefinitionById": reviewsAccess,
  "azure-native:authorization:AccessReviewScheduleDefinitionById": reviewsAccess,
  "azure-native:authorization:ManagementLockAtResourceGroupLevel": lock,
  "azure-native:authorization:ManagementLockAtResourceLevel": lock,
  "azure-native:authorization:ManagementLockAtSubscriptionLevel": lock,
  "azure-native:authorization:ManagementLockByScope": lock,
  "azure-native:authorization:PolicyAssignment": azurePolicy,
  "azure-native:authorization:PolicyDefinition": azurePolicy,
  "azure-native:authorization:PolicyDefinitionAtManagementGroup": azurePolicy,
  "azure-native:authorization:PolicyDefinitionVersion": azurePolicy,
  "azure-native:authorization:PolicyDefinitionVersionAtManagementGroup": azurePolicy,
  "azure-native:authorization:PolicyExemption": azurePolicy,
  "azure-native:authorization:PolicySetDefinition": azurePolicy,
  "azure-native:authorization:PolicySetDefinitionAtManagementGroup": azurePolicy,
  "azure-native:authorization:PolicySetDefinitionVersion": azurePolicy,
  "azure-native:authorization:PolicySetDefinitionVersionAtManagementGroup": azurePolicy,
  "azure-native:authorization:PrivateLinkAssociation": network,
  "azure-native:authorization:ResourceManagementPrivateLink": network,
  "azure-native:authorization:ScopeAccessReviewHistoryDefinitionById": reviewsAccess,
  "azure-native:authorization:ScopeAccessReviewScheduleDefinitionById": reviewsAccess,
  "azure-native:authorization:Variable": azurePolicy,
  "azure-native:authorization:VariableAtManagementGroup": azurePolicy,
  "azure-native:authorization:VariableValue": azurePolicy,
  "azure-native:authorization:VariableValueAtManagementGroup": azurePolicy,
  "azuread:index:AccessPackage": container,
  "azuread:index:AccessPackageCatalog": container,
  "azuread:index:AdministrativeUnit": { ...container, unless: ["members"] },
  "azuread:index:ApplicationApiAccess": asksForConsent,
  "azuread:index:ApplicationAppRole": describesApplication,
  "azuread:index:ApplicationFallbackPublicClient": describesApplication,
  "azuread:index:ApplicationIdentifierUri": describesApplication,
  "azuread:index:ApplicationKnownClients": asksForConsent,
  "azuread:index:ApplicationOptionalClaims": describesApplication,
  "azuread:index:ApplicationPermissionScope": describesApplication,
  "azuread:index:ApplicationRedirectUris": {
    reason: "says where people are sent after they sign in; pipelines and service principals never are",
  },
  "azuread:index:ClaimsMappingPolicy": { reason: "does nothing before it is assigned" },
  "azuread:index:DirectoryRole": { reason: "switches a role on; who has it is told elsewhere" },
  "azuread:index:User": { reason: "makes an account, which may do nothing before it is given something" },
  "azuread:index:UserFlowAttribute": { reason: "adds a field to sign-up forms" },
  "azuredevops:Agent:Pool": container,
  "azuredevops:Agent:Queue": container,
  "azuredevops:Build:BuildDefinition": { reason: "is a pipeline; what it may use is told by permissions" },
  "azuredevops:Core:Project": container,
  "azuredevops:Core:ProjectFeatures": { reason: "shows or hides parts of a project" },
  "azuredevops:Policy:BranchPolicyBuildValidation": branchPolicy,
  "azuredevops:Policy:BranchPolicyMinReviewers": branchPolicy,
  "azuredevops:Repository:Git": container,
  "azuredevops:index:Area": workItems,
  "azuredevops:index:AreaPermissions": workItems,
  "azuredevops:index:BranchPolicyAutoReviewers": branchPolicy,
  "azuredevops:index:BranchPolicyBuildValidation": branchPolicy,
  "azuredevops:index:BranchPolicyCommentResolution": branchPolicy,
  "azuredevops:index:BranchPolicyMergeTypes": branchPolicy,
  "azuredevops:index:BranchPolicyMinReviewers": branchPolicy,
  "azuredevops:index:BranchPolicyStatusCheck": branchPolicy,
  "azuredevops:index:BranchPolicyWorkItemLinking": branchPolicy,
  "azuredevops:index:BuildDefinition": { reason: "is a pipeline; what it may use is told by permissions" },
  "azuredevops:index:BuildFolder": container,
  "azuredevops:index:Dashboard": { reason: "shows figures of a project" },
  "azuredevops:index:DeploymentGroup": container,
  "azuredevops:index:ElasticPool": {
    reason: "makes agents, which get nothing that their pipelines have no permission for",
  },
  "azuredevops:index:Environment": container,
  "azuredevops:index:EnvironmentResourceKubernetes": {
    reason: "names a connection that exists; who may use that is told by permissions",
  },
  "azuredevops:index:Feed": container,
  "azuredevops:index:FeedRetentionPolicy": { reason: "decides how long packages are kept" },
  "azuredevops:index:Git": container,
  "azuredevops:index:GitRepositoryBranch": { reason: "is code; branch control decides what its branch may use" },
  "azuredevops:index:GitRepositoryFile": { reason: "is code; branch control decides what its branch may use" },
  "azuredevops:index:Group": { ...container, unless: ["members"] },
  "azuredevops:index:IterativePermissions": workItems,
  "azuredevops:index:Pool": container,
  "azuredevops:index:Project": container,
  "azuredevops:index:ProjectFeatures": { reason: "shows or hides parts of a project" },
  "azuredevops:index:ProjectTags": { reason: "labels a project" },
  "azuredevops:index:Queue": container,
  "azuredevops:index:RepositoryPolicyAuthorEmailPattern": branchPolicy,
  "azuredevops:index:RepositoryPolicyCaseEnforcement": branchPolicy,
  "azuredevops:index:RepositoryPolicyCheckCredentials": branchPolicy,
  "azuredevops:index:RepositoryPolicyFilePathPattern": branchPolicy,
  "azuredevops:index:RepositoryPolicyMaxFileSize": branchPolicy,
  "azuredevops:index:RepositoryPolicyMaxPathLength": branchPolicy,
  "azuredevops:index:RepositoryPolicyReservedNames": branchPolicy,
  "azuredevops:index:ServicehookStorageQueuePipelines": { reason: "tells others what happened, and lets nobody in" },
  "azuredevops:index:ServicehookWebhookTfs": { reason: "tells others what happened, and lets nobody in" },
  "azuredevops:index:TaggingPermissions": workItems,
  "azuredevops:index:Team": { ...container, unless: ["members", "administrators"] },
  "azuredevops:index:VariableGroup": {
    reason: "holds variables; a connection that it reads them through is told by itself",
  },
  "azuredevops:index:VariableGroupVariable": { reason: "is one variable" },
  "azuredevops:index:Wiki": { reason: "is text to read" },
  "azuredevops:index:WikiPage": { reason: "is text to read" },
  "azuredevops:index:WorkItemQueryPermissions": workItems,
  "azuredevops:index:Workitem": workItems,
  "azuredevops:index:Workitemquery": workItems,
  "azuredevops:index:WorkitemqueryFolder": workItems,
  "azuredevops:index:WorkitemtrackingField": workItems,
  "azuredevops:index:WorkitemtrackingprocessControl": workItems,
  "azuredevops:index:WorkitemtrackingprocessField": workItems,
  "azuredevops:index:WorkitemtrackingprocessGroup": workItems,
  "azuredevops:index:WorkitemtrackingprocessInheritedControl": workItems,
  "azuredevops:index:WorkitemtrackingprocessInheritedPage": workItems,
  "azuredevops:index:WorkitemtrackingprocessInheritedState": workItems,
  "azuredevops:index:WorkitemtrackingprocessList": workItems,
  "azuredevops:index:WorkitemtrackingprocessPage": workItems,
  "azuredevops:index:WorkitemtrackingprocessProcess": workItems,
  "azuredevops:index:WorkitemtrackingprocessProcessPermissions": workItems,
  "azuredevops:index:WorkitemtrackingprocessRule": workItems,
  "azuredevops:index:WorkitemtrackingprocessState": workItems,
  "azuredevops:index:WorkitemtrackingprocessSystemControl": workItems,
  "azuredevops:index:WorkitemtrackingprocessWorkitemtype": workItems,
};
