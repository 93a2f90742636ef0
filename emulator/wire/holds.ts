import { matchesRequest, type FaultRule, type FaultTarget } from "./faults";

/** Which requests to hold. Every matching field given must match the request. */
export interface HoldRule extends Pick<FaultRule, "service" | "method" | "path" | "skip"> {
  /** `before` (the default) the service sees the request; `after` it did its work, and the client does not know it yet. */
  when?: "before" | "after";
}

/** A gate that requests stand at: the way to do something at an exact moment of a client's work. */
export interface Hold {
  /** Resolves when so many requests have come to the gate. Default 1. */
  reached(count?: number): Promise<void>;
  /** Opens the gate for good. A request whose client is gone is answered all the same. */
  release(): void;
}

interface Gate {
  rule: HoldRule;
  seen: number;
  arrived: number;
  opened: Promise<void>;
  open: () => void;
  waiting: { count: number; resolve: () => void }[];
}

/** The holds in force. A request stands at each that matches it. */
export class Holds {
  #gates: Gate[] = [];

  /** @throws SyntaxError when the rule's path is not a regular expression. */
  add(rule: HoldRule): Hold {
    if (rule.path !== undefined) new RegExp(rule.path, "i");
    const { promise, resolve } = createOpening();
    const gate: Gate = { rule, seen: 0, arrived: 0, opened: promise, open: resolve, waiting: [] };
    this.#gates.push(gate);
    return {
      reached: (count = 1) => waitForArrivals(gate, count),
      release: () => {
        this.#gates = this.#gates.filter((one) => one !== gate);
        gate.open();
      },
    };
  }

  /** Opens every gate. */
  releaseAll(): void {
    for (const gate of this.#gates) gate.open();
    this.#gates = [];
  }

  /** Resolves when no gate holds the request any more. */
  async pass(when: "before" | "after", target: FaultTarget): Promise<void> {
    const matching = this.#gates.filter(({ rule }) => (rule.when ?? "before") === when && matchesRequest(rule, target));
    await Promise.all(matching.map(enter));
  }
}

function enter(gate: Gate): Promise<void> {
  gate.seen += 1;
  if (gate.seen <= (gate.rule.skip ?? 0)) return Promise.resolve();
  gate.arrived += 1;
  for (const { count, resolve } of gate.waiting) if (gate.arrived >= count) resolve();
  return gate.opened;
}

function waitForArrivals(gate: Gate, count: number): Promise<void> {
  if (gate.arrived >= count) return Promise.resolve();
  const { promise, resolve } = createOpening();
  gate.waiting.push({ count, resolve });
  return promise;
}

function createOpening(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
