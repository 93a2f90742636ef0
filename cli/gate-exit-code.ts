import { exitCodes, type ExitCode } from "../report/exit-codes";
import type { GateDecision } from "../report/gate";

/** The exit code that the gate's decision stands for. */
export function findExitCode({ outcome }: GateDecision): ExitCode {
  switch (outcome) {
    case "brokenPreview":
      return exitCodes.brokenPreview;
    case "hit":
      return exitCodes.gateHit;
    case "clean":
      return exitCodes.fine;
  }
}
