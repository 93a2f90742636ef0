import { createDevopsHarness, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

describe("discovery", () => {
  // Ids and routes as in the public clients: azure-devops-go-api and azure-devops-node-api.
  it.each([
    ["serviceendpoint", "14e48fdc-2c8b-41ce-a0c3-e26f6cc55bd0", "_apis/{area}/{resource}/{endpointId}"],
    ["serviceendpoint", "e85f1c62-adfc-4b74-b618-11a150fb195e", "{project}/_apis/{area}/{resource}/{endpointId}"],
    ["core", "603fe2ac-9723-48b9-88ad-09305aa6c6e1", "_apis/{resource}/{*projectId}"],
    ["build", "dbeaf647-6167-421a-bda9-c9327b25e2e6", "{project}/_apis/{area}/{resource}/{definitionId}"],
    [
      "distributedtask",
      "69a319f4-28c1-4bfd-93e6-ea0ff5c6f1a2",
      "{scopeIdentifier}/_apis/{area}/hubs/{hubName}/plans/{planId}/jobs/{jobId}/{resource}",
    ],
  ])("lists %s %s, as a whole and by area", async (area, id, routeTemplate) => {
    const listed = expect.arrayContaining([expect.objectContaining({ id, area, routeTemplate })]) as unknown[];
    for (const path of ["/_apis", `/_apis/${area}`]) {
      expect(await harness.send({ method: "OPTIONS", path, version: null })).toMatchObject({
        status: 200,
        body: { value: listed },
      });
    }
  });

  it("gives only the locations of the area that is asked for", async () => {
    const answer = await harness.send({ method: "OPTIONS", path: "/_apis/BUILD", version: null });
    expect(answer.body).toMatchObject({ count: 2, value: [{ area: "build" }, { area: "build" }] });
  });

  it("has no area on another host", async () => {
    expect(await harness.send({ path: "/_apis/ResourceAreas", version: "5.1-preview.1" })).toMatchObject({
      status: 200,
      body: { count: 0, value: [] },
    });
  });

  it("finds the organization without regard to letter case or doubled slashes, and no other", async () => {
    const { context, send, seed } = harness;
    const path = `//${seed.project.name.toUpperCase()}/_APIS/Build/Definitions`;
    expect(await send({ path })).toMatchObject({ status: 200, body: { count: 3 } });
    context.store.organizations.update({ ...seed.organization, name: "renamed" });
    expect(await send({ path: "/_apis/projects" })).toMatchObject({ status: 404 });
  });
});

describe("what is not built", () => {
  it.each([
    ["GET", "/_apis/serviceendpoint/types", "GET serviceendpoint/types"],
    ["POST", "/payments/_apis/serviceendpoint/endpointproxy", "POST serviceendpoint/endpointproxy"],
    ["GET", "/payments/_apis/git/repositories", "GET git/repositories"],
    ["GET", "/_apis/git/repositories/one", "GET git/repositories"],
    ["GET", "/_apis/graph/serviceprincipals", "GET Graph/ServicePrincipals"],
    ["PUT", "/_apis/serviceendpoint/endpoints", "PUT serviceendpoint/endpoints"],
    ["GET", "/payments/_apis/git/repositories/one/pullRequests/7/properties", "GET git/pullRequestProperties"],
  ])("answers %s %s with 501 that names it", async (method, path, named) => {
    expect(await harness.send({ method, path })).toMatchObject({
      status: 501,
      body: { message: `The emulator does not build this: ${named}.` },
    });
  });

  it("answers what nobody knows with 404", async () => {
    expect(await harness.send({ path: "/_apis/wonders" })).toMatchObject({ status: 404 });
  });
});

describe("API versions", () => {
  // https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-versioning
  const write = { method: "POST", path: "/_apis/serviceendpoint/endpoints", body: {} };

  it.each([
    ["no version on a write", { ...write, version: null }, "VssVersionNotSpecifiedException"],
    ["a version of the future", { ...write, version: "8.0" }, "VssVersionOutOfRangeException"],
    ["a preview of the future", { ...write, version: "7.1-preview.5" }, "VssVersionOutOfRangeException"],
    ["no version at all", { ...write, version: "new" }, "VssVersionNotSupportedException"],
    [
      "a preview API without the word",
      { path: "/_apis/ResourceAreas", version: "7.1" },
      "VssInvalidPreviewVersionException",
    ],
  ])("refuses %s", async (_what, request, typeKey) => {
    expect(await harness.send(request)).toMatchObject({ status: 400, body: { typeKey } });
  });

  it("reads the version from the query as well", async () => {
    const body = { wrong: true };
    const path = "/_apis/serviceendpoint/endpoints?api-version=7.1";
    // The body is looked at, so the version was accepted.
    expect(await harness.send({ method: "POST", path, body, version: null })).toMatchObject({
      body: { message: expect.stringContaining("name:") as string },
    });
  });
});
