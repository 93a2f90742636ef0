import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { findProjectId } from "../../../lib/connection/find-project-id";
import { readOutput } from "../../support/record-program";

const projectId = "16736c3b-3dcd-4025-874a-664a99d05d91";
const otherId = "a56c4b3e-5a0b-4f70-9a2b-c04f0b1a2d3e";
let lookedUp: unknown[];

async function startProgram(id: string): Promise<void> {
  lookedUp = [];
  await pulumi.runtime.setMocks({
    newResource: ({ name }) => ({ id: name, state: {} }),
    call: (args: { inputs: { name?: unknown } }) => {
      lookedUp.push(args.inputs.name);
      return { id };
    },
  });
}

beforeEach(() => startProgram(projectId));

const find = (project: string, options?: pulumi.ComponentResourceOptions): Promise<unknown> =>
  readOutput(
    findProjectId(pulumi.output(project), new pulumi.ComponentResource("test:index:Any", project, {}, options)),
  );

test("an ID is not looked up", async () => {
  expect(await find(projectId)).toBe(projectId);
  expect(lookedUp).toEqual([]);
});

test("a name is looked up once, however many connections name it", async () => {
  expect(await Promise.all(["payments", "payments", "billing", "payments"].map((name) => find(name)))).toEqual(
    Array.from({ length: 4 }, () => projectId),
  );
  expect(lookedUp).toEqual(["payments", "billing"]);
});

test("another provider, which may work in another organization, looks for itself", async () => {
  const provider = new azuredevops.Provider("other", { orgServiceUrl: "https://dev.azure.com/other" });
  await find("payments");
  await find("payments", { providers: [provider] });
  await find("payments", { providers: [provider] });
  expect(lookedUp).toEqual(["payments", "payments"]);
});

test("the next program looks again", async () => {
  await find("payments");
  await startProgram(otherId);
  expect(await find("payments")).toBe(otherId);
});
