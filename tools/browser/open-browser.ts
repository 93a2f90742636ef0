import { accessSync, constants } from "node:fs";
import path from "node:path";
import { type Browser, launch } from "puppeteer-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Finds a Chromium: the one that `CHROMIUM_PATH` names, or one on the path. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const candidates = named ? [named] : names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a browser without a window. Only root, for whom Chromium has no sandbox, goes without one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("There is no Chromium on the path, and CHROMIUM_PATH names none.");
  }
  const isRoot = process.getuid?.() === 0;
  return launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
}
