import { Hono } from "hono";
import { z } from "zod";
import { addRoute, type RouteAnswer } from "../../../emulator/wire/route";
import type { ServiceEnv } from "../../../emulator/wire/service";
import { WireError } from "../../../emulator/wire/wire-error";

function createApp(answer: RouteAnswer): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  app.onError((error, context) => {
    if (!(error instanceof WireError)) throw error;
    return context.json({ code: error.code, message: error.message }, error.status);
  });
  const definition = {
    method: "PUT" as const,
    path: "/things/:id",
    body: z.object({ size: z.number() }),
    query: z.object({ "api-version": z.string() }),
    responses: { 200: z.object({ id: z.string(), size: z.number() }), 204: null },
    invalidCode: "InvalidThing",
  };
  addRoute(app, definition, ({ params, body }) =>
    answer.status === 200 && answer.body === undefined ? { status: 200, body: { ...params, size: body.size } } : answer,
  );
  return app;
}

async function put(
  answer: RouteAnswer,
  body: string,
  query = "?api-version=1",
): Promise<{ status: number; text: string }> {
  const response = await createApp(answer).request(`/things/a${query}`, { method: "PUT", body });
  return { status: response.status, text: await response.text() };
}

test("parses the request and checks the answer", async () => {
  expect(await put({ status: 200 }, '{"size":3}')).toEqual({ status: 200, text: '{"id":"a","size":3}' });
});

test("an empty answer stays empty, with its headers", async () => {
  const response = await createApp({ status: 204, headers: { etag: "x" } }).request("/things/a?api-version=1", {
    method: "PUT",
    body: '{"size":3}',
  });
  expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([204, "", "x"]);
});

test.each([
  ['{"size":"big"}', "?api-version=1", "InvalidThing", "size"],
  ["", "?api-version=1", "InvalidThing", "body"],
  ['{"size":3}', "", "InvalidThing", "api-version"],
  ["{broken", "?api-version=1", "BadRequest", "JSON"],
])("a request that does not fit is the client's fault: %s %s", async (body, query, code, place) => {
  const { status, text } = await put({ status: 200 }, body, query);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toEqual({ code, message: expect.stringContaining(place) as string });
});

test.each<[string, RouteAnswer]>([
  ["the body breaks its schema", { status: 200, body: { id: 1, size: 3 } }],
  ["the status is not declared", { status: 201, body: {} }],
  ["an empty answer has a body", { status: 204, body: {} }],
])("an answer is the emulator's fault when %s", async (_case, answer) => {
  const { status, text } = await put(answer, '{"size":3}');
  expect(status).toBe(500);
  expect(text).toContain("The emulator is wrong: PUT /things/:id");
});
