package main

import (
	"slices"
	"testing"
)

// The schema is that of the published 3.16.2; the code is upstream's 1.16.0, which is a little newer.
var newUpstream = []string{
	"azuredevops:index/serviceEndpointAzureEcr:ServiceEndpointAzureEcr.azurecrSubscriptionId is replaced upstream and updated in the schema",
	"azuredevops:index/serviceEndpointAzureEcr:ServiceEndpointAzureEcr.azurecrSubscriptionName is replaced upstream and updated in the schema",
	"azuredevops:index/team:Team.areas is upstream's \"area\" and not in the schema",
}

func TestSchemaAgreesWithUpstream(t *testing.T) {
	problems, err := newPackage().CompareSchema()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(problems, newUpstream) {
		t.Errorf("got %q, want %q", problems, newUpstream)
	}
}
