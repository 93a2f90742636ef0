import type { JournalEntry } from "../../../emulator/wire/journal";
import type { Scenario } from "./scenario";

const readingMethods = ["GET", "HEAD", "OPTIONS"];

/** The requests that would change something, written short. To sign in is none of them. */
export function listWrites({ emulator }: Pick<Scenario, "emulator">, afterSeq = 0): string[] {
  return emulator.control
    .listRequests({ afterSeq })
    .filter(({ service, method }) => service !== "login" && !readingMethods.includes(method))
    .map(({ method, host, path, status }) => `${method} ${host}${path} ${status}`);
}

/** The number of the last request so far, for what follows to be told apart. */
export function findLastRequest({ emulator }: Pick<Scenario, "emulator">): number {
  return emulator.control.listRequests().at(-1)?.seq ?? 0;
}

/** Whether two requests were under way at the same time. */
export function haveOverlapped(one: JournalEntry, other: JournalEntry): boolean {
  const [first, second] = one.seq < other.seq ? [one, other] : [other, one];
  return Date.parse(first.time) + first.durationMs > Date.parse(second.time);
}
