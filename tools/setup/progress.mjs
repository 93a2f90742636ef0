/**
 * @typedef {object} Progress
 * @property {<T>(label: string, work: () => Promise<T>) => Promise<T>} step Runs one step and prints one line for it.
 * @property {(text: string) => void} note Prints a line of its own.
 */

/**
 * Prints one line a step: what is done, and how long it took.
 *
 * @param {(text: string) => void} write
 * @returns {Progress}
 */
export function createProgress(write = (text) => process.stderr.write(text)) {
  return {
    async step(label, work) {
      const start = performance.now();
      write(`  ${label} … `);
      try {
        const result = await work();
        write(`${formatDuration(performance.now() - start)}\n`);
        return result;
      } catch (error) {
        write(`failed after ${formatDuration(performance.now() - start)}\n`);
        throw error;
      }
    },
    note(text) {
      write(`  ${text}\n`);
    },
  };
}

/** @param {number} milliseconds */
export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
