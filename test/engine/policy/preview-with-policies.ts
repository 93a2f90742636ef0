import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openPlace, type Place } from "../../../tools/corpus/open-place";
import { listPlatformConfig } from "../../../tools/corpus/platform-config";
import { writeProgram } from "../../../tools/corpus/project";
import { repositoryRoot } from "../../../tools/engine/engine";
import type { PulumiRun } from "../../../tools/engine/run-pulumi";

/** A violation as the engine tells of it. */
export interface ToldViolation {
  readonly policy: string;
  /** `advisory` or `mandatory`. */
  readonly enforcement: string;
  readonly severity: string;
  /** URN of the resource. */
  readonly urn: string;
  readonly message: string;
}

/** A preview with the policy pack. */
export interface PolicyPreview extends PulumiRun {
  readonly violations: readonly ToldViolation[];
}

/** What to preview, and how. */
export interface PolicyPreviewOptions {
  /** Name of the case: each has a folder and a stack of its own. */
  readonly name: string;
  readonly program: string;
  /** Configuration of the pack. */
  readonly settings?: unknown;
  /** Default: `["--json", "--show-sames"]`, so that the report can be told from the same run. */
  readonly flags?: readonly string[];
  /** Default: the folder in this checkout. */
  readonly pack?: string;
}

/** Where programs are previewed with the policy pack. Nothing of them exists. */
export interface PolicyPlace {
  readonly preview: (options: PolicyPreviewOptions) => Promise<PolicyPreview>;
  readonly place: Place;
}

/** Opens a place with one platform for all cases. */
export async function openPolicyPlace(secretConfig: Readonly<Record<string, string>> = {}): Promise<PolicyPlace> {
  const place = await openPlace({ PULUMI_DEBUG_COMMANDS: "true" });
  await expectSuccess(place.run("main", "stack", "init"));
  const config = Object.entries(listPlatformConfig({ store: place.emulator.store, platform: place.platform }));
  const secrets = Object.entries(secretConfig);
  await expectSuccess(
    place.run("main", "config", "set-all", ...config.flatMap(([key, value]) => ["--plaintext", `${key}=${value}`])),
  );
  if (secrets.length > 0) {
    await expectSuccess(
      place.run("main", "config", "set-all", ...secrets.flatMap(([key, value]) => ["--secret", `${key}=${value}`])),
    );
  }
  return { place, preview: (options) => preview(place, options) };
}

async function preview(place: Place, options: PolicyPreviewOptions): Promise<PolicyPreview> {
  const { name, program, settings, flags = ["--json", "--show-sames"] } = options;
  const { pack = join(repositoryRoot, "policy") } = options;
  await place.fork("main", name);
  await writeProgram(place.findProject(name), program);
  const settingsFile = join(place.folder, `${name}.settings.json`);
  const eventFile = join(place.folder, `${name}.events.json`);
  const more = settings === undefined ? [] : ["--policy-pack-config", settingsFile];
  await writeFile(settingsFile, JSON.stringify(settings ?? {}));
  await writeFile(eventFile, "");
  const run = await place.run(name, "preview", ...flags, "--policy-pack", pack, ...more, "--event-log", eventFile);
  return { ...run, violations: readViolations(await readFile(eventFile, "utf8")) };
}

const eventSchema = z.looseObject({
  policyEvent: z
    .looseObject({
      resourceUrn: z.string(),
      message: z.string(),
      policyName: z.string(),
      enforcementLevel: z.string(),
      severity: z.string(),
    })
    .optional(),
});

function readViolations(events: string): readonly ToldViolation[] {
  return events
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { policyEvent: event } = eventSchema.parse(JSON.parse(line));
      return event === undefined
        ? []
        : [
            {
              policy: event.policyName,
              enforcement: event.enforcementLevel,
              severity: event.severity,
              urn: event.resourceUrn,
              // The engine ends each with a line break.
              message: event.message.replace(/\n$/, ""),
            },
          ];
    });
}

async function expectSuccess(running: Promise<PulumiRun>): Promise<void> {
  const { exitCode, stdout, stderr } = await running;
  if (exitCode !== 0) throw new Error(`pulumi ended with ${String(exitCode)}\n${stdout}\n${stderr}`);
}
