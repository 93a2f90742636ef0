import { findBuiltInRole } from "../../../facts/roles";
import { limitedRoleWords, roleWords } from "../../../report/view/words/role-words-table";

const names = [...Object.keys(roleWords), ...Object.keys(limitedRoleWords)];

test.each(names)("%s is the name of a role that facts knows, as Azure spells it", (name) => {
  expect(findBuiltInRole(name)?.name).toBe(name);
});

test.each(names)('what %s allows follows on "may"', (name) => {
  expect(roleWords[name]).toMatch(/^[a-z][^.]*$/);
});

test("what a condition leaves is less than what the role allows without one", () => {
  for (const [name, words] of Object.entries(limitedRoleWords)) {
    expect(words).not.toBe(roleWords[name]);
    expect(words).not.toMatch(/any/);
  }
});
