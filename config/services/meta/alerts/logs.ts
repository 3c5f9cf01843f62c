import { minutes, seconds } from "../../../../model/duration";
import type {
  LogAlertDeclaration,
  LogStream,
} from "../../../../model/log-alert";
import { SAVED_QUERIES_OF_SERIES } from "../../../../model/saved-query";
import { count } from "../../../../model/threshold";
import { errorLines } from "../../../../patterns/error-lines";
import { ANY_META_REPOSITORY } from "../../meta-repositories";
import { ANY_SYSTEM } from "../../../policy/paths";

const written = (
  system: string,
  pod: string,
  lines: LogStream["lines"],
): LogStream => ({
  labels: { system, namespace: system, app: `${system}-api`, pod },
  lines,
});

const failed = {
  level: "ERROR",
  service: "api",
  message: "request failed",
} as const;

/** Alerts on the logs of the six, for conditions without a metric. */
export const logAlerts: readonly LogAlertDeclaration[] = [
  {
    name: "ErrorLogSpike",
    expr: `sum by (system) (count_over_time(${errorLines(`system=~"${ANY_META_REPOSITORY}"`)} [5m])) > {errorLines}`,
    thresholds: { errorLines: count(50, "error lines in 5 minutes") },
    for: minutes(5),
    priority: "P2",
    system: { kind: "from-series" },
    path: ANY_SYSTEM.chat,
    summary: "{{ $labels.system }} logged more than 50 errors in 5 minutes",
    description:
      "{{ $labels.system }} wrote {{ $value }} error lines in 5 minutes.",
    action:
      "Read the errors on the system's page and open one of their traces.",
    runbook: "meta/error-log-spike",
    dashboard: SAVED_QUERIES_OF_SERIES,
    proof: {
      fires: [
        {
          name: "two pods of titan write an error every ten seconds each, for a quarter of an hour; aurora is well",
          streams: [
            // Together one in five seconds: the 51st is written at 4m10s, and five minutes later it
            // still holds.
            written("titan", "a", [
              { line: failed, to: minutes(15), every: seconds(10) },
              // Not JSON, so it does not count.
              {
                line: "ERROR: this is a stack trace",
                to: minutes(15),
                every: seconds(30),
              },
            ]),
            written("titan", "b", [
              {
                line: { ...failed, level: "CRITICAL" },
                from: seconds(5),
                to: minutes(15),
                every: seconds(10),
              },
            ]),
            written("aurora", "a", [
              { line: failed, to: minutes(15), every: seconds(30) },
            ]),
          ],
          at: seconds(550),
          until: seconds(950),
          expect: [
            {
              labels: { system: "titan" },
              summary: "titan logged more than 50 errors in 5 minutes",
              description: "titan wrote 60 error lines in 5 minutes.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "one error in six seconds is 50 in five minutes, and no more; those of another system are not added",
          streams: [
            written("obsidian", "a", [
              { line: failed, to: minutes(20), every: seconds(6) },
            ]),
            written("chronos", "a", [
              { line: failed, to: minutes(20), every: seconds(6) },
            ]),
          ],
        },
        {
          name: "a burst of 80 errors is gone before five minutes are over",
          streams: [
            written("nebula", "a", [{ line: failed, to: seconds(79) }]),
          ],
        },
        {
          name: "lines that only mention errors, lines that are not JSON, and errors of a system that is none of the six",
          streams: [
            written("sentinel", "a", [
              {
                line: { ...failed, level: "INFO", message: "no ERROR today" },
                to: minutes(20),
              },
              { line: "ERROR: no JSON", to: minutes(20) },
            ]),
            written("codeverify", "a", [{ line: failed, to: minutes(20) }]),
          ],
        },
      ],
    },
  },
];
