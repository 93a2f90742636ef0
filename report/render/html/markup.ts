import { escapeHtml } from "./escape";

/** HTML or SVG that may stand in a page as it is: every value in it is escaped already. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in markup: strings are escaped, markup is taken as it is, nothing is left out. */
export type Content = string | number | Markup | undefined | readonly Content[];

/**
 * Builds markup from a template. Values may stand between tags and inside attributes in double quotes, and nowhere else:
 * whatever they hold, they stay text.
 */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + formatContent(contents[index])).join(""));
}

function formatContent(content: Content): string {
  if (content === undefined) {
    return "";
  }
  if (content instanceof Markup) {
    return content.text;
  }
  return isList(content) ? content.map(formatContent).join("") : escapeHtml(String(content));
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}
