import { ruleNames } from "../../../analysis/rules/rules-table";
import { parseSettings, SettingsError, type GivenSettings } from "../../../policy/settings/parse-settings";

const today = "2026-11-25";
const urn = "urn:pulumi:dev::payments::azuredevops:index/pipelineAuthorization:PipelineAuthorization::everyone";
const exception = { urn, reason: "Moves in March.", expires: "2027-03-31" };

function parse(policy: string, properties: unknown, enforcement: GivenSettings["enforcement"] = "mandatory") {
  return parseSettings(new Map([[policy, { enforcement, properties }]]), today);
}

function findProblems(policy: string, properties: unknown): readonly string[] {
  try {
    parse(policy, properties);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test("what lets somebody in stops a run, the rest is printed, where nothing is said", () => {
  const settings = parseSettings(new Map(), today);
  const advisory = ruleNames.filter((rule) => settings[rule].enforcement === "advisory");
  expect(Object.keys(settings)).toEqual(ruleNames);
  expect(advisory).toEqual([
    "legacy-issuer",
    "mixed-trusts",
    "near-credential-limit",
    "not-understood",
    "principal-type-missing",
    "project-wide-connection-role",
    "requester-may-approve",
    "shared-identity",
    "trust-never-matches",
    "trust-without-connection",
    "unreviewable",
  ]);
  expect(ruleNames.filter((rule) => settings[rule].enforcement === "disabled")).toEqual([]);
});

test("options, exceptions and the first day come as they are given", () => {
  expect(parse("shared-identity", { connectionsPerIdentity: 5, exceptions: [exception] })["shared-identity"]).toEqual({
    enforcement: "mandatory",
    options: { connectionsPerIdentity: 5 },
    exceptions: [exception],
  });
  expect(
    parse("legacy-issuer", { after: "2027-01-01", organizations: ["contoso"] }, "disabled")["legacy-issuer"],
  ).toEqual({
    enforcement: "disabled",
    options: { organizations: ["contoso"] },
    exceptions: [],
    after: "2027-01-01",
  });
});

test("where nothing is said, the legacy issuer counts since it is deprecated", () => {
  expect(parseSettings(new Map(), today)["legacy-issuer"].after).toBe("2026-07-01");
});

test.each<[string, string, unknown, readonly string[]]>([
  [
    "no such policy",
    "no-pipelines",
    {},
    ["no-pipelines: there is no such policy. See docs/rules/README.md for their names."],
  ],
  ["an unknown option", "all-pipelines", { after: "2027-01-01" }, ['all-pipelines: Unrecognized key: "after"']],
  [
    "too many credentials",
    "near-credential-limit",
    { credentialsPerIdentity: 21 },
    ["near-credential-limit.credentialsPerIdentity: Too big: expected number to be <=20"],
  ],
  [
    "an exception without a reason",
    "all-pipelines",
    { exceptions: [{ ...exception, reason: " " }] },
    ["all-pipelines.exceptions.0.reason: Write why the finding is accepted."],
  ],
  [
    "an exception without a day",
    "all-pipelines",
    { exceptions: [{ urn, reason: "x" }] },
    ["all-pipelines.exceptions.0.expires: Write the last day on which it is accepted as 2027-01-31."],
  ],
  [
    "an exception for no resource",
    "all-pipelines",
    { exceptions: [{ ...exception, urn: "everyone" }] },
    ["all-pipelines.exceptions.0.urn: Write the whole URN of the resource, as the violation shows it: urn:pulumi:…"],
  ],
  [
    "a day that is none",
    "all-pipelines",
    { exceptions: [{ ...exception, expires: "2027-02-29" }] },
    ["all-pipelines.exceptions.0.expires: 2027-02-29 is no day. Write one as 2027-01-31."],
  ],
  [
    "a day too far ahead",
    "all-pipelines",
    { exceptions: [{ ...exception, expires: "2027-11-27" }] },
    [
      "all-pipelines.exceptions.0.expires: 2027-11-27 is too far ahead. An exception holds until 2027-11-26 at most; renew it then.",
    ],
  ],
  [
    "a first day that is none",
    "legacy-issuer",
    { after: "2026-13-01" },
    ["legacy-issuer.after: 2026-13-01 is no day. Write one as 2027-01-31."],
  ],
])("%s is refused", (_, policy, properties, problems) => {
  expect(findProblems(policy, properties)).toEqual(problems);
});

test("the level of all is the engine's business", () => {
  expect(findProblems("all", {})).toEqual([]);
});

test("the furthest day is taken", () => {
  expect(findProblems("all-pipelines", { exceptions: [{ ...exception, expires: "2027-11-26" }] })).toEqual([]);
});
