import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtInRoles } from "../../facts/roles-table";
import type { PulumiRun } from "../engine/run-pulumi";
import { adoptResources } from "./adopt-resources";
import type { CorpusBase, CorpusCase } from "./corpus-case";
import { normalizeDigest } from "./normalize-digest";
import { openPlace, type Place } from "./open-place";
import { createPathPlacer } from "./place-paths";
import { listPlatformConfig } from "./platform-config";
import { readProgram, writeProgram } from "./project";
import { listGuids, StableIds } from "./stable-ids";
import { nameResource, parseState, type State } from "./state";

export interface Recording {
  readonly base: string;
  readonly case: string;
  /** The text of the recording's file. */
  readonly text: string;
}

export interface RecordOptions {
  readonly base: CorpusBase;
  readonly cases: readonly CorpusCase[];
  /** Runs a task when there is room for one more. */
  readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
  readonly onRecording: (recording: Recording) => Promise<void>;
}

interface DeployedBase {
  readonly base: CorpusBase;
  readonly place: Place;
  readonly ids: StableIds;
  /** See `NormalizeOptions`. */
  readonly numbers: ReadonlyMap<string, string>;
  /** URNs by the names that cases use. */
  readonly urns: ReadonlyMap<string, string>;
}

/** Unknown values of each kind, and the signature of secrets: they mean what they are. */
const engineMarkers = [
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/** Deploys a base once and records its cases, each in folders of its own. */
export async function recordBase({ base, cases, limit, onRecording }: RecordOptions): Promise<void> {
  const place = await openPlace();
  try {
    const deployed = await limit(() => deployBase(base, place));
    const record = (one: CorpusCase): Promise<void> =>
      limit(async () => onRecording({ base: base.name, case: one.name, text: await recordCase(deployed, one) }));
    const results = await Promise.allSettled(
      cases.filter(({ changeClouds }) => changeClouds === undefined).map(record),
    );
    // The clouds are shared: what changes them runs alone.
    for (const one of cases) {
      if (one.changeClouds !== undefined) results.push(...(await Promise.allSettled([record(one)])));
    }
    const reasons = results.flatMap((result): unknown[] => (result.status === "rejected" ? [result.reason] : []));
    if (reasons.length > 0) throw new AggregateError(reasons, `${base.name}: ${reasons.length} cases failed`);
  } finally {
    await place.close();
  }
}

async function deployBase(base: CorpusBase, place: Place): Promise<DeployedBase> {
  const program = await readProgram(base.name);
  await writeProgram(place.findProject("main"), program);
  await expectSuccess(place.run("main", "stack", "init"));
  const config = listPlatformConfig({ store: place.emulator.store, platform: place.platform });
  await expectSuccess(place.run("main", "config", "set-all", ...formatConfig("--plaintext", config)));
  if (base.secretConfig) {
    await expectSuccess(place.run("main", "config", "set-all", ...formatConfig("--secret", base.secretConfig)));
  }
  await place.fork("main", "first");
  await deployProgram(base, place);
  const state = parseState((await expectSuccess(place.run("main", "stack", "export"))).stdout);
  const written = JSON.stringify({ config, adopted: base.adopted }) + program;
  const ids = new StableIds([...listPlatformIds(place), ...listGuids(written)]);
  const resources = [...state.deployment.resources].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  for (const resource of resources) ids.learn(resource.urn, JSON.stringify(resource));
  const numbered = resources.filter(({ id }) => typeof id === "string" && /^\d+$/.test(id));
  const numbers = new Map(numbered.map(({ urn }, index) => [urn, String(index + 1)]));
  const urns = new Map(state.deployment.resources.map(({ urn }) => [nameResource(urn), urn]));
  return { base, place, ids, numbers, urns };
}

function listPlatformIds({ platform }: Place): readonly string[] {
  return [...listGuids(JSON.stringify(platform)), ...builtInRoles.map(({ id }) => id), ...engineMarkers];
}

async function deployProgram({ adopted = {} }: CorpusBase, place: Place): Promise<void> {
  const names = Object.keys(adopted);
  if (names.length === 0) {
    await expectSuccess(place.run("main", "up", "--yes", "--skip-preview"));
    return;
  }
  const preview = await expectSuccess(place.run("main", "preview", "--json"));
  const excluded = [...preview.stdout.matchAll(/"urn": "(urn:[^"]+)"/g)]
    .flatMap(([, urn]) => (urn !== undefined && names.includes(nameResource(urn)) ? [urn] : []))
    .flatMap((urn) => ["--exclude", urn]);
  await expectSuccess(place.run("main", "up", "--yes", "--skip-preview", "--exclude-dependents", ...excluded));
  const deployed = new Set<string>();
  while (names.some((name) => !deployed.has(name))) {
    const rest = await expectSuccess(place.run("main", "preview", "--json"));
    await importState(place, "main", (state) => {
      const whole = adoptResources(state, rest.stdout, adopted);
      for (const { urn } of whole.deployment.resources) deployed.add(nameResource(urn));
      return whole;
    });
  }
}

async function recordCase(deployed: DeployedBase, one: CorpusCase): Promise<string> {
  const { base, place, ids } = deployed;
  const program = await readProgram(base.name, one.edits);
  await place.fork(one.isFirst === true ? "first" : "main", one.name);
  await writeProgram(place.findProject(one.name), program);
  if (one.editState) await importState(place, one.name, one.editState);
  const run = await runChanged(deployed, one);
  if ((run.exitCode === 0) === (one.fails === true)) {
    throw new Error(`${base.name}/${one.name} ended with ${String(run.exitCode)}\n${run.stdout}\n${run.stderr}`);
  }
  const known = ids.fork();
  known.keep(listGuids(program));
  return normalizeDigest(run.stdout, {
    ids: known,
    numbers: deployed.numbers,
    urns: [...deployed.urns.values()],
    program,
    placePaths: createPathPlacer(place.findProject(one.name)),
  });
}

async function runChanged(deployed: DeployedBase, one: CorpusCase): Promise<PulumiRun> {
  const { place } = deployed;
  const { emulator, platform } = place;
  const args = listArguments(deployed, one);
  if (one.changeClouds === undefined) return place.run(one.name, ...args);
  const before = emulator.store.snapshot();
  one.changeClouds({ store: emulator.store, platform });
  try {
    return await place.run(one.name, ...args);
  } finally {
    emulator.store.restore(before);
  }
}

async function importState(place: Place, fork: string, edit: (state: State) => State): Promise<void> {
  const { stdout } = await expectSuccess(place.run(fork, "stack", "export"));
  const file = join(place.folder, `${fork}.json`);
  await writeFile(file, JSON.stringify(edit(parseState(stdout))));
  await expectSuccess(place.run(fork, "stack", "import", "--file", file));
}

function listArguments({ urns }: DeployedBase, { run, flags = [], showsSames }: CorpusCase): readonly string[] {
  const command = run === "drift" ? ["refresh", "--preview-only"] : ["preview"];
  const sames = run === "drift" || showsSames === false ? [] : ["--show-sames"];
  const named = flags.map((flag) =>
    flag.replace(/\{(.+)\}/, (_, name: string) => {
      const urn = urns.get(name);
      if (urn === undefined) throw new Error(`no resource ${name}; there are ${[...urns.keys()].join(", ")}`);
      return urn;
    }),
  );
  return [...command, "--json", ...sames, ...named];
}

function formatConfig(kind: "--plaintext" | "--secret", config: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(config).flatMap(([key, value]) => [kind, `${key}=${value}`]);
}

async function expectSuccess(running: Promise<PulumiRun>): Promise<PulumiRun> {
  const run = await running;
  if (run.exitCode !== 0) throw new Error(`pulumi ended with ${String(run.exitCode)}\n${run.stdout}\n${run.stderr}`);
  return run;
}
