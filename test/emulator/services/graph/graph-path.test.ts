import { normalizeGraphPath, parseObjectKey } from "../../../../emulator/services/graph/graph-path";

describe("normalizeGraphPath", () => {
  it.each([
    ["/v1.0/applications(appId='a')", "/v1.0/applications/(appId='a')"],
    ["/v1.0/applications(appId=%27a%27)/owners/%24ref", "/v1.0/applications/(appId='a')/owners/$ref"],
    ["/beta/servicePrincipals(appId='a')/owners", "/beta/servicePrincipals/(appId='a')/owners"],
    ["/v1.0/applications/a/owners", "/v1.0/applications/a/owners"],
    ["/v1.0/%", "/v1.0/%"],
  ])("%s becomes %s", (path, normal) => {
    expect(normalizeGraphPath(path)).toBe(normal);
  });
});

describe("parseObjectKey", () => {
  it("reads an id and an alternate key", () => {
    expect(parseObjectKey("a")).toEqual({ id: "a" });
    expect(parseObjectKey("(appId='a')")).toEqual({ appId: "a" });
  });
});
