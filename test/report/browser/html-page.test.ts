import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { z } from "zod";
import { renderHtml } from "../../../report/render/html";
import type { Report } from "../../../report/report-document";
import { fillReport, hostileTexts } from "../../support/arbitrary-reports";
import { openBrowser } from "../../../tools/browser/open-browser";
import { describeInBrowser } from "../../support/describe-in-browser";
import { PageServer } from "../../support/page-server";
import { createBrokenReport, createLargeReport, createSmallReport } from "../../support/sample-reports";

const examinePage = readFileSync(path.join(__dirname, "examine-page.js"), "utf8");

const problems = z.record(z.string(), z.array(z.string()));

const reports: Readonly<Record<string, Report>> = {
  "three connections": createSmallReport(),
  "200 connections": createLargeReport(200),
  "a run that broke off": createBrokenReport(),
  "names that deceive": fillReport(hostileTexts.join(" ").slice(0, 900)),
  "a long word": fillReport("W".repeat(900)),
  "letters of other scripts": fillReport("キーレス接続 العربية मराठी 🔑🔑🔑 ﷽ Ǆ".repeat(20).slice(0, 900)),
};

/** What a page did that it must not do; `violations` is filled by the page's own policy. */
interface Watched {
  readonly page: Page;
  readonly noise: string[];
}

describeInBrowser("the page in Chromium", () => {
  const server = new PageServer();
  let browser: Browser;

  beforeAll(async () => {
    await server.start();
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  interface Settings {
    readonly width?: number;
    readonly scheme?: "light" | "dark";
    /** Waits until nothing was asked for in half a second. */
    readonly untilQuiet?: boolean;
  }

  async function open(
    report: Report,
    { width = 1_280, scheme = "light", untilQuiet = false }: Settings = {},
  ): Promise<Watched> {
    const page = await browser.newPage();
    const noise: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("dialog", (dialog) => {
      noise.push(dialog.message());
      void dialog.dismiss();
    });
    await page.evaluateOnNewDocument(
      `violations = []; document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));`,
    );
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(server.serve(renderHtml(report)), { waitUntil: untilQuiet ? "networkidle0" : "load" });
    return { page, noise };
  }

  async function examine(page: Page): Promise<z.infer<typeof problems>> {
    const found = problems.parse(await page.evaluate(examinePage));
    return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
  }

  const looks = Object.keys(reports).flatMap((name) => [
    { name, width: 1_280, scheme: "light" as const },
    { name, width: 360, scheme: "dark" as const },
  ]);

  it.each(looks)("shows $name well, $width wide and $scheme", async ({ name, width, scheme }) => {
    const { page } = await open(reports[name] ?? createSmallReport(), { width, scheme });

    expect(await examine(page)).toEqual({});
    await page.close();
  });

  it.each(["three connections", "a run that broke off", "names that deceive"])(
    "runs nothing, loads nothing and breaks no policy with %s",
    async (name) => {
      const { page, noise } = await open(reports[name] ?? createSmallReport(), { untilQuiet: true });
      await page.mouse.move(300, 300);

      expect(await page.evaluate("violations")).toEqual([]);
      expect(await page.evaluate("window.hacked")).toBeUndefined();
      expect(noise).toEqual([]);
      expect(server.requests).toEqual(["/"]);
      await page.close();
    },
  );

  it("stays what it is with every text that tries to become something else", async () => {
    const readElements = `[...document.querySelectorAll("*")].filter((one) => one.tagName !== "text").map((one) => [one.tagName, ...one.getAttributeNames()].join(" "))`;
    const { page, noise } = await open(fillReport("plain"));
    const expected = await page.evaluate(readElements);
    const seen = [];
    for (const text of hostileTexts) {
      await page.goto(server.serve(renderHtml(fillReport(text))), { waitUntil: "load" });
      seen.push({ text, elements: await page.evaluate(readElements), hacked: await page.evaluate("window.hacked") });
    }

    expect(seen).toEqual(hostileTexts.map((text) => ({ text, elements: expected, hacked: undefined })));
    expect(noise).toEqual([]);
    await page.close();
  });

  it("forbids what it does not do: a script, a style and a picture from elsewhere", async () => {
    const { page } = await open(createSmallReport());
    await page.evaluate(`
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hacked = true" }));
      document.body.append(Object.assign(document.createElement("style"), { textContent: "* { display: none }" }));
      document.body.append(Object.assign(document.createElement("img"), { src: "/picture.png" }));
      document.querySelector("h1").setAttribute("style", "display: none");
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`);

    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.evaluate("[...violations].sort()")).toEqual([
      "img-src",
      "script-src-elem",
      "style-src-attr",
      "style-src-elem",
    ]);
    expect(server.requests).toEqual(["/"]);
    await page.close();
  });

  it("has one of each landmark and says its language and title", async () => {
    const { page } = await open(createSmallReport());
    const counts = await page.evaluate(
      `["body header", "nav", "main", "footer", "h1"].map((name) => document.querySelectorAll(name).length)`,
    );

    expect(counts).toEqual([1, 1, 1, 1, 1]);
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(await page.title()).toBe("Critical: access report of shop/prod");
    await page.close();
  });

  it("opens and closes what is folded by keyboard alone, and shows where the focus is", async () => {
    const { page } = await open(createSmallReport());
    const focused = "document.activeElement";
    const seen = [];
    for (
      let step = 0;
      step < 60 && (await page.evaluate(`${focused}.closest("#new-access summary") === null`));
      step += 1
    ) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate(
          `getComputedStyle(${focused}).outlineStyle + " " + getComputedStyle(${focused}).outlineWidth`,
        ),
      );
    }
    const isOpen = `${focused}.parentElement.open`;
    const before = await page.evaluate(isOpen);
    await page.keyboard.press("Enter");

    expect(new Set(seen)).toEqual(new Set(["solid 2px"]));
    expect([before, await page.evaluate(isOpen)]).toEqual([false, true]);
    await page.close();
  });

  it("keeps texts in their boxes in a wide font, too", async () => {
    const { page } = await open(createLargeReport(30));
    await page.setBypassCSP(true);
    await page.reload();
    await page.addStyleTag({ content: `svg text { font-family: "DejaVu Sans", Verdana, sans-serif; }` });

    expect(await examine(page)).toEqual({});
    await page.close();
  });

  it("prints what is folded on screen", async () => {
    const { page } = await open(createSmallReport());
    await page.emulateMediaType("print");
    const isShown =
      "(one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height > 0";
    const folded = `[...document.querySelectorAll("details:not([open]) .more, details:not([open]) figure")]`;

    await expect(page.waitForFunction(`${folded}.every(${isShown})`)).resolves.toBeDefined();
    expect(await page.evaluate(`document.querySelectorAll("details:not([open]) .more").length`)).toBeGreaterThan(0);
    await page.close();
  });
});
