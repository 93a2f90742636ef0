import type { PhraseValue, PhraseValueKind } from "../analysis/phrase";
import { neutralizeText } from "../report/render/neutralize";

interface Quotable {
  /** What a value has to look like to be shown. */
  readonly looks: RegExp;
  /** What stands in the place of one that does not. */
  readonly words: string;
}

const guid = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

/**
 * Which foreign values a message may show. A console and its logs are read by more people than a stack's state: whatever is
 * not a name or an address of the access itself stays out, also where nobody marked it secret.
 */
export const quotables: Readonly<Record<PhraseValueKind, Quotable>> = {
  name: { looks: /^.{1,256}$/su, words: "a name that is not shown" },
  role: { looks: /^.{1,256}$/su, words: "a role that is not shown" },
  branch: { looks: /^\S{1,256}$/u, words: "a branch that is not shown" },
  // Of a principal or connection, of a pipeline, of a resource in Azure, of a person or group in Azure DevOps.
  id: {
    looks: new RegExp(
      `^(?:${guid}|\\d{1,20}|/[^\\s?#]{1,600}|(?:aad|aadgp|aadsp|msa|svc|vssgp)\\.[\\w-]{1,200})$`,
      "i",
    ),
    words: "an ID that is not shown",
  },
  // A path in Azure, or the name of a group or subscription in it.
  scope: { looks: /^(?:\/[^\n?#]{0,600}|[\p{L}\p{N}_.()-]{1,90})$/u, words: "a scope that is not shown" },
  issuer: { looks: /^\s*https?:\/\/[^\s?#@]{1,256}\s*$/i, words: "an issuer that is not shown" },
  subject: { looks: /^.{1,600}$/su, words: "a subject that is not shown" },
  // Its URN, its path in Azure, or its type.
  resource: {
    looks: /^(?:urn:pulumi:.{1,1000}|\/.{1,1000}|[\w-]+:[\w./-]+:\w+)$/su,
    words: "a resource that is not shown",
  },
  // The only texts that rules compare are audiences.
  text: { looks: /^\s*api:\/\/\S{1,256}\s*$/i, words: "a text that is not shown" },
};

/** Shows a foreign value in quotes that it cannot end, or says that it is not shown. */
export function quoteValue({ value, kind }: PhraseValue): string {
  const { looks, words } = quotables[kind];
  if (!looks.test(value)) {
    return `(${words})`;
  }
  return quoteText(value);
}

/** Puts a text in quotes that it cannot end, as one line in which nothing is hidden. */
export function quoteText(text: string): string {
  const visible = neutralizeText(text)
    .replaceAll('"', "<U+0022>")
    // The engine takes this for a change of colour.
    .replaceAll("<{%", "<{ %");
  return `"${visible}"`;
}
