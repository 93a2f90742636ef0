import { createRequire } from "node:module";
import { z } from "zod";

/** The version of this package. */
export const packageVersion = z
  .looseObject({ version: z.string() })
  .parse(createRequire(__filename)("pulumi-keyless/package.json")).version;
