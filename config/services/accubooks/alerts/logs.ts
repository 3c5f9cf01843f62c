import { minutes, seconds } from "../../../../model/duration";
import type {
  LogAlertDeclaration,
  LogStream,
} from "../../../../model/log-alert";
import { PATHS } from "../priorities";

const accubooks = (pod: string, lines: LogStream["lines"]): LogStream => ({
  labels: {
    system: "accubooks",
    namespace: "accubooks",
    app: "accubooks",
    pod,
    container: "accubooks",
  },
  lines,
});

const wrongFigure = {
  level: "error",
  service: "forecast",
  event: "calculation_error",
  message: "sum of accounts differs from total",
} as const;

const foreignTenant = {
  level: "critical",
  service: "api",
  event: "tenant_isolation_violation",
  message: "invoice of another tenant",
} as const;

/**
 * The integrity counters, from the log: a process that dies with its counter has already written
 * its line.
 */
export const logAlerts: readonly LogAlertDeclaration[] = [
  {
    name: "DataIntegrityLogEvent",
    // As long as its twins on counters keep firing: its end closes the pager's incident.
    expr: 'sum by (event) (count_over_time({system="accubooks"} |~ "calculation_error|tenant_isolation_violation" | json | event=~"calculation_error|tenant_isolation_violation" | __error__="" [1h])) > 0',
    for: minutes(0),
    priority: "P0",
    condition: "data-integrity",
    labels: { escalate: "true" },
    path: PATHS.integrity,
    summary: "Log reports {{ $labels.event }}",
    description:
      "At least one line of the last hour says that a figure is wrong or that another tenant's data was touched. The end of the alert says nothing about the data.",
    action:
      "Stop writes to what the line names, then keep the evidence: the lines and the rows.",
    groupBy: ["event"],
    runbook: "accubooks/data-integrity#dataintegritylogevent",
    dashboard: "accubooks-operations",
    proof: {
      fires: [
        {
          name: "a wrong figure on one pod, beside an ordinary line",
          streams: [
            accubooks("a", [
              { line: { level: "info", message: "forecast begins" } },
              { line: wrongFigure, from: seconds(20) },
            ]),
          ],
          at: seconds(20),
          until: seconds(3620),
          expect: [
            {
              labels: { event: "calculation_error" },
              summary: "Log reports calculation_error",
            },
          ],
        },
        {
          name: "the data of another tenant, twice on two pods",
          streams: [
            accubooks("a", [{ line: foreignTenant, from: seconds(20) }]),
            accubooks("b", [{ line: foreignTenant, from: seconds(30) }]),
          ],
          at: seconds(20),
          until: seconds(3630),
          expect: [
            {
              labels: { event: "tenant_isolation_violation" },
              summary: "Log reports tenant_isolation_violation",
            },
          ],
        },
      ],
      quiet: [
        {
          name: "lines that mention such events, other events, other systems, and lines that are not JSON",
          streams: [
            accubooks("a", [
              {
                line: {
                  level: "info",
                  event: "calculation_done",
                  message: "no calculation_error",
                },
                to: minutes(5),
                every: seconds(10),
              },
              { line: "event=calculation_error", from: minutes(1) },
              {
                line: { ...wrongFigure, event: "calculation_error_cleared" },
                from: minutes(2),
              },
            ]),
            {
              labels: {
                system: "other",
                namespace: "other",
                app: "other",
                pod: "a",
                container: "other",
              },
              lines: [{ line: wrongFigure }],
            },
          ],
        },
      ],
    },
  },
];
