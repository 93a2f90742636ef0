import { unbuilt } from "../../wire/unbuilt";
import type { DevopsRoutes } from "./devops-route";
import { type Location, locations } from "./locations-table";

/**
 * Answers 501 for whatever the location table knows and no route before this one took, so that nobody takes a missing part
 * of the emulator for a fault of their own. Call it after all other routes.
 */
export function addKnownLocations({ app }: DevopsRoutes): void {
  for (const location of locations) {
    for (const path of listPaths(location)) {
      app.all(path, (context) => unbuilt(`${context.req.method} ${location.area}/${location.resource}`)(context));
    }
  }
}

/** The paths of a location in the router's form: with its project and, for whole organizations, without it. */
function listPaths({ area, resource, route }: Location): string[] {
  const segments = route
    .replace("{area}", area)
    .replace("{resource}", resource)
    .split("/")
    .map((segment) => {
      const name = /^\{\*?(\w+)\}$/.exec(segment)?.[1];
      return (name === undefined ? segment : `:${name}`).toLowerCase();
    });
  const [first, ...rest] = segments;
  const last = segments.at(-1)?.startsWith(":") === true ? "?" : "";
  const whole = `/:organization/${segments.join("/")}${last}`;
  return first === ":project" ? [whole, `/:organization/${rest.join("/")}${last}`] : [whole];
}
