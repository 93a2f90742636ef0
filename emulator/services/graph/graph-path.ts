/** How a path names an object: by object id, or by client id as alternate key. */
export type ObjectKey = { id: string } | { appId: string };

/**
 * Brings a path into the one form that routes are written in: percent signs decoded, and an alternate key as a segment of
 * its own: `/applications(appId='…')` becomes `/applications/(appId='…')`.
 */
export function normalizeGraphPath(path: string): string {
  return decode(path).replace(/^(\/[^/]+\/\w+)(\(\w+='[^']*'\))/, "$1/$2");
}

/** Reads the segment that names an object. */
export function parseObjectKey(segment: string): ObjectKey {
  const appId = /^\(appId='([^']*)'\)$/.exec(segment)?.[1];
  return appId === undefined ? { id: segment } : { appId };
}

/** Whether the key names the object with these ids. GUIDs have no letter case. */
export function isNamedBy(key: ObjectKey, ids: { objectId: string; clientId: string }): boolean {
  return "id" in key
    ? ids.objectId.toLowerCase() === key.id.toLowerCase()
    : ids.clientId.toLowerCase() === key.appId.toLowerCase();
}

/** The key as an error message repeats it. */
export function formatObjectKey(key: ObjectKey): string {
  return "id" in key ? key.id : key.appId;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
