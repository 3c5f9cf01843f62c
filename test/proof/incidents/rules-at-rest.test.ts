import { rulesAtRestProgram } from "../../../engines/rules-at-rest-program";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { BEGINS, MINUTES } from "../../../proof/incidents/incident";
import type { IncidentFile } from "../../../proof/incidents/incident-file";
import { evaluateAtRest } from "../../../proof/incidents/rules-at-rest";
import { market } from "../../support/organisation/services";

const program = () => rulesAtRestProgram();

/** A first run builds the program. */
beforeAll(
  async () => {
    await program();
  },
  20 * 60 * 1000,
);

/** Prometheus is down in these minutes, from the first to before the second. */
const REST = [BEGINS, BEGINS + 10] as const;

/** A series with a value in every minute but those; nothing marks its end. */
const scraped = (before: number, after: number): string =>
  `${String(before)}x${String(BEGINS - 1)} _x10 ${String(after)}x${String(MINUTES - REST[1])}`;

const asked = (
  rules: readonly Rule[],
  series: Readonly<Record<string, string>>,
): IncidentFile => ({
  service: market,
  incident: {
    kind: "prometheus-restarts",
    about: "Prometheus is down.",
    rest: 10,
    fault: (world) => world,
  },
  file: {
    name: "market at rest",
    subject: "market at rest",
    rules,
    evaluationInterval: "1m",
    groups: [
      {
        name: "market at rest",
        interval: "1m",
        input_series: Object.entries(series).map(([name, values]) => ({
          series: name,
          values,
        })),
        alert_rule_test: [],
        promql_expr_test: [],
      },
    ],
    cost: 1,
  },
});

const alert = (name: string, expr: string, waits: string): Rule => ({
  alert: name,
  expr,
  for: waits,
  labels: {},
  annotations: {},
});

it("evaluates nothing while Prometheus is down, and takes up what was pending", async () => {
  const [evaluated] = await evaluateAtRest(program, [
    asked(
      [
        alert("Gone", 'absent(up{job="shop"})', "0s"),
        alert("Full", "used > 0.9", "40m"),
        alert("Firing", "broken > 0", "5m"),
      ],
      {
        'up{job="shop"}': scraped(1, 1),
        // Full for half an hour when Prometheus goes down.
        used: `0.5x29 0.95x29 _x10 0.95x${String(MINUTES - REST[1])}`,
        broken: scraped(1, 1),
      },
    ),
  ]);
  expect(evaluated).toMatchObject({
    courses: [
      // Prometheus restores none whose `for` is shorter than its grace period of ten minutes.
      {
        labels: { alertname: "Firing" },
        firing: [
          [5, REST[0]],
          [REST[1] + 5, MINUTES + 1],
        ],
      },
      // Its `for` ended while nobody looked; what is restored waits for the grace period at least.
      {
        labels: { alertname: "Full" },
        pending: [
          [30, REST[0]],
          [REST[1], REST[1] + 12],
        ],
        firing: [[REST[1] + 12, MINUTES + 1]],
      },
    ],
  });
});

it("says which rule failed, and when", async () => {
  const [evaluated] = await evaluateAtRest(program, [
    asked([alert("Twice", "a == on (x) group_left () b", "0s")], {
      'b{x="1",y="1"}': scraped(1, 1),
      'b{x="1",y="2"}': scraped(1, 1),
      'a{x="1"}': scraped(1, 1),
    }),
  ]);
  expect(evaluated).toMatchObject({
    failed: expect.stringMatching(/^Twice, minute 0: /u) as string,
  });
});
