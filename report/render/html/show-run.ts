import type { Report } from "../../report-document";
import { Markup, markup } from "./markup";
import { showCode } from "./show-phrase";

const lineBreak = new Markup("<br>");

/** Says loudly that the engine's run broke off, since what a report does not show looks like what does not happen. */
export function showBrokenRun({ run }: Report): Markup | undefined {
  if (run.complete) {
    return undefined;
  }
  return markup`
<section class="broken" aria-labelledby="broken-title">
<h2 id="broken-title"><span aria-hidden="true">✕</span> This report is not complete</h2>
<p>The engine’s run broke off. What it had not reached yet is missing here, deletions above all: do not approve a change by this page.</p>
${run.failures.length > 0 ? markup`<ul>${run.failures.map(showFailure)}</ul>` : undefined}
</section>`;
}

function showFailure({ message, urn }: Report["run"]["failures"][number]): Markup {
  return markup`<li><p class="message">${showLines(message)}</p>${urn === undefined ? undefined : markup`<p class="urn">Resource ${showCode(urn)}</p>`}</li>`;
}

/** Line breaks are the only thing of a message that is not shown as text. */
function showLines(message: string): readonly Markup[] {
  const lines = message.trimEnd().split(/\r\n|\n|\r/);
  return lines.map(
    (line, index) => markup`${index === 0 ? undefined : lineBreak}<bdi>${line.replaceAll("\t", "  ")}</bdi>`,
  );
}
