import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../analysis/analyze";
import { readPreview } from "../report/read/read-preview";
import { renderText } from "../report/render/text";
import { createReport } from "../report/view/create-report";
import { readSnippets } from "./support/read-snippets";

const recording = join(__dirname, "corpus/recordings/service-principal/role-contributor.json");

test("the README shows the beginning of a report as it is", () => {
  const run = readPreview(readFileSync(recording, "utf8"));
  const report = renderText(createReport(run, analyze(run), { targeted: false }), { color: false, width: 110 });
  const [excerpt] = readSnippets("README.md").filter(({ language }) => language === "text");
  expect(report.slice(0, excerpt?.code.length)).toBe(excerpt?.code);
});
