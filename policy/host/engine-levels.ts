import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Level } from "../../analysis/level";
import type { PolicySettings } from "../settings/policy-settings";

/** The engine's severity of a level. */
export const severities: Readonly<Record<Level, PolicySeverity>> = {
  none: PolicySeverity.POLICY_SEVERITY_LOW,
  info: PolicySeverity.POLICY_SEVERITY_LOW,
  low: PolicySeverity.POLICY_SEVERITY_LOW,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
};

/** The engine's name for what findings do. */
export const enforcementLevels: Readonly<Record<PolicySettings["enforcement"], EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
};

/** Reads what findings shall do. Nothing here can be mended by the engine: whoever asks for that gets the strict way. */
export function readEnforcement(level: EnforcementLevel): PolicySettings["enforcement"] {
  switch (level) {
    case EnforcementLevel.ADVISORY:
      return "advisory";
    case EnforcementLevel.DISABLED:
      return "disabled";
    default:
      return "mandatory";
  }
}
