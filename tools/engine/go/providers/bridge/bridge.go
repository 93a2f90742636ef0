// Package bridge serves an unpatched upstream Terraform provider as a Pulumi provider, through Pulumi's own bridge.
package bridge

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	sdkv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

// Package says which upstream provider becomes which Pulumi package.
type Package struct {
	// Name of the Pulumi package.
	Name string
	// Version of the Pulumi package whose SDK this provider serves.
	Version string
	// Upstream is the provider that does all the work.
	Upstream *schema.Provider
	// Schema is the Pulumi package schema that `pulumi package get-schema` shows.
	Schema []byte
	// Resources maps an upstream resource name to the name of its Pulumi class.
	Resources map[string]string
	// DataSources maps an upstream data source name to the name of its Pulumi function.
	DataSources map[string]string
}

// Info is the bridge's description of the package. It panics when a table names something that upstream does not have:
// an error of ours, not of the user.
func (p Package) Info() tfbridge.ProviderInfo {
	info := tfbridge.ProviderInfo{
		P:            sdkv2.NewProvider(p.Upstream),
		Name:         p.Name,
		Version:      p.Version,
		MetadataInfo: tfbridge.NewProviderMetadata([]byte("{}")),
		Resources:    map[string]*tfbridge.ResourceInfo{},
		DataSources:  map[string]*tfbridge.DataSourceInfo{},
	}
	published := parseSchema(p.Schema)
	for upstream, class := range p.Resources {
		mustHave(p.Upstream.ResourcesMap, upstream)
		token := p.Token(class)
		info.Resources[upstream] = &tfbridge.ResourceInfo{
			Tok:    tokens.Type(token),
			Fields: published.keepLists(token, p.Upstream.ResourcesMap[upstream]),
		}
	}
	for upstream, function := range p.DataSources {
		mustHave(p.Upstream.DataSourcesMap, upstream)
		info.DataSources[upstream] = &tfbridge.DataSourceInfo{Tok: tokens.ModuleMember(p.Token(function))}
	}
	// The published packages name a resource themselves when the program gives no `name`.
	info.SetAutonaming(255, "-")
	return info
}

// Token spells a class or function of the package as Pulumi does: `azuread:index/groupMember:GroupMember`.
func (p Package) Token(member string) string {
	file := strings.ToLower(member[:1]) + member[1:]
	return fmt.Sprintf("%s:index/%s:%s", p.Name, file, member)
}

// Serve runs the provider plugin until the engine ends it.
func (p Package) Serve() {
	tfbridge.Main(p.Name, p.Version, p.Info(), p.Schema)
}

func mustHave(known map[string]*schema.Resource, name string) {
	if known[name] == nil {
		panic(fmt.Sprintf("the upstream provider has no %q", name))
	}
}
