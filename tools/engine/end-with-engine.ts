import { connect } from "node:net";

const checkIntervalMs = 1000;

/**
 * Ends this process, a plugin, when the engine that started it is gone. An engine that is stopped tells its plugins; one that
 * was killed tells nobody, and the plugin would stay for good.
 *
 * @param engineAddress host and port at which the engine listens; without one nobody started this process but a person.
 * @param stop ends what this process has started.
 */
export function endWithEngine(engineAddress: string | undefined, stop: () => void = () => undefined): void {
  if (engineAddress === undefined) return;
  const end = (): void => {
    stop();
    process.exit(1);
  };
  const engineProcess = process.ppid;
  // The engine may be gone already, and the parent be whoever takes in orphans: an engine that answers now was the parent.
  const { hostname, port } = new URL(`tcp://${engineAddress}`);
  const socket = connect(Number(port), hostname, () => socket.destroy()).once("error", end);
  setInterval(() => {
    if (process.ppid !== engineProcess) end();
  }, checkIntervalMs).unref();
}
