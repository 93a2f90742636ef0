import { z } from "zod";
import { cloudNames } from "../../facts/clouds";
import { collectionNames } from "../state/store";
import { wireErrorStatuses } from "../wire/wire-error";

// What the control API takes. Unknown keys are refused: a mistyped fault that does nothing would be a lie.

export const faultRuleSchema = z
  .strictObject({
    service: z.enum(["devops", "graph", "arm", "login", "github"]).exactOptional(),
    method: z.string().exactOptional(),
    path: z.string().exactOptional(),
    skip: z.int().min(0).exactOptional(),
    times: z.union([z.int().min(1), z.literal("always")]).exactOptional(),
    delayMs: z.int().min(0).exactOptional(),
    status: z.literal(wireErrorStatuses).exactOptional(),
    retryAfterSeconds: z.int().min(0).exactOptional(),
    reset: z.boolean().exactOptional(),
    when: z.enum(["before", "after"]).exactOptional(),
  })
  .refine((rule) => rule.delayMs !== undefined || rule.status !== undefined || rule.reset === true, {
    message: "a fault needs at least one of delayMs, status, reset",
  });

const delaySchema = z.strictObject({
  appearMs: z.int().min(0).exactOptional(),
  disappearMs: z.int().min(0).exactOptional(),
});

export const delaysSchema = z.strictObject({
  kind: z.enum(collectionNames),
  delays: z.strictObject({
    devops: delaySchema.exactOptional(),
    graph: delaySchema.exactOptional(),
    arm: delaySchema.exactOptional(),
    login: delaySchema.exactOptional(),
  }),
});

export const advanceSchema = z.strictObject({ milliseconds: z.number().min(0) });

export const jobSchema = z.strictObject({
  projectId: z.string(),
  pipelineId: z.int(),
  connectionIds: z.array(z.string()),
  branch: z.string().exactOptional(),
  branchIsProtected: z.boolean().exactOptional(),
  requestedBy: z.string().exactOptional(),
  templates: z.array(z.string()).exactOptional(),
});

export const approvalSchema = z.strictObject({ checkId: z.int(), by: z.string() });

export const identitySchema = z.strictObject({
  kind: z.enum(["user", "group", "team"]),
  name: z.string().min(1),
  organizationId: z.string().exactOptional(),
  projectId: z.string().exactOptional(),
  accountName: z.string().min(1).exactOptional(),
  fromEntra: z.boolean().exactOptional(),
  members: z.array(z.string()).exactOptional(),
});

export const issuerSchema = z.strictObject({ issuer: z.url({ protocol: /^https$/ }) });

export const seedSchema = z.strictObject({
  cloud: z.enum(cloudNames).exactOptional(),
  issuerGeneration: z.enum(["entra", "azure-devops"]).exactOptional(),
  organizationName: z.string().min(1).exactOptional(),
  projectName: z.string().min(1).exactOptional(),
});
