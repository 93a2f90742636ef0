import { randomUUID } from "node:crypto";
import type { ServiceName } from "./service";
import type { WireErrorStatus } from "./wire-error";

/** What to spoil, and how. Every matching field given must match the request. */
export interface FaultRule {
  service?: ServiceName;
  method?: string;
  /** Regular expression for path and query, without letter case. */
  path?: string;
  /** How many matching requests to let through first. Default 0. */
  skip?: number;
  /** How many matching requests to spoil, or `always`. Default 1. */
  times?: number | "always";
  /** Milliseconds to wait before anything else happens. May stand alone. */
  delayMs?: number;
  /** The status to answer with, in the vendor's form: 429 or any 5xx, for example. */
  status?: WireErrorStatus;
  /** Seconds for the Retry-After header of the answer. */
  retryAfterSeconds?: number;
  /** Break the connection instead of answering. */
  reset?: boolean;
  /**
   * `before` (the default) keeps the request from the service; `after` lets the service do its work and then loses the
   * answer, which is what makes trying again unsafe.
   */
  when?: "before" | "after";
}

/** A rule with its id and how often it has struck. */
export interface Fault extends FaultRule {
  id: string;
  seen: number;
  struck: number;
}

/** The part of a request that rules look at. */
export interface FaultTarget {
  service: ServiceName;
  method: string;
  pathAndQuery: string;
}

/** The faults in force. The first rule that strikes a request decides. */
export class Faults {
  #faults: Fault[] = [];

  /** @throws SyntaxError when the rule's path is not a regular expression. */
  add(rule: FaultRule): Fault {
    if (rule.path !== undefined) new RegExp(rule.path, "i");
    const fault: Fault = { ...rule, id: randomUUID(), seen: 0, struck: 0 };
    this.#faults.push(fault);
    return { ...fault };
  }

  list(): Fault[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  /** Removes one fault, or all. */
  clear(id?: string): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id);
  }

  /** The fault that strikes this request, if any; counts it. */
  strike(target: FaultTarget): Fault | undefined {
    const fault = this.#faults.find((candidate) => matchesRequest(candidate, target) && this.#isDue(candidate));
    if (fault !== undefined) fault.struck += 1;
    return fault;
  }

  #isDue(fault: Fault): boolean {
    fault.seen += 1;
    return fault.seen > (fault.skip ?? 0) && (fault.times === "always" || fault.struck < (fault.times ?? 1));
  }
}

/** Whether every field that a rule gives matches the request. */
export function matchesRequest(rule: Pick<FaultRule, "service" | "method" | "path">, target: FaultTarget): boolean {
  return (
    (rule.service === undefined || rule.service === target.service) &&
    (rule.method === undefined || rule.method.toUpperCase() === target.method) &&
    (rule.path === undefined || new RegExp(rule.path, "i").test(target.pathAndQuery))
  );
}
