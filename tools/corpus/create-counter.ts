/** Gives a maker of GUIDs that are the same in every run: what the platform has is told by these from what the engine makes. */
export function createCounter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `5eed0000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };
}
