// A version of an API of Azure, such as `v20220401` or `v20201001preview`, as azure-native writes it behind the module.
// Packages that are generated for one version only have it in their name: `azure-native_authorization_v20220401`.
const versionedPackagePattern = /^azure-native_[a-z0-9]+_v[a-z0-9]+$/i;

/**
 * Writes a type token without what does not tell types apart: the file behind the module and the version of the API.
 *
 * `azuread:index/application:Application` becomes `azuread:index:Application`, `azure-native:authorization/v20220401:RoleAssignment`
 * becomes `azure-native:authorization:RoleAssignment`. Text that is no type token stays apart from every one.
 */
export function formatTypeKey(type: string): string {
  const [packageName = "", module = "", ...rest] = type.split(":");
  const [moduleName = ""] = module.split("/");
  return [formatPackageName(packageName), moduleName === "" ? "index" : moduleName, ...rest].join(":");
}

/** Writes the name of a package without the version of an API. */
export function formatPackageName(name: string): string {
  return versionedPackagePattern.test(name) ? "azure-native" : name;
}
