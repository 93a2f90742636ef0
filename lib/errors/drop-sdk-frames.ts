const sdkFrame = /^\s+at .*[\\/]node_modules[\\/]@pulumi[\\/]/;

/**
 * Takes the frames of Pulumi's SDK out of an error's stack trace. They tell a user nothing, and one of them stops a failing
 * program for half a minute: the SDK formats each failure in colour for its own trace, which Node.js 20.20 does not finish where
 * a frame lies directly in a scope's folder, as source maps say of `node_modules/@pulumi/output.ts`.
 *
 * @returns the same error.
 */
export function dropSdkFrames<Failure extends Error>(error: Failure): Failure {
  if (error.stack !== undefined) {
    error.stack = error.stack
      .split("\n")
      .filter((line) => !sdkFrame.test(line))
      .join("\n");
  }
  return error;
}
