import { isatty } from "node:tty";
import { createColors } from "picocolors";

const colors = createColors(isatty(1) && process.env["NO_COLOR"] === undefined);
const started = performance.now();

/** Says what comes next, with the time since the demo began. */
export function announce(title: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${colors.bold(colors.cyan(title))} ${colors.dim(`(${seconds} s)`)}\n`);
}

/** Says one thing. */
export function tell(text: string): void {
  console.log(`  ${text}`);
}

/** Says one thing that was seen to be as it should. */
export function confirm(text: string): void {
  tell(`${colors.green("✓")} ${text}`);
}

/** Shows the CLI's output as it comes, without what is of no use here. */
export function createOutputPrinter(): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (isWorthShowing(line)) tell(colors.dim(line.replace(/ \d+ warnings?$/, "")));
  };
}

// Dots of progress, the frame around the warnings below, and how to remove the stack's history.
const unwantedLines = /^(@ |Diagnostics:|\s+pulumi:pulumi:Stack |The resources in the stack|If you want to remove)/;

// The CLI warns of every plugin that it finds on PATH, which is where the set-up has put them on purpose.
function isWorthShowing(line: string): boolean {
  return line.trim() !== "" && !line.includes("from $PATH at") && !unwantedLines.test(line);
}

/** Shows a program, or what a change made of it. */
export function showProgram(text: string, previous?: string): void {
  const before = new Set(previous?.split("\n"));
  const after = new Set(text.split("\n"));
  if (previous !== undefined) {
    for (const line of before) if (!after.has(line)) tell(colors.red(`- ${line}`));
    for (const line of after) if (!before.has(line)) tell(colors.green(`+ ${line}`));
    return;
  }
  for (const line of text.trimEnd().split("\n")) tell(line);
}
