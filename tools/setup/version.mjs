/** @typedef {readonly [major: number, minor: number, patch: number]} Version */

/**
 * Reads the first `major.minor.patch` in a text; a missing patch counts as 0.
 *
 * @param {string} text Such as `v3.274.1`, `go version go1.26 linux/amd64`.
 * @returns {Version | undefined}
 */
export function parseVersion(text) {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

/**
 * Negative when `a` is the older one, 0 when both are equal.
 *
 * @param {Version} a
 * @param {Version} b
 */
export function compareVersions(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * Tells whether a version is at least `from` and has the same major number.
 *
 * @param {Version} version
 * @param {Version} from
 */
export function isCompatible(version, from) {
  return version[0] === from[0] && compareVersions(version, from) >= 0;
}
