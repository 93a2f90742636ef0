/** Time as the emulator sees it; injected, so that a test moves it instead of waiting. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

/** The machine's clock plus an offset that the control API moves forward. */
export class AdjustableClock implements Clock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Moves time forward. */
  advance(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError("time only moves forward");
    this.#offset += milliseconds;
  }
}
