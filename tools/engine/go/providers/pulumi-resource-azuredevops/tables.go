package main

// resources maps upstream resource names to the classes of @pulumi/azuredevops.
var resources = map[string]string{
	"azuredevops_build_definition":               "BuildDefinition",
	"azuredevops_check_approval":                 "CheckApproval",
	"azuredevops_check_branch_control":           "CheckBranchControl",
	"azuredevops_check_business_hours":           "CheckBusinessHours",
	"azuredevops_check_exclusive_lock":           "CheckExclusiveLock",
	"azuredevops_check_required_template":        "CheckRequiredTemplate",
	"azuredevops_check_rest_api":                 "CheckRestApi",
	"azuredevops_environment":                    "Environment",
	"azuredevops_git_repository":                 "Git",
	"azuredevops_pipeline_authorization":         "PipelineAuthorization",
	"azuredevops_project":                        "Project",
	"azuredevops_securityrole_assignment":        "SecurityroleAssignment",
	"azuredevops_serviceendpoint_aws":            "ServiceEndpointAws",
	"azuredevops_serviceendpoint_azurecr":        "ServiceEndpointAzureEcr",
	"azuredevops_serviceendpoint_azurerm":        "ServiceEndpointAzureRM",
	"azuredevops_serviceendpoint_dockerregistry": "ServiceEndpointDockerRegistry",
	"azuredevops_serviceendpoint_gcp_terraform":  "ServiceendpointGcpTerraform",
	"azuredevops_serviceendpoint_generic_v2":     "ServiceendpointGenericV2",
	"azuredevops_serviceendpoint_kubernetes":     "ServiceEndpointKubernetes",
	"azuredevops_serviceendpoint_permissions":    "ServiceendpointPermissions",
	"azuredevops_team":                           "Team",
}

// dataSources maps upstream data source names to the functions of @pulumi/azuredevops.
var dataSources = map[string]string{
	"azuredevops_build_definition":        "getBuildDefinition",
	"azuredevops_client_config":           "getClientConfig",
	"azuredevops_group":                   "getGroup",
	"azuredevops_groups":                  "getGroups",
	"azuredevops_project":                 "getProject",
	"azuredevops_projects":                "getProjects",
	"azuredevops_serviceendpoint_azurerm": "getServiceEndpointAzureRM",
	"azuredevops_team":                    "getTeam",
	"azuredevops_users":                   "getUsers",
}
