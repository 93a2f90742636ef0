const checkIntervalMs = 1000;

/**
 * Ends this process, a plugin, when the engine that started it is gone. An engine that is stopped tells its plugins; one that
 * was killed tells nobody, and the plugin would stay for good.
 *
 * @param stop ends what this process has started.
 */
export function endWithEngine(stop: () => void = () => undefined): void {
  const engineProcess = process.ppid;
  setInterval(() => {
    if (process.ppid === engineProcess) return;
    stop();
    process.exit(1);
  }, checkIntervalMs).unref();
}
