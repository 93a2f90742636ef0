/**
 * A variable of the environment, which must be set.
 *
 * @param {string} name
 * @returns {string}
 */
export function readVariable(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`set ${name}`);
  return value;
}
