package main

// resources maps upstream resource names to the classes of @pulumi/azuread.
var resources = map[string]string{
	"azuread_app_role_assignment":                       "AppRoleAssignment",
	"azuread_application":                               "Application",
	"azuread_application_certificate":                   "ApplicationCertificate",
	"azuread_application_federated_identity_credential": "ApplicationFederatedIdentityCredential",
	"azuread_application_owner":                         "ApplicationOwner",
	"azuread_application_password":                      "ApplicationPassword",
	"azuread_application_registration":                  "ApplicationRegistration",
	"azuread_directory_role_assignment":                 "DirectoryRoleAssignment",
	"azuread_group":                                     "Group",
	"azuread_group_member":                              "GroupMember",
	"azuread_service_principal":                         "ServicePrincipal",
	"azuread_service_principal_password":                "ServicePrincipalPassword",
}

// dataSources maps upstream data source names to the functions of @pulumi/azuread.
var dataSources = map[string]string{
	"azuread_application":       "getApplication",
	"azuread_client_config":     "getClientConfig",
	"azuread_group":             "getGroup",
	"azuread_service_principal": "getServicePrincipal",
	"azuread_user":              "getUser",
}
