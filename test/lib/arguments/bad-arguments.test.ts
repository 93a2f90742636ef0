import * as pulumi from "@pulumi/pulumi";
import { ArgumentsError, AzureServiceConnection, WorkloadIdentity } from "../../../lib/index";
import { recordProgram } from "../../support/record-program";
import { badConnections as otherBadConnections, badIdentities } from "./bad-arguments-table";
import { badProtections } from "./bad-checks-table";
import { badRolePresets } from "./bad-role-presets-table";

const badConnections = [...otherBadConnections, ...badProtections, ...badRolePresets];

/** Declares as a program without types can. */
function declareConnection(args: unknown, name = "payments-dev"): void {
  new AzureServiceConnection(name, args as never);
}

function declareIdentity(args: unknown): void {
  new WorkloadIdentity("release", args as never);
}

function catchArgumentsError(declare: () => void): ArgumentsError {
  try {
    declare();
  } catch (error) {
    if (error instanceof ArgumentsError) {
      return error;
    }
    throw error;
  }
  throw new Error("The arguments were accepted.");
}

function listProblems({ problems }: ArgumentsError): readonly (readonly string[])[] {
  return problems.map(({ path, rule, problem, fix }) => [path, rule, problem, fix]);
}

describe("bad arguments", () => {
  it.each(badConnections)("of a connection: $mistake", ({ name, args, problems }) => {
    expect(
      listProblems(
        catchArgumentsError(() => {
          declareConnection(args, name);
        }),
      ),
    ).toEqual(problems);
  });

  it.each(badIdentities)("of an identity: $mistake", ({ args, problems }) => {
    expect(
      listProblems(
        catchArgumentsError(() => {
          declareIdentity(args);
        }),
      ),
    ).toEqual(problems);
  });

  it("are at least a hundred", () => {
    expect(badConnections.length + badIdentities.length).toBeGreaterThanOrEqual(100);
  });

  it("register nothing at all", async () => {
    const { resources } = await recordProgram(() => {
      for (const { args, name } of badConnections) {
        catchArgumentsError(() => {
          declareConnection(args, name);
        });
      }
      for (const { args } of badIdentities) {
        catchArgumentsError(() => {
          declareIdentity(args);
        });
      }
    });

    expect(resources).toEqual([]);
  });

  it("make one error that the engine takes as one of inputs, and prints without a stack trace", () => {
    const error = catchArgumentsError(() => {
      declareConnection({ project: 7 });
    });

    expect(pulumi.InputPropertiesError.isInstance(error)).toBe(true);
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(error.name).toBe("ArgumentsError");
    expect(error.errors).toEqual([
      { propertyPath: "project", reason: "This is a number. Write a text." },
      {
        propertyPath: "subscription",
        reason: "Nothing is chosen here. Write exactly one of subscription and managementGroup.",
      },
    ]);
    expect(error.message).toBe(
      [
        'AzureServiceConnection "payments-dev" has 2 problems in its arguments:',
        "  project: This is a number.",
        "    Write a text. [type-wrong]",
        "  subscription: Nothing is chosen here.",
        "    Write exactly one of subscription and managementGroup. [exactly-one-of]",
      ].join("\n"),
    );
  });
});
