import fc from "fast-check";
import { formatSubject, parseSubject, type Subject, subjectCloudSegments } from "../../facts/subjects";
import { arbitraryGuid } from "./arbitrary-guid";

const azureDevOps = "499b84ac-1321-427f-aa17-267ca6975798";
const organization = "0ca3ddd9-f0b0-4635-a98c-5866526961b6";
const connection = "64171687-7a59-4fce-b2c8-823278dcf176";
const prefix = "/eid1/c/pub/t/MiSI_7AJe0O9IsoTwAN97Q/a";
const exact = `${prefix}/rISbSSETf0KqFyZ8ppdXmA/sc/${organization}/${connection}`;

const name = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((text) => text === text.trim() && !text.includes("/"));
const lastName = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => text === text.trim());
const cloudSegment = fc.constantFrom(...subjectCloudSegments);

const subjects: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({
    kind: fc.constant("entra-service-connection" as const),
    cloudSegment,
    tenantId: arbitraryGuid,
    applicationId: fc.constant(azureDevOps),
    organizationId: arbitraryGuid,
    connectionId: arbitraryGuid,
  }),
  fc.record({
    kind: fc.constant("service-connection" as const),
    organization: name,
    project: name,
    connection: lastName,
  }),
  fc.record({ kind: fc.constant("pipeline" as const), organization: name, project: name, pipeline: lastName }),
  fc.record({
    kind: fc.constant("entra-other" as const),
    cloudSegment,
    tenantId: arbitraryGuid,
    applicationId: fc.oneof(arbitraryGuid, fc.constant(azureDevOps)),
    path: fc.webPath().map((path) => `pl${path}`),
  }),
);

describe("parseSubject and formatSubject", () => {
  it("read back what they write", () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        expect(parseSubject(formatSubject(subject))).toEqual(subject);
      }),
    );
  });

  it("write back what they read, whatever it is", () => {
    const nearlyASubject = fc
      .tuple(subjects.map(formatSubject), fc.nat(), fc.nat(3), fc.constantFrom("", "/", "A", "=", " ", "%20"))
      .map(([text, place, removed, insert]) => {
        const start = place % text.length;
        return text.slice(0, start) + insert + text.slice(start + removed);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearlyASubject), (text) => {
        expect(formatSubject(parseSubject(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("take different texts for different subjects", () => {
    fc.assert(
      fc.property(subjects, subjects, (one, other) => {
        expect(formatSubject(one) === formatSubject(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe("parseSubject", () => {
  it.each([
    ["an ID in capitals", exact.replace(organization, organization.toUpperCase())],
    ["a slash at the end", `${exact}/`],
    ["a part too many", `${exact}/x`],
    ["a connection that is no GUID", exact.replace(connection, "payments")],
    ["no connection", exact.replace(`/${connection}`, "")],
    ["an unknown cloud", exact.replace("/c/pub/", "/c/mars/")],
    ["a padded tenant", exact.replace("97Q/", "97Q==/")],
    ["a tenant in plain base64", exact.replace("MiSI_7", "MiSI/7")],
    ["a letter more in front", `x${exact}`],
    ["a line break at the end", `${exact}\n`],
    ["a capital in the fixed part", exact.replace("/eid1/", "/EID1/")],
  ])("takes %s for another text", (_, text) => {
    expect(parseSubject(text)).toEqual({ kind: "other", subject: text });
  });

  it("does not take a connection of another application for one of Azure DevOps", () => {
    const impostor = exact.replace("rISbSSETf0KqFyZ8ppdXmA", "mnHkeIkheE61Vd6lz2psqg");
    expect(parseSubject(impostor)).toMatchObject({
      kind: "entra-other",
      applicationId: "78e4719a-2189-4e78-b555-dea5cf6a6caa",
    });
  });

  // The form that the NuGet gallery expects of pipelines: EntraIdTokenPolicyValidator.cs in NuGet/NuGetGallery
  it("does not take an Entra-issued pipeline token for a connection", () => {
    expect(parseSubject(`${prefix}/rISbSSETf0KqFyZ8ppdXmA/pl/h/x/d/y`)).toMatchObject({
      kind: "entra-other",
      applicationId: azureDevOps,
      path: "pl/h/x/d/y",
    });
  });

  it("takes what follows the project for the name of the connection, slashes included", () => {
    expect(parseSubject("sc://contoso/payments/team/prod")).toEqual({
      kind: "service-connection",
      organization: "contoso",
      project: "payments",
      connection: "team/prod",
    });
  });

  it.each([
    "sc://contoso/payments",
    "sc://contoso/payments/",
    "sc:///payments/prod",
    "sc://contoso//prod",
    "SC://a/b/c",
  ])("takes %s for another text", (text) => {
    expect(parseSubject(text)).toEqual({ kind: "other", subject: text });
  });
});

describe("formatSubject", () => {
  it.each<[string, Subject]>([
    ["an empty name", { kind: "service-connection", organization: "contoso", project: "payments", connection: "" }],
    ["a slash in a project", { kind: "pipeline", organization: "contoso", project: "a/b", pipeline: "deploy" }],
    [
      "a space at the end",
      { kind: "service-connection", organization: "contoso", project: "payments ", connection: "x" },
    ],
    [
      "a connection ID that is no GUID",
      {
        kind: "entra-service-connection",
        cloudSegment: "pub",
        tenantId: organization,
        applicationId: azureDevOps,
        organizationId: organization,
        connectionId: "payments",
      },
    ],
    [
      "a connection dressed up as something else",
      {
        kind: "entra-other",
        cloudSegment: "pub",
        tenantId: organization,
        applicationId: azureDevOps,
        path: `sc/${organization}/${connection}`,
      },
    ],
    ["a known subject dressed up as another", { kind: "other", subject: "sc://contoso/payments/prod" }],
  ])("refuses %s", (_, subject) => {
    expect(() => formatSubject(subject)).toThrow(RangeError);
  });
});
