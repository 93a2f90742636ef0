import { formatError } from "../../../emulator/wire/format-error";
import { WireError } from "../../../emulator/wire/wire-error";

const setting = {
  requestId: "11111111-1111-4111-8111-111111111111",
  correlationId: "client",
  now: Date.UTC(2026, 10, 24, 8, 9, 10),
};

async function format(...[service, error]: [Parameters<typeof formatError>[0], WireError]): Promise<unknown> {
  const response = formatError(service, error, setting);
  expect(response.status).toBe(error.status);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  return JSON.parse(await response.text()) as unknown;
}

// Form: https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-overview, as the Go client reads it.
test("Azure DevOps", async () => {
  expect(await format("devops", new WireError(404, "TF200016", "The project does not exist."))).toEqual({
    $id: "1",
    innerException: null,
    message: "TF200016: The project does not exist.",
    typeName: expect.stringContaining("VssServiceException") as string,
    typeKey: "VssServiceException",
    errorCode: 0,
    eventId: 3000,
  });
  expect(await format("devops", new WireError(500, "DuplicateServiceConnectionException", "Twice."))).toMatchObject({
    message: "Twice.",
    typeKey: "DuplicateServiceConnectionException",
  });
});

// Form: https://learn.microsoft.com/graph/errors
test("Microsoft Graph", async () => {
  const error = new WireError(403, "Authorization_RequestDenied", "Insufficient privileges.", { innerCode: "inner" });
  expect(await format("graph", error)).toEqual({
    error: {
      code: "Authorization_RequestDenied",
      message: "Insufficient privileges.",
      innerError: {
        code: "inner",
        date: "2026-11-24T08:09:10",
        "request-id": setting.requestId,
        "client-request-id": "client",
      },
    },
  });
});

// Form: https://github.com/microsoft/api-guidelines (error condition responses)
test("Azure Resource Manager", async () => {
  expect(await format("arm", new WireError(403, "AuthorizationFailed", "No."))).toEqual({
    error: { code: "AuthorizationFailed", message: "No." },
  });
});

// Form: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#error-response
test("Microsoft Entra", async () => {
  const error = new WireError(401, "AADSTS700213", "No match.", { innerCode: "invalid_client" });
  expect(await format("login", error)).toEqual({
    error: "invalid_client",
    error_description: `AADSTS700213: No match. Trace ID: ${setting.requestId} Correlation ID: client Timestamp: 2026-11-24 08:09:10Z`,
    error_codes: [700213],
    timestamp: "2026-11-24 08:09:10Z",
    trace_id: setting.requestId,
    correlation_id: "client",
    error_uri: "https://login.microsoftonline.com/error?code=700213",
  });
});

test("a body of its own wins over the form, and headers go along", async () => {
  const error = new WireError(405, "X", "x", { body: { count: 1 }, headers: { allow: "POST" } });
  expect(await format("devops", error)).toEqual({ count: 1 });
  expect(formatError("devops", error, setting).headers.get("allow")).toBe("POST");
});
