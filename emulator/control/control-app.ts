import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { JournalFilter } from "../wire/journal";
import type { Control } from "./control";
import {
  advanceSchema,
  approvalSchema,
  delaysSchema,
  faultRuleSchema,
  identitySchema,
  issuerSchema,
  jobSchema,
  seedSchema,
} from "./control-schemas";
import { parseSnapshot } from "./public-snapshot";

/** The control API: `/_emulator/…`, JSON in and out. */
export function createControlApp(control: Control): Hono {
  const app = new Hono();
  app.use(refuseBrowsers);
  app.onError(answerError);
  app.notFound((c) => c.json({ error: `no such operation: ${c.req.method} ${c.req.path}` }, 404));
  addStateRoutes(app, control);
  addJournalRoutes(app, control);
  addFaultRoutes(app, control);
  addJobRoutes(app, control);
  app.get("/_emulator/health", (c) => c.json({ status: "ok", now: new Date(control.now()).toISOString() }));
  app.post("/_emulator/clock/advance", async (c) => {
    control.advanceClock((await readBody(c, advanceSchema)).milliseconds);
    return c.json({ now: new Date(control.now()).toISOString() });
  });
  app.post("/_emulator/issuers", async (c) => {
    control.registerIssuer((await readBody(c, issuerSchema)).issuer);
    return c.body(null, 204);
  });
  return app;
}

function addStateRoutes(app: Hono, control: Control): void {
  app.get("/_emulator/state", (c) => c.json(control.snapshot()));
  app.put("/_emulator/state", async (c) => {
    control.restore(await readBody(c, z.unknown().transform(parseSnapshot)));
    return c.body(null, 204);
  });
  app.post("/_emulator/reset", (c) => {
    control.reset();
    return c.body(null, 204);
  });
  app.post("/_emulator/seed", async (c) => {
    return c.json(control.seed(await readBody(c, seedSchema)), 201);
  });
  app.post("/_emulator/identities", async (c) => {
    return c.json(control.addIdentity(await readBody(c, identitySchema)), 201);
  });
  app.get("/_emulator/platform", (c) => c.json(control.platform ?? null));
  app.put("/_emulator/delays", async (c) => {
    const { kind, delays } = await readBody(c, delaysSchema);
    control.setDelays(kind, delays);
    return c.body(null, 204);
  });
}

function addJournalRoutes(app: Hono, control: Control): void {
  app.get("/_emulator/journal", (c) => c.json(control.listRequests(readFilter(c))));
  app.delete("/_emulator/journal", (c) => {
    control.clearJournal();
    return c.body(null, 204);
  });
}

function addFaultRoutes(app: Hono, control: Control): void {
  app.get("/_emulator/faults", (c) => c.json(control.listFaults()));
  app.post("/_emulator/faults", async (c) => c.json(control.addFault(await readBody(c, faultRuleSchema)), 201));
  app.delete("/_emulator/faults", (c) => {
    control.clearFaults();
    return c.body(null, 204);
  });
  app.delete("/_emulator/faults/:id", (c) => {
    control.clearFaults(c.req.param("id"));
    return c.body(null, 204);
  });
}

function addJobRoutes(app: Hono, control: Control): void {
  app.post("/_emulator/jobs", async (c) => c.json(await control.startJob(await readBody(c, jobSchema)), 201));
  app.post("/_emulator/jobs/:id/approvals", async (c) => {
    control.approveCheck({ jobId: c.req.param("id"), ...(await readBody(c, approvalSchema)) });
    return c.body(null, 204);
  });
  app.delete("/_emulator/jobs/:id", (c) => {
    control.finishJob(c.req.param("id"));
    return c.body(null, 204);
  });
}

const filterSchema = z.strictObject({
  service: z.enum(["devops", "graph", "arm", "login", "github", "proxy"]).exactOptional(),
  method: z.string().exactOptional(),
  path: z
    .string()
    .transform((pattern) => new RegExp(pattern))
    .exactOptional(),
  afterSeq: z.coerce.number().int().exactOptional(),
});

function readFilter(context: Context): JournalFilter {
  return filterSchema.parse(context.req.query());
}

async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  return schema.parse(text === "" ? {} : JSON.parse(text));
}

// A page in the user's browser can reach loopback too; none has business here. Its requests carry an Origin, or a host
// name that was made to point to this machine.
async function refuseBrowsers(context: Context, next: () => Promise<void>): Promise<void> {
  const host = new URL(context.req.url).hostname;
  if (context.req.header("origin") !== undefined || !["127.0.0.1", "localhost"].includes(host)) {
    throw new HTTPException(403, { message: "the control API is for programs on this machine" });
  }
  await next();
}

function answerError(error: Error, context: Context): Response {
  if (error instanceof HTTPException) return context.json({ error: error.message }, error.status);
  if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
  if (error instanceof SyntaxError || error instanceof RangeError) return context.json({ error: error.message }, 400);
  return context.json({ error: error.message }, 500);
}
