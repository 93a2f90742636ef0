import type { SeedOptions } from "../../../emulator/seed";
import { takeInventory, type Inventory } from "./inventory";
import { takeMoment, type Moment } from "./moment";
import { findLastRequest, listWrites } from "./requests";
import type { Scenario } from "./scenario";

export interface ExampleOptions {
  /** Folder below `examples`, which is also the namespace of its configuration. */
  name: string;
  seed?: SeedOptions;
  /** Makes what the example expects to exist, and gives its configuration without the namespace. */
  prepare: (scenario: Scenario) => Readonly<Record<string, string>>;
  /** Uses what the example has made, before it is destroyed. */
  use?: (scenario: Scenario, created: Moment) => Promise<void>;
}

/** The life of an example, as it was seen. */
export interface ExampleStory {
  scenario: Scenario;
  before: Inventory;
  created: Moment;
  /** What a second `up` would have changed. */
  writesWithoutChange: string[];
  destroyed: Moment;
}

/** Takes an example through its life under the real engine. The first failure of the CLI ends it. */
export async function tellExample(scenario: Scenario, { name, prepare, use }: ExampleOptions): Promise<ExampleStory> {
  const { stack, emulator } = scenario;
  const config = new Map(Object.entries(prepare(scenario)).map(([key, value]) => [`${name}:${key}`, value]));
  await stack.configure(Object.fromEntries(config));
  const before = takeInventory(emulator);
  await stack.up();
  const created = await takeMoment(scenario);
  const lastRequest = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  const writesWithoutChange = listWrites(scenario, lastRequest);
  await use?.(scenario, created);
  await stack.destroy();
  return { scenario, before, created, writesWithoutChange, destroyed: await takeMoment(scenario) };
}
