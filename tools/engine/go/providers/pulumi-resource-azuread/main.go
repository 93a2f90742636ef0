// Command pulumi-resource-azuread is the azuread provider plugin: the unpatched upstream provider behind Pulumi's
// bridge.
package main

import (
	"context"
	_ "embed"
	"log"

	"github.com/hashicorp/terraform-provider-azuread/xpprovider"

	"keyless/engine/providers/bridge"
)

//go:embed schema.json
var packageSchema []byte

func main() {
	newPackage().Serve()
}

func newPackage() bridge.Package {
	upstream, err := xpprovider.GetProviderSchema(context.Background())
	if err != nil {
		log.Fatalf("the azuread provider does not start: %v", err)
	}
	return bridge.Package{
		Name:        "azuread",
		Version:     "6.9.1",
		Upstream:    upstream,
		Schema:      packageSchema,
		Resources:   resources,
		DataSources: dataSources,
	}
}
