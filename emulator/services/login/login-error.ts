import { WireError } from "../../wire/wire-error";
import { aadstsErrors, type AadstsError, type AadstsNumber } from "./aadsts-table";

/** The error of one number, with its values filled in. */
export function createLoginError(number: AadstsNumber, values: Record<string, string> = {}): WireError {
  const { status, error, message }: AadstsError = aadstsErrors[number];
  const text = message.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? "");
  return new WireError(status, `AADSTS${number}`, text, { innerCode: error });
}
