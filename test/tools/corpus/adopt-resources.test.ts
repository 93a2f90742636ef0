import { adoptResources } from "../../../tools/corpus/adopt-resources";
import { parseState } from "../../../tools/corpus/state";
import { describeState, describeStep, writeDigest } from "../../support/digest-builder";

const state = parseState(JSON.stringify({ version: 3, deployment: { manifest: { magic: "x" }, resources: [] } }));
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function preview(inputs: Readonly<Record<string, unknown>>): string {
  return writeDigest([
    describeStep("create", { after: describeState("a:index/group:Group", "deployers", { inputs }) }),
  ]);
}

it("adds what a preview would create, with the outputs that are said", () => {
  const adopted = { "Group/deployers": { id: "1", outputs: { objectId: "2" } } };
  const { deployment } = adoptResources(state, preview({ __defaults: [], displayName: "deployers" }), adopted);
  expect(deployment).toMatchObject({
    manifest: { magic: "x" },
    resources: [
      {
        type: "a:index/group:Group",
        id: "1",
        inputs: { __defaults: [], displayName: "deployers" },
        outputs: { displayName: "deployers", id: "1", objectId: "2" },
      },
    ],
  });
});

it("puts secrets in the places where the preview hides them", () => {
  const adopted = { "Group/deployers": { id: "1", secrets: { "credentials.key": "canary" } } };
  const { deployment } = adoptResources(state, preview({ credentials: { key: "[secret]" } }), adopted);
  const secret = expect.objectContaining({ plaintext: '"canary"' }) as unknown;
  expect(deployment.resources[0]).toMatchObject({
    inputs: { credentials: { key: secret } },
    outputs: { credentials: { key: secret } },
  });
});

it("refuses a secret that it was not told", () => {
  expect(() => adoptResources(state, preview({ key: "[secret]" }), { "Group/deployers": { id: "1" } })).toThrow("key");
});

it("waits for inputs that are not known yet", () => {
  const json = preview({ groupId: unknownText });
  expect(() => adoptResources(state, json, { "Group/deployers": { id: "1" } })).toThrow("Group/deployers");
});
