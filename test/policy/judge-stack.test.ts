import { unknownValue, type PropertyMap } from "../../analysis/engine/property-value";
import type { Rule } from "../../analysis/rules/rule";
import { judgeStack } from "../../policy/judge-stack";
import { parseSettings, type GivenSettings } from "../../policy/settings/parse-settings";
import type { Violation } from "../../policy/violation";
import { createResource } from "../support/engine-resources";

const today = "2026-11-25";

const application = createResource("azuread:index/application:Application", "payments");
const credential = createResource(
  "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
  "payments",
  {
    inputs: {
      applicationId: application,
      issuer: "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007",
      audiences: ["api://AzureADTokenExchange"],
    },
  },
);
const everyone = createResource("azuredevops:index/pipelineAuthorization:PipelineAuthorization", "everyone", {
  inputs: { projectId: "940ec700-aaaa-4aaa-8aaa-000000000005", resourceId: "17", type: "endpoint" },
});

const moreOfAllPipelines = `What to do: Authorize the pipelines that need the connection one by one.
More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/all-pipelines.md`;
const openSentence =
  'The service connection with the ID "17" may be used by every pipeline of the project, also by those that are made later.';

/** Judges an open connection by one policy, however the team wants it. */
function judgeOpen(given: Partial<GivenSettings>, day = today): readonly Violation[] {
  const settings = { enforcement: "mandatory", properties: {}, ...given } as const;
  return judgeStack({
    resources: [everyone],
    settings: parseSettings(new Map([["all-pipelines", settings]]), today),
    today: day,
  }).filter(({ policy }) => policy === "all-pipelines");
}

const violation: Violation = {
  policy: "all-pipelines",
  urn: everyone.urn,
  message: `${openSentence}\n${moreOfAllPipelines}`,
  enforcement: "mandatory",
  level: "high",
};

test("a finding is a violation at the level that the team wants", () => {
  expect(judgeOpen({})).toEqual([violation]);
  expect(judgeOpen({ enforcement: "advisory" })).toEqual([{ ...violation, enforcement: "advisory" }]);
  expect(judgeOpen({ enforcement: "disabled" })).toEqual([]);
});

const exception = { urn: everyone.urn, reason: 'Moves in "March".', expires: "2027-01-31" };

test.each([
  ["before its last day", today],
  ["on its last day", "2027-01-31"],
])("an exception holds %s, and the finding is still printed", (_, day) => {
  const accepted = `${openSentence}\nAccepted until 2027-01-31: "Moves in <U+0022>March<U+0022>."\n${moreOfAllPipelines}`;
  expect(judgeOpen({ properties: { exceptions: [exception] } }, day)).toEqual([
    { ...violation, message: accepted, enforcement: "advisory" },
  ]);
});

test("the day after, the finding counts again and says since when", () => {
  const earlier = { ...exception, expires: "2026-12-31" };
  const note = "It was accepted until 2027-01-31. Mend it, or renew the exception with its reason.";
  expect(judgeOpen({ properties: { exceptions: [exception, earlier] } }, "2027-02-01")).toEqual([
    { ...violation, message: `${openSentence}\n${note}\n${moreOfAllPipelines}` },
  ]);
});

test("an exception for another resource changes nothing", () => {
  expect(judgeOpen({ properties: { exceptions: [{ ...exception, urn: `${everyone.urn}-else` }] } })).toEqual([
    violation,
  ]);
});

test("of two exceptions, the one that still holds counts", () => {
  const ended = { ...exception, expires: "2026-01-01" };
  expect(judgeOpen({ properties: { exceptions: [ended, exception] } }).map(({ enforcement }) => enforcement)).toEqual([
    "advisory",
  ]);
});

test("before the first day on which a policy counts, its findings are only printed", () => {
  const legacy = (day: string): readonly Violation[] =>
    judgeStack({
      resources: [application, credential],
      settings: parseSettings(
        new Map([["legacy-issuer", { enforcement: "mandatory", properties: { after: "2027-01-01" } }]]),
        today,
      ),
      today: day,
    }).filter(({ policy }) => policy === "legacy-issuer");
  const before = legacy("2026-12-31");
  const after = legacy("2027-01-01");
  expect(before.map(({ enforcement }) => enforcement)).toEqual(["advisory"]);
  expect(before.map(({ message }) => message.split("\n")[1])).toEqual(["It counts from 2027-01-01 on."]);
  expect(after.map(({ enforcement }) => enforcement)).toEqual(["mandatory"]);
});

test("what cannot be judged counts like any other finding", () => {
  const inputs: PropertyMap = { ...credential.inputs, subject: unknownValue };
  const unseen = { ...credential, inputs };
  const violations = judgeStack({ resources: [application, unseen], settings: parseSettings(new Map(), today), today });
  expect(violations).toContainEqual({
    policy: "unreadable-trust",
    urn: unseen.urn,
    message: [
      'It cannot be judged whom application "payments" will trust: the subject is not known before the deployment.',
      "What to do: Take issuer and subject directly from the outputs of a service connection of this stack, or write them as plain text, and do not mark them secret: they are no secrets.",
      "More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/unreadable-trust.md",
    ].join("\n"),
    enforcement: "mandatory",
    level: "high",
  });
});

test("a rule that breaks is a violation, tells no value, and stops no other rule", () => {
  const broken: Rule = {
    name: "owner-role",
    check: () => {
      throw new TypeError("Cannot read hunter2");
    },
  };
  expect(
    judgeStack({ resources: [], settings: parseSettings(new Map(), today), today, rules: [broken, broken] }),
  ).toEqual(
    Array.from({ length: 2 }, () => ({
      policy: "owner-role",
      message: [
        "The rule could not be applied (TypeError), so that nothing is known of what it looks for.",
        "What to do: Report this as a defect of pulumi-keyless. Disable this policy to go on without it.",
        "More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/owner-role.md",
      ].join("\n"),
      enforcement: "mandatory",
      level: "critical",
    })),
  );
});
