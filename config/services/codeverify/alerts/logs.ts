import { minutes, seconds } from "../../../../model/duration";
import type {
  LogAlertDeclaration,
  LogStream,
} from "../../../../model/log-alert";
import { count } from "../../../../model/threshold";

const api = (pod: string, lines: LogStream["lines"]): LogStream => ({
  labels: {
    system: "codeverify",
    namespace: "codeverify",
    app: "codeverify-api",
    pod,
    container: "api",
  },
  lines,
});

const worker = (pod: string, lines: LogStream["lines"]): LogStream => ({
  labels: {
    system: "codeverify",
    namespace: "codeverify",
    app: "codeverify-worker",
    pod,
    container: "worker",
  },
  lines,
});

const failed = {
  level: "ERROR",
  logger: "codeverify.api",
  message: "request failed",
  duration_ms: 12,
} as const;

/** Alerts on CodeVerify's logs, for conditions without a metric. */
export const logAlerts: readonly LogAlertDeclaration[] = [
  {
    name: "CodeverifyErrorLogSpike",
    expr: 'sum(count_over_time({system="codeverify", app="codeverify-api", level="error"} | json | __error__="" [5m])) > {errorLines}',
    thresholds: { errorLines: count(50, "error lines in 5 minutes") },
    for: minutes(5),
    priority: "P2",
    condition: "api-errors",
    summary: "More than 50 error lines in 5 minutes",
    description: "The API wrote {{ $value }} error lines in 5 minutes.",
    action:
      "Read the errors on the debugging page and open one of their traces.",
    runbook: "codeverify/high-error-rate#codeverifyerrorlogspike",
    dashboard: "codeverify-debugging",
    proof: {
      fires: [
        {
          name: "two pods write an error every ten seconds each, for a quarter of an hour",
          streams: [
            // Together one in five seconds: the 51st is written at 4m10s, and five minutes later it
            // still holds.
            api("a", [
              { line: failed, to: minutes(15), every: seconds(10) },
              // Not JSON, so it does not count.
              {
                line: "ERROR: this is a stack trace",
                to: minutes(15),
                every: seconds(30),
              },
            ]),
            api("b", [
              {
                line: failed,
                from: seconds(5),
                to: minutes(15),
                every: seconds(10),
              },
            ]),
          ],
          at: seconds(550),
          until: seconds(950),
          expect: [
            {
              description: "The API wrote 60 error lines in 5 minutes.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "one error in six seconds is 50 in five minutes, and no more",
          streams: [
            api("a", [{ line: failed, to: minutes(20), every: seconds(6) }]),
          ],
        },
        {
          name: "a burst of 80 errors is gone before five minutes are over",
          streams: [api("a", [{ line: failed, to: seconds(79) }])],
        },
        {
          name: "lines that only mention errors, errors of the worker, and lines that are not JSON",
          streams: [
            api("a", [
              {
                line: { ...failed, level: "INFO", message: "no ERROR today" },
                to: minutes(20),
              },
              { line: "ERROR: no JSON", to: minutes(20) },
            ]),
            worker("a", [{ line: failed, to: minutes(20) }]),
          ],
        },
      ],
    },
  },
  {
    name: "CodeverifyWorkerCrashLog",
    expr: 'sum(count_over_time({system="codeverify", app="codeverify-worker"} |~ "(?i)(out of memory|killed|traceback)" [10m])) > 0',
    for: minutes(0),
    severity: "warning",
    priority: "P1",
    // If all workers are down, a more urgent alert says so.
    condition: "WorkerDown",
    summary: "A worker logged a crash",
    description:
      "Lines about a crash in 10 minutes (out of memory, killed, traceback): {{ $value }}.",
    action: "Read the last lines of the worker before its restart.",
    runbook: "codeverify/worker-down#codeverifyworkercrashlog",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          name: "one worker runs out of memory",
          streams: [
            worker("a", [
              { line: { level: "INFO", message: "analysis begins" } },
              {
                line: "Out of memory: Killed process 17 (python)",
                from: seconds(30),
              },
            ]),
          ],
          at: seconds(30),
          until: seconds(630),
          expect: [
            {
              description:
                "Lines about a crash in 10 minutes (out of memory, killed, traceback): 1.",
            },
          ],
        },
        {
          name: "a traceback in a line of JSON",
          streams: [
            worker("a", [
              {
                line: {
                  level: "ERROR",
                  message: "Traceback (most recent call last)",
                },
              },
            ]),
          ],
          at: seconds(0),
          until: seconds(600),
          expect: [
            {
              description:
                "Lines about a crash in 10 minutes (out of memory, killed, traceback): 1.",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "memory is only low, an analysis fails, and it is the API that crashes",
          streams: [
            worker("a", [
              {
                line: { level: "WARNING", message: "memory is low" },
                to: minutes(5),
                every: seconds(10),
              },
              {
                line: { level: "ERROR", status: "failed", message: "no tests" },
                from: minutes(1),
              },
            ]),
            api("a", [{ line: "Traceback (most recent call last)" }]),
          ],
        },
      ],
    },
  },
];
