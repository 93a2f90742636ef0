package bridge

import (
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	sdkv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
)

// packageSchema is the part of a Pulumi package schema that tells lists from single values.
type packageSchema struct {
	Resources map[string]struct {
		InputProperties map[string]struct {
			Type string `json:"type"`
		} `json:"inputProperties"`
	} `json:"resources"`
}

func parseSchema(text []byte) packageSchema {
	var parsed packageSchema
	if err := json.Unmarshal(text, &parsed); err != nil {
		panic(err)
	}
	return parsed
}

// keepLists tells the bridge which upstream lists of at most one item the published package shows as lists. Left alone,
// the bridge shows every such list as a single value.
func (s packageSchema) keepLists(token string, upstream *schema.Resource) map[string]*tfbridge.SchemaInfo {
	fields := map[string]*tfbridge.SchemaInfo{}
	for name, field := range upstream.Schema {
		isList := field.Type == schema.TypeList || field.Type == schema.TypeSet
		if !isList || field.MaxItems != 1 {
			continue
		}
		asList := map[string]*tfbridge.SchemaInfo{name: {MaxItemsOne: tfbridge.False()}}
		property := tfbridge.TerraformToPulumiNameV2(name, sdkv2.NewSchemaMap(upstream.Schema), asList)
		if s.Resources[token].InputProperties[property].Type == "array" {
			fields[name] = asList[name]
		}
	}
	return fields
}
