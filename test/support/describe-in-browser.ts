import { findBrowser } from "../../tools/browser/open-browser";

const hasBrowser = findBrowser() !== undefined;

/** `describe` where there is a Chromium; elsewhere the tests are skipped, and it says so. */
export const describeInBrowser = hasBrowser ? describe : describe.skip;

if (!hasBrowser) {
  process.stderr.write("Browser tests are skipped: no Chromium on the path, and CHROMIUM_PATH names none.\n");
}
