import { minutes, seconds } from "../../../../model/duration";
import type {
  LogAlertDeclaration,
  LogStream,
} from "../../../../model/log-alert";
import { count } from "../../../../model/threshold";
import { pagerAndChat } from "../priorities";

/** What a pod of the API writes at one level, which is a label of its stream too. */
const api = (
  level: string,
  pod: string,
  lines: LogStream["lines"],
): LogStream => ({
  labels: {
    system: "codequal",
    namespace: "codequal",
    app: "codequal-api",
    pod,
    container: "api",
    level,
  },
  lines,
});

const deepwiki = (level: string, lines: LogStream["lines"]): LogStream => ({
  labels: {
    system: "codequal",
    namespace: "codequal",
    app: "codequal-deepwiki",
    pod: "deepwiki-0",
    container: "deepwiki",
    level,
  },
  lines,
});

const lost = {
  level: "critical",
  service: "orchestrator",
  action: "analyze-pr",
  message: "results of an analysis are lost",
} as const;

const failed = {
  level: "error",
  service: "agents",
  action: "execute",
  message: "agent failed",
} as const;

/** Alerts on CodeQual's logs, for conditions without a metric. */
export const logAlerts: readonly LogAlertDeclaration[] = [
  {
    name: "CriticalLogEvent",
    // An hour, though a line is one event: its end closes the pager's incident.
    expr: 'sum by (service) (count_over_time({system="codequal"} |~ "(?i)critical" | json | level=~"(?i)critical" | __error__="" [1h])) > 0',
    for: minutes(0),
    priority: "P0",
    path: pagerAndChat,
    summary: "{{ $labels.service }} logged a critical error",
    description:
      "{{ $labels.service }} wrote {{ $value }} lines of level critical within an hour.",
    action: "Read the line, then follow its trace to what came before it.",
    groupBy: ["service"],
    runbook: "codequal/critical-log",
    dashboard: "codequal-alerts",
    proof: {
      fires: [
        {
          name: "one service writes two critical lines, another one is well",
          streams: [
            api("critical", "a", [
              { line: lost, from: seconds(30) },
              { line: { ...lost, action: "save" }, from: seconds(30) },
              // Not JSON, so it does not count.
              { line: "CRITICAL: out of file handles", from: seconds(20) },
            ]),
            deepwiki("info", [
              {
                line: { level: "info", service: "deepwiki", message: "ready" },
                to: minutes(10),
                every: seconds(5),
              },
            ]),
          ],
          at: seconds(30),
          // The second line of one moment is written slightly later.
          until: seconds(3631),
          expect: [
            {
              labels: { service: "orchestrator" },
              summary: "orchestrator logged a critical error",
              description:
                "orchestrator wrote 2 lines of level critical within an hour.",
            },
          ],
        },
        {
          name: "the level is in the line alone, in capitals",
          streams: [
            {
              labels: { system: "codequal", app: "codequal-deepwiki" },
              lines: [
                {
                  line: {
                    level: "CRITICAL",
                    service: "deepwiki",
                    message: "disk is gone",
                  },
                },
              ],
            },
          ],
          at: seconds(0),
          until: seconds(3600),
          expect: [
            {
              labels: { service: "deepwiki" },
              summary: "deepwiki logged a critical error",
              description:
                "deepwiki wrote 1 lines of level critical within an hour.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "errors, lines that only mention something critical, and another system",
          streams: [
            api("error", "a", [
              { line: failed, to: minutes(10), every: seconds(1) },
              {
                line: { ...failed, message: "a critical finding" },
                to: minutes(10),
                every: seconds(10),
              },
            ]),
            api("unknown", "a", [
              {
                line: "critical: this is no JSON",
                to: minutes(10),
                every: seconds(10),
              },
            ]),
            {
              labels: { system: "codeverify", app: "codeverify-api" },
              lines: [{ line: lost, to: minutes(10), every: seconds(10) }],
            },
          ],
        },
      ],
    },
  },
  {
    name: "ErrorLogRateHigh",
    expr: 'sum by (service) (rate({system="codequal"} | json | level="error" | __error__="" [5m])) > {errorLines}',
    thresholds: { errorLines: count(1, "error lines per second") },
    for: minutes(10),
    priority: "P2",
    summary: "{{ $labels.service }} logs more than one error per second",
    description:
      "{{ $labels.service }} wrote {{ $value }} error lines per second, over 5 minutes.",
    action: "Read the errors, and see since when and after which release.",
    runbook: "codequal/component-errors#errorlogratehigh",
    dashboard: "codequal-overview",
    proof: {
      fires: [
        {
          name: "two pods write an error a second each, for twenty minutes, another service writes few",
          streams: [
            api("error", "a", [
              { line: failed, to: minutes(20) },
              { line: "error: no JSON", to: minutes(20), every: seconds(2) },
            ]),
            api("error", "b", [{ line: failed, to: minutes(20) }]),
            deepwiki("error", [
              {
                line: { ...failed, service: "deepwiki" },
                to: minutes(20),
                every: seconds(2),
              },
            ]),
          ],
          // The 301st of them is written at 2m30s.
          at: seconds(750),
          until: seconds(1350),
          expect: [
            {
              labels: { service: "agents" },
              summary: "agents logs more than one error per second",
              description:
                "agents wrote 2 error lines per second, over 5 minutes.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "one error a second is not more than one",
          streams: [api("error", "a", [{ line: failed, to: minutes(30) }])],
        },
        {
          name: "four errors a second for five minutes are forgotten before ten minutes are over",
          streams: [
            api("error", "a", [{ line: failed, to: minutes(5) }]),
            api("error", "b", [{ line: failed, to: minutes(5) }]),
            api("error", "c", [{ line: failed, to: minutes(5) }]),
            api("error", "d", [{ line: failed, to: minutes(5) }]),
          ],
        },
        {
          name: "warnings that mention errors, errors of several services that are many only together, another system",
          streams: [
            api("warning", "a", [
              {
                line: {
                  ...failed,
                  level: "warn",
                  message: "an error was retried",
                },
                to: minutes(30),
              },
              {
                line: { ...failed, level: "warn" },
                to: minutes(30),
              },
            ]),
            api("error", "a", [
              {
                line: { ...failed, service: "api" },
                to: minutes(30),
                every: seconds(2),
              },
            ]),
            deepwiki("error", [
              {
                line: { ...failed, service: "deepwiki" },
                to: minutes(30),
                every: seconds(1),
              },
            ]),
            {
              labels: { system: "codeverify", app: "codeverify-api" },
              lines: [
                { line: failed, to: minutes(30) },
                { line: { ...failed, message: "again" }, to: minutes(30) },
              ],
            },
          ],
        },
      ],
    },
  },
];
