import type { EntityClass } from "../../analysis/model/model";
import type { PlatformSeed } from "../../emulator/seed";
import type { Store } from "../../emulator/state/store";
import type { State } from "./state";

/** One textual change: `find` stands in the text exactly once. */
export interface Edit {
  readonly find: string;
  readonly replace: string;
}

/** What a case does to access: more or easier access, less or harder access, or neither. */
export type AccessEffect = "widens" | "narrows" | "same";

/** One recorded run of the engine: a base, and what is different from what is deployed. */
export interface CorpusCase {
  /** Kebab-case; unique in its base, and the recording's file name. */
  readonly name: string;
  /** Changes of the program; none where something else changed. */
  readonly edits?: readonly Edit[];
  readonly access: AccessEffect;
  /** The classes of things whose change the run shows; empty where nothing that gives access changes. */
  readonly classes: readonly EntityClass[];
  /** `drift` is `refresh --preview-only`. Default `preview`. */
  readonly run?: "preview" | "drift";
  /** Further flags of the command. A resource's URN may be written as its logical name in braces. */
  readonly flags?: readonly string[];
  /** False leaves `--show-sames` out. */
  readonly showsSames?: false;
  /** Nothing is deployed yet. */
  readonly isFirst?: true;
  /** The run is expected to fail. */
  readonly fails?: true;
  /** Gives the state that the run starts from in place of what was deployed: for what a program cannot undo. */
  readonly editState?: (state: State) => State;
  /** What somebody changed in the cloud, past Pulumi. */
  readonly changeClouds?: (clouds: Clouds) => void;
}

/** What a case may change outside of the engine. */
export interface Clouds {
  readonly store: Store;
  readonly platform: PlatformSeed;
}

/** A resource of a kind that the emulator does not keep: its state is written instead of deployed. */
export interface AdoptedResource {
  readonly id: string;
  /** What the provider would have answered besides the inputs. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** What stands in place of `[secret]`, by its place: names with dots between them. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A deployed program and the cases that start from it. */
export interface CorpusBase {
  /** Kebab-case; the program is `test/corpus/programs/NAME.ts`, the recordings are below `test/corpus/recordings/NAME`. */
  readonly name: string;
  /** States of resources that the emulator cannot deploy, by logical name and type: `Type/name`. */
  readonly adopted?: Readonly<Record<string, AdoptedResource>>;
  /** Secret configuration, by key. */
  readonly secretConfig?: Readonly<Record<string, string>>;
  readonly cases: readonly CorpusCase[];
}
