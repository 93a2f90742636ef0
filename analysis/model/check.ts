import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** What kind of approval or check. */
export type CheckKind =
  "approval" | "branchControl" | "requiredTemplate" | "exclusiveLock" | "businessHours" | "restApi" | "other";

/** What stops them: an approval or check on a service connection. */
export interface Check extends Declared {
  readonly class: "check";
  readonly kind: CheckKind;
  readonly connection: Reference;
  readonly project: Value;
  /**
   * The settings that decide how strong it is, by our names; all are absent where the kind has none.
   * Lists are sorted.
   */
  readonly settings: {
    /** IDs of users and groups who approve. */
    readonly approvers: Value<readonly string[]>;
    readonly minimumApprovers: Value<number>;
    readonly requesterMayApprove: Value<boolean>;
    /** Branches that may use the connection, as patterns. */
    readonly allowedBranches: Value<readonly string[]>;
    readonly requiresProtectedBranch: Value<boolean>;
    readonly ignoresUnknownProtection: Value<boolean>;
    /** Templates that a pipeline must extend, each `repository/ref/path`. */
    readonly requiredTemplates: Value<readonly string[]>;
    /** Days and hours of business hours, as text such as `Monday,Tuesday 08:00-17:00 UTC`. */
    readonly hours: Value;
    /** The address that a REST check asks. */
    readonly address: Value;
    readonly timeoutMinutes: Value<number>;
  };
}
