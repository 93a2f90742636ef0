import { createRule } from "./create-rule";
import { explainMissing, nameReferredConnection } from "./name-thing";
import { findUnseen } from "./unseen";

/** Finds approvals that the person who started the run may give. */
export const requesterMayApprove = createRule("requester-may-approve", (model) =>
  model
    .list("check")
    .filter((check) => check.kind === "approval")
    .flatMap((check) => {
      const { requesterMayApprove: value } = check.settings;
      const name = nameReferredConnection(check.connection, model);
      const unseen = findUnseen(value);
      if (unseen !== undefined) {
        return [
          {
            on: check,
            message: [
              "It cannot be judged whether whoever starts a run may approve it for ",
              ...name,
              `: the setting ${explainMissing(unseen)}.`,
            ],
            cannotBeJudged: true,
          },
        ];
      }
      return value.state === "known" && value.value
        ? [{ on: check, message: ["Whoever starts a run may approve it for ", ...name, "."] }]
        : [];
    }),
);
