import { z } from "zod";
import { newestVersion } from "./api-version";
import { collectionOf, createCollection } from "./collection-answer";
import { addDevopsRoute, type DevopsRoutes } from "./devops-route";
import { type Location, locations } from "./locations-table";

const locationAnswer = z.strictObject({
  id: z.guid(),
  area: z.string(),
  resourceName: z.string(),
  routeTemplate: z.string(),
  resourceVersion: z.number().int(),
  minVersion: z.string(),
  maxVersion: z.string(),
  releasedVersion: z.string(),
});

const resourceAreas = "e81700f7-3be2-46de-8624-2eb35882fcaa";

/** How clients find out what is where: the whole table, the table of one area, and the areas on other hosts (none). */
export function addDiscoveryRoutes(routes: DevopsRoutes): void {
  const options = {
    method: "OPTIONS",
    location: resourceAreas,
    responses: { 200: collectionOf(locationAnswer) },
  } as const;
  addDevopsRoute(routes, { ...options, path: "/_apis" }, () => listLocations());
  addDevopsRoute(routes, { ...options, path: "/_apis/:area" }, (_state, { params }) => listLocations(params["area"]));
  // No area stands on another host. Clients then send everything to the base URL.
  addDevopsRoute(
    routes,
    {
      method: "GET",
      path: "/_apis/resourceareas",
      location: resourceAreas,
      responses: { 200: collectionOf(z.never()) },
    },
    () => createCollection([]),
  );
}

function listLocations(area?: string): ReturnType<typeof createCollection> {
  const listed = area === undefined ? locations : locations.filter((one) => one.area.toLowerCase() === area);
  return createCollection(listed.map(formatLocation));
}

function formatLocation({ id, area, resource, route, version, released }: Location): z.infer<typeof locationAnswer> {
  const newest = `${newestVersion.major}.${newestVersion.minor}`;
  return {
    id,
    area,
    resourceName: resource,
    routeTemplate: route,
    resourceVersion: version,
    minVersion: "1.0",
    maxVersion: newest,
    releasedVersion: released === false ? "0.0" : "7.1",
  };
}
