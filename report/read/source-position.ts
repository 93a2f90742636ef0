import type { SourcePosition } from "../../analysis/engine/engine-resource";
import type { JsonObject } from "./json-object";

const form = /^project:\/\/\/([^#]*)#([1-9][0-9]{0,8})(?:,([1-9][0-9]{0,8}))?$/;

/**
 * Finds the line of the program itself: the first frame that is neither an installed package's nor outside the project's
 * folder. The engine names frames from the innermost outwards.
 */
export function findSourcePosition({ sourcePosition, stackTrace }: JsonObject): SourcePosition | undefined {
  const innermost = parsePosition(sourcePosition);
  if (innermost !== undefined) {
    return innermost;
  }
  const frames: readonly unknown[] = Array.isArray(stackTrace) ? stackTrace : [];
  for (const frame of frames) {
    const position = parsePosition(readFrame(frame));
    if (position !== undefined) {
      return position;
    }
  }
  return undefined;
}

function readFrame(frame: unknown): unknown {
  return typeof frame === "object" && frame !== null && "sourcePosition" in frame ? frame.sourcePosition : undefined;
}

/** Nothing where it is no position of the program itself. */
function parsePosition(text: unknown): SourcePosition | undefined {
  const [, path, line, column] = typeof text === "string" ? (form.exec(text) ?? []) : [];
  if (path === undefined || line === undefined) {
    return undefined;
  }
  const file = resolveDots(decodePath(path));
  if (isElsewhere(file)) {
    return undefined;
  }
  return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
}

function decodePath(path: string): string {
  if (!path.includes("%")) {
    return path;
  }
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function resolveDots(path: string): string {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) {
    return path;
  }
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") {
      segments.pop();
    } else if (segment !== "." && segment !== "") {
      segments.push(segment);
    }
  }
  return segments.join("/");
}

function isElsewhere(file: string): boolean {
  return file === "" || /(^|\/)(\.\.|node_modules|site-packages|\.venv|vendor)(\/|$)/.test(file);
}
