import { z } from "zod";
import { InputError } from "../read/input-error";
import { reportSchema, type Report } from "../report-document";

/** The longest report that is read, in characters: far more than a pull request's comment can show. */
export const longestReport = 64 * 1024 * 1024;

const headSchema = z.looseObject({ format: z.literal("keyless-report"), version: z.number() });

const knownVersion = 1;
const toldProblems = 3;

/**
 * Reads a report, which may come from code that nobody has reviewed: everything that is not exactly a report is refused, and
 * nothing of it is repeated in the refusal.
 *
 * @throws InputError Where the text is too long, no JSON, no report, or a report of another version.
 */
export function parseReport(json: string): Report {
  if (json.length > longestReport) {
    throw new InputError(
      `The report is longer than ${longestReport / 1024 / 1024} MiB: this is not what keyless report writes.`,
    );
  }
  const document = parseJson(json);
  const head = headSchema.safeParse(document);
  if (!head.success) {
    throw new InputError("This is no report of keyless: write one with `keyless report --output report.json`.");
  }
  if (head.data.version !== knownVersion) {
    throw new InputError(
      `The report has version ${head.data.version}, and this keyless reads version ${knownVersion}: use one version of keyless to report and to post.`,
    );
  }
  const result = reportSchema.safeParse(document);
  if (result.success) return result.data;
  throw new InputError(`The report does not have the form that keyless writes: ${describeProblems(result.error)}.`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    throw new InputError("The report is no JSON: write one with `keyless report --output report.json`.");
  }
}

// Only places and kinds of problems are told: messages of the schema may quote keys of the document.
function describeProblems({ issues }: z.ZodError): string {
  const told = issues.slice(0, toldProblems).map(({ path, code }) => `${describePath(path)}: ${code}`);
  const more = issues.length - told.length;
  return told.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

function describePath(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === "string" && /^\w{1,40}$/.test(key) ? key : "[…]")).join(".") || "document";
}
