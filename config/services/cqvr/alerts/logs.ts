import { minutes, seconds } from "../../../../model/duration";
import type {
  LogAlertDeclaration,
  LogStream,
} from "../../../../model/log-alert";

const collector = (
  app: string,
  pod: string,
  lines: LogStream["lines"],
): LogStream => ({
  labels: {
    system: "cqvr",
    namespace: "farfan",
    app,
    pod,
    container: "collect",
  },
  lines,
});

/** Alerts on CQVR's logs, for conditions without a metric. */
export const logAlerts: readonly LogAlertDeclaration[] = [
  {
    name: "CqvrCollectionTraceback",
    expr: 'sum(count_over_time({system="cqvr", app="collect-metrics"} |= "Traceback" [15m])) > 0',
    for: minutes(0),
    priority: "P2",
    summary: "The metric collection script crashed",
    description: "Tracebacks of collect-metrics in 15 minutes: {{ $value }}.",
    action: "Read the last line of the traceback.",
    runbook: "cqvr/collection-stale#cqvrcollectiontraceback",
    proof: {
      fires: [
        {
          name: "one run crashes",
          streams: [
            collector("collect-metrics", "a", [
              { line: "evaluating 300 contracts" },
              {
                line: "Traceback (most recent call last):",
                from: seconds(20),
              },
              { line: "KeyError: 'tier'", from: seconds(20) },
            ]),
          ],
          at: seconds(20),
          until: seconds(920),
          expect: [
            {
              description: "Tracebacks of collect-metrics in 15 minutes: 1.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "a run that only says that something is wrong, and a crash of the application",
          streams: [
            collector("collect-metrics", "a", [
              { line: "ERROR: contract c1 has no score", to: minutes(5) },
            ]),
            collector("farfan-cqvr", "b", [
              { line: "Traceback (most recent call last):" },
            ]),
          ],
        },
      ],
    },
  },
];
