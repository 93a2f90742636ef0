// Command pulumi-resource-azuredevops is the azuredevops provider plugin: the unpatched upstream provider behind
// Pulumi's bridge.
package main

import (
	_ "embed"

	"github.com/microsoft/terraform-provider-azuredevops/azuredevops"

	"keyless/engine/providers/bridge"
)

//go:embed schema.json
var packageSchema []byte

func main() {
	newPackage().Serve()
}

func newPackage() bridge.Package {
	return bridge.Package{
		Name:        "azuredevops",
		Version:     "3.16.2",
		Upstream:    azuredevops.Provider(),
		Schema:      packageSchema,
		Resources:   resources,
		DataSources: dataSources,
	}
}
