import { createProgress, formatDuration } from "../../../tools/setup/progress.mjs";

test.each([
  [40, "0.0 s"],
  [3_260, "3.3 s"],
  [59_900, "59.9 s"],
  [161_000, "2 min 41 s"],
  [119_700, "2 min 0 s"],
])("writes %d ms as %s", (milliseconds, expected) => {
  expect(formatDuration(milliseconds)).toBe(expected);
});

test("prints one line a step and hands its result on", async () => {
  let text = "";
  const progress = createProgress((part) => (text += part));
  expect(await progress.step("building", () => Promise.resolve(7))).toBe(7);
  expect(text).toMatch(/^ {2}building … \d+\.\d s\n$/);
});

test("ends the line of a step that fails", async () => {
  let text = "";
  const progress = createProgress((part) => (text += part));
  await expect(progress.step("building", () => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
  expect(text).toMatch(/^ {2}building … failed after \d+\.\d s\n$/);
});
