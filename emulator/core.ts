import { Control } from "./control/control";
import type { EmulatorState } from "./control/emulator-state";
import { StateFile } from "./control/state-file";
import { Server } from "./server";
import type { ArmSettings } from "./services/arm/arm-route";
import { createServices } from "./services/create-services";
import { SigningAuthority } from "./services/login/signing-authority";
import { Store } from "./state/store";
import { Faults } from "./wire/faults";
import { Holds } from "./wire/holds";
import { Journal } from "./wire/journal";

export interface CoreOptions {
  newId: () => string;
  /** How Azure Resource Manager behaves. */
  arm?: Partial<ArmSettings>;
  /** A file to keep the state in. */
  stateFile?: string;
}

/** Everything of an emulator but its ports. */
export interface Core {
  store: Store;
  tokens: SigningAuthority;
  journal: Journal;
  server: Server;
  control: Control;
  stateFile: StateFile | undefined;
}

/** Puts the parts of an emulator together. */
export function createCore({ newId, arm, stateFile: path }: CoreOptions): Core {
  const store = new Store();
  const state: EmulatorState = { store };
  const tokens = new SigningAuthority(store);
  const journal = new Journal();
  const faults = new Faults();
  const holds = new Holds();
  const externalIssuers = new Set<string>();
  const context = { store, tokens, newId };
  const services = createServices(context, { external: externalIssuers, ...(arm && { arm }) });
  const stateFile = path === undefined ? undefined : new StateFile(path, state);
  const onChange = (): void => stateFile?.saveSoon();
  const server = new Server({ store, tokens, journal, faults, holds, newId, services, onChange });
  const control = new Control({ state, context, journal, faults, holds, services, externalIssuers, onChange });
  return { store, tokens, journal, server, control, stateFile };
}
