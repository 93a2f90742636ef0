import { formatSubject, parseSubject } from "../../facts/subjects";

/** A subject that a public file shows, with what the same file, or its issuer, says about it in plain form. */
interface SubjectSample {
  readonly source: string;
  readonly subject: string;
  readonly tenantId: string;
  readonly organizationId: string;
  readonly connectionId: string;
}

// Where a copy without its repository's name was read, the source says what the file declares.
const entraSamples: readonly SubjectSample[] = [
  {
    source: "gravitational/teleport rfd/0211-azure-devops-joining.md, a decoded token (tenant: its tid claim)",
    subject:
      "/eid1/c/pub/t/MiSI_7AJe0O9IsoTwAN97Q/a/rISbSSETf0KqFyZ8ppdXmA/sc/0ca3ddd9-f0b0-4635-a98c-5866526961b6/64171687-7a59-4fce-b2c8-823278dcf176",
    tenantId: "ff882432-09b0-437b-bd22-ca13c0037ded",
    organizationId: "0ca3ddd9-f0b0-4635-a98c-5866526961b6",
    connectionId: "64171687-7a59-4fce-b2c8-823278dcf176",
  },
  {
    source:
      "Terraform: federated credential of the managed identity pipeline_identity_poc_hestia_aks (tenant: its issuer)",
    subject:
      "/eid1/c/pub/t/kTVPf2xfe0-hvQot2IMSGA/a/rISbSSETf0KqFyZ8ppdXmA/sc/e08e523c-54da-4401-8fb6-e1439b52cc97/5d6e9559-895b-4b42-a5d7-024245c8079c",
    tenantId: "7f4f3591-5f6c-4f7b-a1bd-0a2dd8831218",
    organizationId: "e08e523c-54da-4401-8fb6-e1439b52cc97",
    connectionId: "5d6e9559-895b-4b42-a5d7-024245c8079c",
  },
  {
    source:
      "Terraform: default of the variable azdo_federation_subject, project adodashboard (tenant: azdo_federation_issuer)",
    subject:
      "/eid1/c/pub/t/zD1KJJWuWUml6kuRp8fikQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/04dd6204-1462-4379-b082-6c1c837b2d77/e733f732-190d-426a-8b2e-598df6004e58",
    tenantId: "244a3dcc-ae95-4959-a5ea-4b91a7c7e291",
    organizationId: "04dd6204-1462-4379-b082-6c1c837b2d77",
    connectionId: "e733f732-190d-426a-8b2e-598df6004e58",
  },
  {
    source:
      "Azure/azure-cleanroom .pipelines/MIGRATION.md: credential cleanroom-prod-release-oidc (tenant: its issuer)",
    subject:
      "/eid1/c/pub/t/v4j5cvGGr0GRqy180BHbRw/a/rISbSSETf0KqFyZ8ppdXmA/sc/41bf5486-7392-4b7a-a7e3-a735c767e3b3/e6b77a5f-7512-4955-8f36-22456ad98b3b",
    tenantId: "72f988bf-86f1-41af-91ab-2d7cd011db47",
    organizationId: "41bf5486-7392-4b7a-a7e3-a735c767e3b3",
    connectionId: "e6b77a5f-7512-4955-8f36-22456ad98b3b",
  },
  {
    source: "Azure AI Foundry deployment guide: output of a credential list, azure-foundry-dev (tenant: its issuer)",
    subject:
      "/eid1/c/pub/t/E8CzFgDTjUasZH7aCCC20w/a/rISbSSETf0KqFyZ8ppdXmA/sc/cc675aa2-a9f1-4091-9600-8fd083925744/259270a3-61be-4f9c-aee0-14478327844e",
    tenantId: "16b3c013-d300-468d-ac64-7eda0820b6d3",
    organizationId: "cc675aa2-a9f1-4091-9600-8fd083925744",
    connectionId: "259270a3-61be-4f9c-aee0-14478327844e",
  },
  {
    source: "Pipeline handbook: credential volt-devops of the identity volt-electronics-pipeline (tenant: its issuer)",
    subject:
      "/eid1/c/pub/t/rmuUZvHHmUC3aG7BrGhCgA/a/rISbSSETf0KqFyZ8ppdXmA/sc/23609cc8-ca30-4d7d-a018-0a285693d227/b840b286-3e83-43e4-8e02-b8e8c0db0545",
    tenantId: "66946bae-c7f1-4099-b768-6ec1ac684280",
    organizationId: "23609cc8-ca30-4d7d-a018-0a285693d227",
    connectionId: "b840b286-3e83-43e4-8e02-b8e8c0db0545",
  },
];

describe("subjects of service connections in public files, Entra issuer", () => {
  it.each(entraSamples)("$source", ({ subject, tenantId, organizationId, connectionId }) => {
    const parts = {
      kind: "entra-service-connection",
      cloudSegment: "pub",
      tenantId,
      applicationId: "499b84ac-1321-427f-aa17-267ca6975798",
      organizationId,
      connectionId,
    } as const;
    expect(parseSubject(subject)).toEqual(parts);
    expect(formatSubject(parts)).toBe(subject);
  });

  // GoogleCloudPlatform/cloud-foundation-fabric fast/project-templates/devops-azure-wif/README.md, which shows no tenant ID
  it("tells organization and connection as the Google sample cuts them out", () => {
    const subject =
      "/eid1/c/pub/t/QuxZppa4OUeCSx113vjOOg/a/rISbSSETf0KqFyZ8ppdXmA/sc/5d2face9-4998-4294-8d24-763e98b6af3e/ddf48e36-d2cc-4aed-b863-a1c01a9c39d0";
    expect(parseSubject(subject)).toMatchObject({
      organizationId: "5d2face9-4998-4294-8d24-763e98b6af3e",
      connectionId: "ddf48e36-d2cc-4aed-b863-a1c01a9c39d0",
    });
  });
});

describe("subjects in public files, Azure DevOps issuer", () => {
  it.each([
    [
      // gravitational/teleport rfd/0211-azure-devops-joining.md
      "sc://noahstride0304/testing-azure-devops-join/test-generic-sc",
      { organization: "noahstride0304", project: "testing-azure-devops-join", connection: "test-generic-sc" },
    ],
    [
      // arambazamba/AZ-400 demos/04-secure-deployment/02-identity-kv/02-workload-identity/create-principal.ps1
      "sc://integrations-development/az-400/scWorkload",
      { organization: "integrations-development", project: "az-400", connection: "scWorkload" },
    ],
    [
      // Bicep export of the identity MI_CosmanNonProdARM_dev: spaces stand as they are
      "sc://O365Exchange/O365 Core/CosmanNonProdARM-dev",
      { organization: "O365Exchange", project: "O365 Core", connection: "CosmanNonProdARM-dev" },
    ],
    [
      // cbellee/azure-iac-examples terraform/ado-vmss-federated-identity/infra/deploy.sh
      "sc://kainidev/Terraform AKS Federated Identity/tf-aks-ado-service-cxn",
      {
        organization: "kainidev",
        project: "Terraform AKS Federated Identity",
        connection: "tf-aks-ado-service-cxn",
      },
    ],
  ])("%s", (subject, names) => {
    const parts = { kind: "service-connection", ...names } as const;
    expect(parseSubject(subject)).toEqual(parts);
    expect(formatSubject(parts)).toBe(subject);
  });

  // gravitational/teleport rfd/0211-azure-devops-joining.md
  it("a pipeline without a service connection", () => {
    const subject = "p://noahstride0304/testing-azure-devops-join/strideynet.azure-devops-testing";
    expect(parseSubject(subject)).toEqual({
      kind: "pipeline",
      organization: "noahstride0304",
      project: "testing-azure-devops-join",
      pipeline: "strideynet.azure-devops-testing",
    });
  });
});

describe("other subjects that Entra signs, in public files", () => {
  // Walkthrough of Microsoft Entra Agent Identity with a third-party agent (tenant: its issuer; application: its blueprint)
  it("an agent identity blueprint is no service connection", () => {
    const subject =
      "/eid1/c/pub/t/YAZDmH4qa060nIAKi6i2Vw/a/mnHkeIkheE61Vd6lz2psqg/41477c82-019e-4f50-80ca-d8e051844894";
    expect(parseSubject(subject)).toEqual({
      kind: "entra-other",
      cloudSegment: "pub",
      tenantId: "98430660-2a7e-4e6b-b49c-800a8ba8b657",
      applicationId: "78e4719a-2189-4e78-b555-dea5cf6a6caa",
      path: "41477c82-019e-4f50-80ca-d8e051844894",
    });
  });

  // https://docs.github.com/actions/reference/security/oidc
  it("a GitHub repository is something else", () => {
    const subject = "repo:octo-org/octo-repo:environment:prod";
    expect(parseSubject(subject)).toEqual({ kind: "other", subject });
  });
});
