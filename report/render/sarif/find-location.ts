import type { ReportItem } from "../../report-document";

/** Where SARIF says that something is. */
export interface SarifLocation {
  readonly artifactLocation: { readonly uri: string };
  readonly region: { readonly startLine: number; readonly startColumn?: number };
}

/**
 * Finds the place of an item, relative to the repository's root. What has no line of the program, or one outside of the repository,
 * is said to be in the project's own file: results without a place are not shown.
 */
export function findLocation(source: ReportItem["source"], projectFolder: string): SarifLocation {
  const folder = resolvePath(projectFolder.split(/[\\/]/)) ?? [];
  const path = source === undefined ? undefined : resolvePath([...folder, ...source.file.split(/[\\/]/)]);
  if (source === undefined || path === undefined || path.length === 0) {
    return { artifactLocation: { uri: formatUri([...folder, "Pulumi.yaml"]) }, region: { startLine: 1 } };
  }
  return {
    artifactLocation: { uri: formatUri(path) },
    region: {
      startLine: source.line,
      ...(source.column === undefined ? {} : { startColumn: source.column }),
    },
  };
}

/** Resolves `.` and `..`; undefined where the path leaves the repository, or is absolute on Windows. */
function resolvePath(parts: readonly string[]): readonly string[] | undefined {
  const path: string[] = [];
  for (const part of parts) {
    if (part === "..") {
      if (path.pop() === undefined) return undefined;
    } else if (/^[a-z]:$/i.test(part)) {
      return undefined;
    } else if (part !== "" && part !== ".") {
      path.push(part);
    }
  }
  return path;
}

function formatUri(path: readonly string[]): string {
  // A lone half of a pair has no UTF-8, and encodeURIComponent refuses it.
  return path.map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd"))).join("/");
}
