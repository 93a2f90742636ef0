import { z } from "zod";

/** A kind of approval or check. */
export interface CheckKind {
  typeId: string;
  name: string;
  /** What its settings must hold. What is not named here is kept and given back as it came. */
  settings: z.ZodType<Record<string, unknown>>;
  /** Minutes, where the client names none. */
  timeout: number;
}

/** The vendor's id of an approval by people. */
export const approvalTypeId = "8c6f20a7-a545-4486-9777-f762fafe0d4d";

const longestTimeout = 43_200;
const dayTimeout = 1_440;

const taskCheck = z.looseObject({
  displayName: z.string().min(1),
  definitionRef: z.looseObject({ id: z.guid(), name: z.string(), version: z.string() }),
  inputs: z.record(z.string(), z.string().nullable()),
});

/** The kinds that the vendor's pages and the provider know. Everything that runs a task is one kind, told apart by the task. */
export const checkKinds: readonly CheckKind[] = [
  {
    typeId: approvalTypeId,
    name: "Approval",
    settings: z.looseObject({
      approvers: z.array(z.looseObject({ id: z.guid() })).min(1),
      minRequiredApprovers: z.number().int().nonnegative().nullish(),
      requesterCannotBeApprover: z.boolean().nullish(),
      instructions: z.string().nullish(),
    }),
    timeout: longestTimeout,
  },
  { typeId: "fe1de3ee-a436-41b4-bb20-f6eb4cb879a7", name: "Task Check", settings: taskCheck, timeout: dayTimeout },
  {
    typeId: "2ef31ad6-baa0-403a-8b45-2cbc9b4e5563",
    name: "ExclusiveLock",
    settings: z.looseObject({}),
    timeout: longestTimeout,
  },
  {
    typeId: "4020e66e-b0f3-47e1-bc88-48f3cc59b5f3",
    name: "ExtendsCheck",
    settings: z.looseObject({
      extendsChecks: z
        .array(
          z.looseObject({
            repositoryType: z.enum(["git", "github", "githubenterprise", "bitbucket"]),
            repositoryName: z.string().min(1),
            repositoryRef: z.string().min(1),
            templatePath: z.string().min(1),
          }),
        )
        .min(1),
    }),
    timeout: longestTimeout,
  },
];
