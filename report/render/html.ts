import type { Report } from "../report-document";
import { showPage } from "./html/show-page";

/**
 * Renders a report as one page that stands alone: no script, nothing loaded, a content policy that forbids both.
 * Values are shown as text whatever they hold, and no address is made of them.
 */
export function renderHtml(report: Report): string {
  return showPage(report).text;
}
