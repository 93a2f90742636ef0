/**
 * @typedef {object} EngineProgram One executable of the engine.
 * @property {string} name Its file name.
 * @property {string} version The version that we build.
 * @property {string} oldest The oldest version on the machine that serves as well: that of the npm package which talks to it.
 * @property {string} module Our Go module that builds it, a folder of tools/engine/go.
 * @property {string} package The Go package of its `main`.
 * @property {string} ldflags
 * @property {string} duration What a first build takes on two cores.
 */

/** @type {readonly EngineProgram[]} */
export const enginePrograms = [
  {
    name: "pulumi",
    version: "3.274.1",
    oldest: "3.248.0",
    module: "cli",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    ldflags: "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=3.274.1",
    duration: "4 min",
  },
  {
    name: "pulumi-resource-azuredevops",
    version: "3.16.2",
    oldest: "3.16.2",
    module: "providers",
    package: "./pulumi-resource-azuredevops",
    ldflags: "-s -w",
    duration: "3 min",
  },
  {
    name: "pulumi-resource-azuread",
    version: "6.9.1",
    oldest: "6.9.1",
    module: "providers",
    package: "./pulumi-resource-azuread",
    ldflags: "-s -w",
    duration: "2 min",
  },
];

/** Executables that run a compiled script of this checkout, by file name. */
export const nodePrograms = {
  "pulumi-language-nodejs": "build/tools/engine/language-host.js",
  "pulumi-resource-azure-native": "build/tools/engine/azure-native/main.js",
};
