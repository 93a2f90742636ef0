import { windowsTimeZones } from "../../facts/time-zones-table";

// https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones
test.each([
  "UTC",
  "GMT Standard Time",
  "W. Europe Standard Time",
  "Romance Standard Time",
  "FLE Standard Time",
  "Eastern Standard Time",
  "Pacific Standard Time (Mexico)",
  "India Standard Time",
  "AUS Eastern Standard Time",
  "UTC-11",
])("Windows has the time zone %s", (name) => {
  expect(windowsTimeZones).toContain(name);
});

test("each time zone stands there once", () => {
  expect(new Set(windowsTimeZones).size).toBe(windowsTimeZones.length);
});
