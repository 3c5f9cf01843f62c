import type { Existing } from "./existing";
import type { RecoveryPlan } from "./plan";
import type { StuckRelease } from "./releases";

/** A plan of recovery for people, line by line. */
export function reportLines(
  environment: string,
  { imports, stuck, unread }: RecoveryPlan,
): readonly string[] {
  return [
    ...(imports.length === 0
      ? [`the state of ${environment} lacks nothing that was found`]
      : [
          `${String(imports.length)} exist and are not in the state of ${environment}:`,
          ...imports.flatMap(importLines),
        ]),
    ...(unread === undefined
      ? []
      : ["", `Grafana's content is left out: ${unread}`]),
    ...(stuck.length === 0
      ? []
      : [
          "",
          `${String(stuck.length)} stuck: Helm refuses every operation on it. When nobody applies, run the command of each, then recover again:`,
          ...stuck.flatMap(stuckLines),
        ]),
  ];
}

const importLines = ({
  kind,
  id,
  differences,
}: Existing): readonly string[] => [
  `  ${kind} ${id}`,
  ...differences.map((difference) => `    ${difference}`),
];

const stuckLines = ({
  id,
  status,
  revision,
  command,
  reason,
}: StuckRelease): readonly string[] => [
  `  release ${id}: revision ${String(revision)} is ${status}; ${reason}`,
  `    ${command}`,
];
