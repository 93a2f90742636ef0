// The one entry of a fresh clone: `npm run demo`, `npm test` and the rest start with it. It needs nothing but Node.js
// (and Go, where no Pulumi is installed), does only what is not done yet, and may run twice at once.
//
//   node tools/setup.mjs                    everything
//   node tools/setup.mjs --without-engine   npm packages and compilation only
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setUpEngine } from "./engine/setup/set-up-engine.mjs";
import { checkNode } from "./setup/check-node.mjs";
import { compilations, compileProject, compileSdk } from "./setup/compile.mjs";
import { withFileLock } from "./setup/file-lock.mjs";
import { installPackages } from "./setup/install-packages.mjs";
import { linkPackage } from "./setup/link-package.mjs";
import { createProgress } from "./setup/progress.mjs";
import { SetupError } from "./setup/setup-error.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");

/** @param {{ withEngine: boolean }} options */
async function setUp({ withEngine }) {
  checkNode();
  const progress = createProgress();
  const lock = join(root, ".keyless/setup.lock");
  const onWait = (/** @type {{ pid: number }} */ holder) => {
    progress.note(`another set-up is at work here (process ${holder.pid}): waiting for it`);
  };
  await withFileLock(
    lock,
    async () => {
      await installPackages(root, progress);
      await linkPackage(root);
      await compileSdk(root, progress);
      for (const compilation of compilations) {
        await compileProject(root, compilation, progress);
      }
      if (withEngine) {
        await setUpEngine(root, progress);
      }
    },
    { onWait },
  );
}

setUp({ withEngine: !process.argv.includes("--without-engine") }).catch((/** @type {unknown} */ error) => {
  console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
  process.exitCode = 1;
});
