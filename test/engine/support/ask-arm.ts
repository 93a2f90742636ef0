import type { Scenario } from "./scenario";

/** A request to Azure Resource Manager. */
export interface ArmRequest {
  readonly method: "GET" | "PUT" | "DELETE";
  /** Resource ID. */
  readonly id: string;
  readonly body?: unknown;
}

/** Asks Azure Resource Manager as the bearer of an access token. @returns the status of the answer. */
export async function askArm(
  { emulator }: Pick<Scenario, "emulator">,
  accessToken: string,
  { method, id, body }: ArmRequest,
): Promise<number> {
  const { status } = await emulator.fetch(
    new Request(`https://management.azure.com${id}?api-version=2022-04-01`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return status;
}
