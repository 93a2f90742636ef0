// Takes the README's pictures of the report's page, light and dark, from a preview that the real engine made.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { analyze } from "../../analysis/analyze";
import { readPreview } from "../../report/read/read-preview";
import { renderHtml } from "../../report/render/html";
import { createReport } from "../../report/view/create-report";
import { openBrowser } from "../browser/open-browser";

/** A preview of the corpus. Another one can be given on the command line. */
const preview = "test/corpus/recordings/hand-written/role-user-access-administrator.json";

/** A page of a repository should load quickly. */
const mostBytes = 200_000;

/** Wide enough for the access graph as a whole. */
const width = 1_184;

/** Folds the explanations, and finds the end of the access graph: so much of the page says what it is. */
const foldAndMeasure = `(() => {
  document.querySelectorAll(".item details").forEach((details) => details.removeAttribute("open"));
  return Math.ceil(document.querySelector("#access-graph").getBoundingClientRect().bottom) + 32;
})()`;

async function main(): Promise<void> {
  const [file = preview] = process.argv.slice(2);
  const run = readPreview(readFileSync(file, "utf8"));
  const page = renderHtml(createReport(run, analyze(run), {}));
  mkdirSync("docs/images", { recursive: true });
  const browser = await openBrowser();
  try {
    for (const scheme of ["light", "dark"]) {
      writeFileSync(path.join("docs/images", `report-${scheme}.png`), await takePicture(browser, page, scheme));
    }
  } finally {
    await browser.close();
  }
}

async function takePicture(browser: Browser, html: string, scheme: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setContent(html);
  const height = Number(await page.evaluate(foldAndMeasure));
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  await page.close();
  if (picture.length > mostBytes) {
    throw new Error(
      `The ${scheme} picture has ${picture.length} bytes, more than ${mostBytes}: choose a shorter report.`,
    );
  }
  return picture;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
