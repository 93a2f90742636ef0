// Command sdkgen writes the TypeScript sources of a package's SDK from its schema, with Pulumi's own generator.
// The target folder keeps its own package.json, tsconfig.json and README.md.
//
//	go run ./sdkgen SCHEMA.json TARGET_FOLDER
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"

	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// existsMethod is the static method `exists` of a class. It calls a function that the last @pulumi/pulumi for Node 20
// does not have, so our SDK goes without.
var existsMethod = regexp.MustCompile(`(?s)\n    /\*\*\n     \* Check whether an existing .*?\n    }\n`)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: sdkgen SCHEMA.json TARGET_FOLDER")
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func generate(schemaFile, target string) error {
	pkg, err := readPackage(schemaFile)
	if err != nil {
		return err
	}
	files, err := nodejs.GeneratePackage("sdkgen", pkg, nil, map[string]string{}, true, nil)
	if err != nil {
		return fmt.Errorf("generate the SDK of %s: %w", pkg.Name, err)
	}
	for name, content := range files {
		if filepath.Ext(name) != ".ts" {
			continue
		}
		content = existsMethod.ReplaceAll(content, nil)
		path := filepath.Join(target, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func readPackage(schemaFile string) (*schema.Package, error) {
	content, err := os.ReadFile(schemaFile)
	if err != nil {
		return nil, err
	}
	var spec schema.PackageSpec
	if err := json.Unmarshal(content, &spec); err != nil {
		return nil, fmt.Errorf("read %s: %w", schemaFile, err)
	}
	pkg, diagnostics, err := schema.BindSpec(spec, schema.NewPluginLoader(nil), schema.ValidationOptions{})
	if err != nil {
		return nil, fmt.Errorf("bind %s: %w", schemaFile, err)
	}
	if diagnostics.HasErrors() {
		return nil, fmt.Errorf("bind %s: %w", schemaFile, diagnostics)
	}
	return pkg, nil
}
