package main

import "testing"

func TestSchemaAgreesWithUpstream(t *testing.T) {
	problems, err := newPackage().CompareSchema()
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
}
