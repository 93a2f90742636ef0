/** The days of the week. */
export const DayOfWeek = {
  Monday: "Monday",
  Tuesday: "Tuesday",
  Wednesday: "Wednesday",
  Thursday: "Thursday",
  Friday: "Friday",
  Saturday: "Saturday",
  Sunday: "Sunday",
} as const;

/** One of the days of DayOfWeek. */
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek];
