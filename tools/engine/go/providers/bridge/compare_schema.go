package bridge

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	pschema "github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// CompareSchema lists where the package schema and what the bridge makes of the upstream provider disagree on the inputs
// of resources: names, types, required inputs, replacement. A program typed by the schema would then not be understood.
func (p Package) CompareSchema() ([]string, error) {
	comparison := comparison{}
	if err := json.Unmarshal(p.Schema, &comparison.spec); err != nil {
		return nil, err
	}
	info := p.Info()
	mapped := map[string]bool{}
	for upstream, class := range p.Resources {
		token := p.Token(class)
		mapped[token] = true
		resource, known := comparison.spec.Resources[token]
		if !known {
			comparison.report(token, "is not in the schema")
			continue
		}
		object := object{token, info.P.ResourcesMap().Get(upstream).Schema(), info.Resources[upstream].Fields}
		comparison.compareObject(object, resource.InputProperties, resource.RequiredInputs)
	}
	for token := range comparison.spec.Resources {
		if !mapped[token] {
			comparison.report(token, "is in the schema and served by nobody")
		}
	}
	slices.Sort(comparison.problems)
	return comparison.problems, nil
}

type comparison struct {
	spec     pschema.PackageSpec
	problems []string
}

// object is a resource or a block inside one, as the bridge sees it.
type object struct {
	path   string
	fields shim.SchemaMap
	info   map[string]*tfbridge.SchemaInfo
}

func (c *comparison) report(path, format string, args ...any) {
	c.problems = append(c.problems, path+" "+fmt.Sprintf(format, args...))
}

func (c *comparison) compareObject(o object, properties map[string]pschema.PropertySpec, required []string) {
	seen := map[string]bool{}
	o.fields.Range(func(name string, field shim.Schema) bool {
		property := tfbridge.TerraformToPulumiNameV2(name, o.fields, o.info)
		seen[property] = true
		if !field.Optional() && !field.Required() || field.Deprecated() != "" {
			return true
		}
		spec, known := properties[property]
		if !known {
			c.report(o.path+"."+property, "is upstream's %q and not in the schema", name)
			return true
		}
		c.compareProperty(o, name, spec)
		hasDefault := field.DefaultFunc() != nil || o.info[name] != nil && o.info[name].Default != nil
		if !hasDefault && field.Required() != slices.Contains(required, property) {
			c.report(o.path+"."+property, "is required in one of the two only")
		}
		return true
	})
	for property := range properties {
		if !seen[property] {
			c.report(o.path+"."+property, "is unknown upstream")
		}
	}
}

func (c *comparison) compareProperty(o object, name string, spec pschema.PropertySpec) {
	field, info := o.fields.Get(name), o.info[name]
	path := o.path + "." + tfbridge.TerraformToPulumiNameV2(name, o.fields, o.info)
	if field.ForceNew() && !spec.WillReplaceOnChanges {
		c.report(path, "is replaced upstream and updated in the schema")
	}
	kind, kindInSchema := c.kindOf(field, info), c.kindInSchema(spec.TypeSpec)
	if kind != kindInSchema {
		c.report(path, "is %s upstream and %s in the schema", kind, kindInSchema)
		return
	}
	block, isBlock := field.Elem().(shim.Resource)
	if !isBlock {
		return
	}
	element := spec.TypeSpec
	if element.Items != nil {
		element = *element.Items
	}
	nested := c.spec.Types[strings.TrimPrefix(element.Ref, "#/types/")]
	var nestedInfo map[string]*tfbridge.SchemaInfo
	if info != nil && info.Elem != nil {
		nestedInfo = info.Elem.Fields
	}
	c.compareObject(object{path, block.Schema(), nestedInfo}, nested.Properties, nested.Required)
}

func (c *comparison) kindOf(field shim.Schema, info *tfbridge.SchemaInfo) string {
	switch field.Type() {
	case shim.TypeBool:
		return "boolean"
	case shim.TypeInt:
		return "integer"
	case shim.TypeFloat:
		return "number"
	case shim.TypeMap:
		return "object"
	case shim.TypeList, shim.TypeSet:
		if !tfbridge.IsMaxItemsOne(field, info) {
			return "array"
		}
		if element, isScalar := field.Elem().(shim.Schema); isScalar {
			return c.kindOf(element, nil)
		}
		return "object"
	default:
		return "string"
	}
}

func (c *comparison) kindInSchema(spec pschema.TypeSpec) string {
	if spec.Ref != "" {
		return "object"
	}
	return spec.Type
}
