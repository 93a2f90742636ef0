import * as pulumi from "@pulumi/pulumi";

/** An input of a component whose value takes the component itself, to look something up with its providers. */
export interface LaterInput {
  readonly value: pulumi.Output<string>;
  /** Says what the value is. */
  readonly settle: (value: pulumi.Output<string>) => void;
}

/** Makes an input that can be given to a component before its value can be made. */
export function createLaterInput(): LaterInput {
  let settle: LaterInput["settle"] = () => undefined;
  const promise = new Promise<{ readonly value: pulumi.Output<string> }>((resolve) => {
    settle = (value) => {
      // A promise would wait for a value that is itself an output.
      resolve({ value });
    };
  });
  return { value: pulumi.output(promise).apply(({ value }) => value), settle };
}
