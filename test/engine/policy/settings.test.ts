import { engineTimeout } from "../support/engine-timeout";
import { openPolicyPlace, type PolicyPlace } from "./preview-with-policies";
import { completeProgram } from "./program-text";

let opened: PolicyPlace;

beforeAll(async () => {
  opened = await openPolicyPlace();
}, engineTimeout);

afterAll(() => opened.place.close());

const urn = (name: string): string =>
  `urn:pulumi:test::corpus::azuredevops:index/pipelineAuthorization:PipelineAuthorization::${name}`;
const openTo = (name: string): string =>
  `new azuredevops.PipelineAuthorization("${name}", { projectId, resourceId: connectionId, type: "endpoint" });`;

const sentence =
  'The service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006" may be used by every pipeline of the project, also by those that are made later.';
const rest = `What to do: Authorize the pipelines that need the connection one by one.
More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/all-pipelines.md`;

/** A day so many days from now, in UTC. */
function findDay(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

test(
  "an exception silences one finding until its day, and then fails",
  async () => {
    const expires = findDay(30);
    const { exitCode, violations } = await opened.preview({
      name: "exceptions",
      program: completeProgram(openTo("accepted") + openTo("expired")),
      settings: {
        "all-pipelines": {
          exceptions: [
            { urn: urn("accepted"), reason: "Moves soon.", expires },
            { urn: urn("expired"), reason: "Was to move.", expires: "2026-01-31" },
          ],
        },
      },
    });
    const told = violations.map(({ urn: on, enforcement, message }) => ({ on, enforcement, message }));
    expect(told).toEqual([
      {
        on: urn("accepted"),
        enforcement: "advisory",
        message: `${sentence}\nAccepted until ${expires}: "Moves soon."\n${rest}`,
      },
      {
        on: urn("expired"),
        enforcement: "mandatory",
        message: `${sentence}\nIt was accepted until 2026-01-31. Mend it, or renew the exception with its reason.\n${rest}`,
      },
    ]);
    expect(exitCode).toBe(1);
  },
  engineTimeout,
);

test(
  "a finding that is accepted, or of a policy that is only advisory, stops nothing",
  async () => {
    const { exitCode, violations } = await opened.preview({
      name: "stops-nothing",
      program: completeProgram(`${openTo("accepted")}
        new azuread.Application("deploy", { displayName: "deploy", signInAudience: "AzureADMultipleOrgs" });`),
      settings: {
        "all-pipelines": { exceptions: [{ urn: urn("accepted"), reason: "Moves soon.", expires: findDay(0) }] },
        "multi-tenant-application": "advisory",
      },
    });
    expect(violations.map(({ policy, enforcement }) => [policy, enforcement])).toEqual([
      ["all-pipelines", "advisory"],
      ["multi-tenant-application", "advisory"],
    ]);
    expect(exitCode).toBe(0);
  },
  engineTimeout,
);

test.each([
  [
    "without a reason",
    { urn: urn("everyone"), expires: "2027-01-31" },
    "validating policy config: keyless 0.1.0  all-pipelines: exceptions.0: reason is required",
  ],
  [
    "until a day that is none",
    { urn: urn("everyone"), reason: "Moves soon.", expires: "2027-02-30" },
    "all-pipelines.exceptions.0.expires: 2027-02-30 is no day. Write one as 2027-01-31.",
  ],
])(
  "an exception %s is refused before the run",
  async (name, exception, problem) => {
    const { exitCode, stdout, stderr } = await opened.preview({
      name: name.replace(/ /g, "-"),
      program: completeProgram(openTo("everyone")),
      settings: { "all-pipelines": { exceptions: [exception] } },
      flags: [],
    });
    expect(exitCode).not.toBe(0);
    expect(stdout + stderr).toContain(problem);
    expect(stdout).not.toContain("PipelineAuthorization");
  },
  engineTimeout,
);

test(
  "an unknown value does not make a note of a policy that stops a run",
  async () => {
    const program = `const team = new azuread.Group("team", { displayName: "team", securityEnabled: true });
      const deploy = new azuread.Application("deploy", { displayName: "deploy" });
      new azuread.ApplicationFederatedIdentityCredential("trust", {
        applicationId: deploy.id,
        displayName: "trust",
        issuer: entraIssuer,
        subject: team.objectId,
        audiences,
      });`;
    const { exitCode, violations } = await opened.preview({ name: "unknown", program: completeProgram(program) });
    expect(violations).toEqual([
      {
        policy: "unreadable-trust",
        enforcement: "mandatory",
        severity: "high",
        urn: "urn:pulumi:test::corpus::azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential::trust",
        message: [
          'It cannot be judged whom application "deploy" will trust: the subject is not known before the deployment.',
          "What to do: Take issuer and subject directly from the outputs of a service connection of this stack, or write them as plain text, and do not mark them secret: they are no secrets.",
          "More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/unreadable-trust.md",
        ].join("\n"),
      },
    ]);
    expect(exitCode).toBe(1);
  },
  engineTimeout,
);
