import type { Measurement } from "./measurement";
import { renderColumns } from "./render-columns";

const headings = ["preview of connections", "plain", "with policies", "ratio"];

/** Renders what the policy pack adds to previews. */
export function renderPolicyTable(measurements: readonly Measurement[]): string {
  const rows = measurements
    .filter(({ policies }) => policies === true)
    .flatMap((judged) => {
      const plain = measurements.find(
        ({ policies, program, step, connections }) =>
          policies === undefined &&
          program === judged.program &&
          step === judged.step &&
          connections === judged.connections,
      );
      return plain === undefined ? [] : [renderRow(plain, judged)];
    });
  return renderColumns([headings, ...rows]);
}

function renderRow(plain: Measurement, judged: Measurement): readonly string[] {
  return [
    String(plain.connections),
    `${plain.seconds.toFixed(1)} s`,
    `${judged.seconds.toFixed(1)} s`,
    (judged.seconds / plain.seconds).toFixed(2),
  ];
}
