/**
 * Time zones by the names that Azure DevOps takes (Windows' own), with the name that the time-zone database has. A small
 * choice; a check that names another one is refused when a job asks, and says so.
 */
export const windowsTimeZones: Readonly<Record<string, string>> = {
  UTC: "Etc/UTC",
  "GMT Standard Time": "Europe/London",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central Europe Standard Time": "Europe/Budapest",
  "FLE Standard Time": "Europe/Kyiv",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "India Standard Time": "Asia/Kolkata",
  "China Standard Time": "Asia/Shanghai",
  "Tokyo Standard Time": "Asia/Tokyo",
  "AUS Eastern Standard Time": "Australia/Sydney",
};
