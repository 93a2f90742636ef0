import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { findProjectId } from "../../../lib/connection/find-project-id";
import { ArgumentsError } from "../../../lib/index";
import { readOutput } from "../../support/record-program";

const projectId = "16736c3b-3dcd-4025-874a-664a99d05d91";
const otherId = "a56c4b3e-5a0b-4f70-9a2b-c04f0b1a2d3e";
let lookedUp: unknown[];

/** @param answer the ID of a project by its name, or an error as the engine hands it on. */
async function startProgram(answer: (name: unknown) => string | Error): Promise<void> {
  lookedUp = [];
  await pulumi.runtime.setMocks({
    newResource: ({ name }) => ({ id: name, state: {} }),
    call: (args: { inputs: { name?: unknown } }) => {
      const { name } = args.inputs;
      lookedUp.push(name);
      const id = answer(name);
      // The SDK takes the words of the engine from `details`, where gRPC has them.
      if (id instanceof Error) throw Object.assign(id, { details: id.message });
      return { id };
    },
  });
}

/** The words of the azuredevops provider, as the engine passes them on. */
function fail(reason: string): Error {
  const call = "azuredevops:index/getProject:getProject";
  return new Error(`invocation of ${call} returned an error: invoking ${call}: 1 error occurred:\n\t* ${reason}\n\n`);
}

beforeEach(() => startProgram(() => projectId));

function find(project: string, options?: pulumi.ComponentResourceOptions, name = project): Promise<unknown> {
  const resource = new pulumi.ComponentResource("test:index:Any", name, {}, options);
  const found = findProjectId(project, { name, title: `Any "${name}"`, resource });
  // A failed output fails in several promises at once. Those that the test does not look at would end the test run.
  for (const side of [Reflect.get(found, "isKnown"), Reflect.get(found, "isSecret")]) {
    void Promise.resolve(side).catch(() => undefined);
  }
  return readOutput(found);
}

/** What a look-up ends with that must not succeed. */
async function findError(project: string, name?: string): Promise<Error> {
  const error = await find(project, {}, name).catch((reason: unknown) => reason);
  if (error instanceof Error) return error;
  throw new Error(`"${project}" was found: ${String(error)}`);
}

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
  await startProgram(() => otherId);
  expect(await find("payments")).toBe(otherId);
});

describe("a project that is not found", () => {
  const absent = (name: unknown): Error => fail(`Project with name ${String(name)} or ID  does not exist `);
  const advice =
    "If the name is right, check azuredevops:orgServiceUrl, and make the deploying identity a member of the project.";
  const problem =
    '  project: Azure DevOps has no project named "paymnts", or the deploying identity may not see it.\n' +
    "    Write the name as the project's settings in Azure DevOps show it, or the project's ID. " +
    `${advice} [project-unknown]`;

  test("is a problem of every component that names it, and looked up once", async () => {
    await startProgram(absent);
    const errors = await Promise.all(["dev", "test"].map((name) => findError("paymnts", name)));
    expect(errors.map(({ message }) => message)).toEqual([
      `Any "dev" has 1 problem in its arguments:\n${problem}`,
      `Any "test" has 1 problem in its arguments:\n${problem}`,
    ]);
    expect(errors.map((error) => error instanceof ArgumentsError && pulumi.RunError.isInstance(error))).toEqual([
      true,
      true,
    ]);
    expect(lookedUp).toEqual(["paymnts"]);
  });

  test("may be another one that the program names, whichever answer comes first", async () => {
    await startProgram((name) => (name === "paymnts" ? absent(name) : projectId));
    const [error] = await Promise.all([findError("paymnts"), find("payments"), find("billing")]);
    expect(error.message).toContain(`    Did you mean "payments"? ${advice} [project-unknown]`);
    expect(lookedUp).toEqual(["paymnts", "payments", "billing"]);
  });
});

test.each([
  "Error looking up project with Name payments or ID , TF400813: The user 'aaaaaaaa' is not authorized",
  'Error looking up project with Name payments or ID , Get "https://dev.azure.com/contoso/_apis": EOF',
  "Error looking up project with Name payments or ID , Page not found. The server does not exist.",
])("what else the provider says is passed on, and nothing is said of the project: %s", async (reason) => {
  await startProgram(() => fail(reason));
  const error = await findError("payments", "dev");
  expect(error).not.toBeInstanceOf(ArgumentsError);
  expect(pulumi.RunError.isInstance(error)).toBe(true);
  expect(error.message).toContain('Any "dev" could not look up its project "payments":\n');
  expect(error.message).toContain(`1 error occurred: * ${reason}\n`);
  expect(error.message).not.toContain("no project");
});
