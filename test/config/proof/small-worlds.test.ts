import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import type { Rule } from "../../../prometheus/rules/rule-group";
import {
  alertRulesOf,
  recordingRulesOf,
  ruleChain,
} from "../../../proof/rule-chain";
import { runTestFiles } from "../../../proof/run-promtool";
import { services } from "../support/declared";
import { faults } from "./small-worlds";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const LIMIT = 5 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

it(
  "notices what is small and serious, and wakes nobody for what is small and not",
  async () => {
    const [production] = environments.filter(
      ({ kind }) => kind === "production",
    );
    if (production === undefined) throw new Error("there is no production");
    const recorded = recordingRulesOf(services, production);
    const alerts = services.flatMap((service) =>
      alertRulesOf(service, production),
    );
    const rulesFor = (asked: readonly string[]): readonly Rule[] => {
      const rules = alerts.filter(({ alert }) => asked.includes(alert));
      expect([...new Set(rules.map(({ alert }) => alert))].sort()).toEqual(
        [...asked].sort(),
      );
      return [
        ...new Set(rules.flatMap((rule) => ruleChain(rule, recorded))),
        ...rules,
      ];
    };
    const run = await runTestFiles(
      promtool,
      faults.map(({ name, world, at, asked, fires, interval = "1m" }) => ({
        name,
        subject: name,
        cost: 0,
        rules: rulesFor(asked),
        evaluationInterval: interval,
        groups: [
          {
            name,
            interval,
            input_series: Object.entries(world).map(([series, values]) => ({
              series,
              values,
            })),
            alert_rule_test: [],
            promql_expr_test: [
              {
                expr: `count by (alertname) (ALERTS{alertstate="firing", alertname=~"${asked.join("|")}"})`,
                eval_time: at,
                exp_samples: fires.map((alert) => ({
                  labels: `{alertname="${alert}"}`,
                  value: 1,
                })),
              },
            ],
          },
        ],
      })),
      LIMIT,
    );
    if (run.kind === "failed") throw new Error(run.output);
    const cases = run.suites.flatMap((suite) => suite.cases);
    expect(cases).toHaveLength(faults.length);
    expect(
      cases.flatMap(({ name, failures }) =>
        failures.map((says) => `${name}: ${says}`),
      ),
    ).toEqual([]);
  },
  LIMIT,
);
