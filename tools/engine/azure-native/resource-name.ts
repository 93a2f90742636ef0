import { createHash, randomBytes } from "node:crypto";
import type { NameStrategy } from "./types-table";

/** What the engine's own auto-naming configuration says about a name. */
export interface AutonamingOptions {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

/** What an automatic name is made from. */
export interface NameRequest {
  readonly strategy: NameStrategy;
  /** The resource's name in the program. */
  readonly logicalName: string;
  /** Makes the name the same whenever the engine asks again; empty for a name that is random each time. */
  readonly randomSeed: Uint8Array;
  readonly autonaming?: AutonamingOptions | undefined;
}

/** An automatic name. */
export interface CreatedName {
  readonly name: string;
  /** Whether a second resource may exist beside the first: only then may a replacement be created before deletion. */
  readonly unique: boolean;
}

/** Makes a name, or none where the engine's configuration forbids automatic names. */
export function createName(request: NameRequest): CreatedName | undefined {
  const { strategy, logicalName, autonaming } = request;
  if (autonaming?.mode === "disable") return undefined;
  if (autonaming?.mode === "enforce") return { name: autonaming.proposedName, unique: true };
  if (autonaming !== undefined && strategy !== "uuid") return { name: autonaming.proposedName, unique: true };
  switch (strategy) {
    case "random":
      return { name: logicalName + createHexDigits(request, 8), unique: true };
    case "uuid":
      return {
        name: createHexDigits(request, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
        unique: true,
      };
    case "copy":
      return { name: logicalName, unique: false };
  }
}

function createHexDigits({ randomSeed, logicalName }: NameRequest, count: number): string {
  const bytes =
    randomSeed.length === 0 ? randomBytes(16) : createHash("sha256").update(randomSeed).update(logicalName).digest();
  return bytes.toString("hex").slice(0, count);
}
