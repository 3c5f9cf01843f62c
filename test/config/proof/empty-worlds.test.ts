import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import type { Service } from "../../../model/service";
import type { Rule } from "../../../prometheus/rules/rule-group";
import {
  alertRulesOf,
  recordingRulesOf,
  ruleChain,
} from "../../../proof/rule-chain";
import { runTestFiles } from "../../../proof/run-promtool";
import type { TestFile, TestGroup } from "../../../proof/test-file";
import { services } from "../support/declared";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const LIMIT = 5 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

/** Series in promtool's notation, one value a minute. */
type World = Readonly<Record<string, string>>;

/** An alert, a time, and how many of it fire then. */
type Expected = readonly [alert: string, at: string, count: 0 | 1];

const test = (
  name: string,
  world: World,
  expected: readonly Expected[],
): TestGroup => ({
  name,
  interval: "1m",
  input_series: Object.entries(world).map(([series, values]) => ({
    series,
    values,
  })),
  alert_rule_test: [],
  promql_expr_test: expected.map(([alert, at, value]) => ({
    expr: `count(ALERTS{alertname="${alert}", alertstate="firing"})`,
    eval_time: at,
    exp_samples: value === 0 ? [] : [{ labels: "{}", value }],
  })),
});

/** What the probes of a system leave: the exporter always answers. */
const probesOf = ({ key, probes }: Service, success: string): World =>
  Object.fromEntries(
    probes.flatMap(({ name, probe }) => {
      const labels = `{system="${key}", probe="${probe}", job="${name}", instance="http://${key}"}`;
      return [
        [`up${labels}`, "1x60"] as const,
        [`probe_success${labels}`, success] as const,
      ];
    }),
  );

/**
 * The alerts that notice that nothing comes of a system, by the kind of target that each speaks
 * for.
 */
const absenceAlerts = ({
  noData,
  targets,
}: Service): readonly (readonly [app: string, alert: string])[] =>
  noData.kind === "alert"
    ? targets.map(({ app }) => [app, noData.otherAlerts?.[app] ?? noData.alert])
    : [];

/** Lets promtool judge worlds; a rule that fails fails its world. */
async function failures(
  files: readonly Pick<
    TestFile,
    "name" | "rules" | "evaluationInterval" | "groups"
  >[],
): Promise<readonly string[]> {
  const run = await runTestFiles(
    promtool,
    files.map((file) => ({ ...file, subject: file.name, cost: 0 })),
    LIMIT,
  );
  if (run.kind === "failed") return [run.output];
  const cases = run.suites.flatMap((suite) => suite.cases);
  expect(cases.map(({ name }) => name)).toEqual(
    files.flatMap(({ groups }) => groups.map(({ name }) => name)),
  );
  return cases.flatMap(({ name, failures: said }) =>
    said.map((says) => `${name}: ${says}`),
  );
}

describe.each(
  environments.map((environment) => [environment.name, environment]),
)("%s", (_, environment) => {
  const recorded = recordingRulesOf(services, environment);

  it(
    "has no rule that fails where there is nothing, or only the probes of a system, and each alert about absence fires once",
    async () => {
      const rules: readonly Rule[] = [
        ...recorded.map(({ rule }) => rule),
        ...services.flatMap((service) => alertRulesOf(service, environment)),
      ];
      const once = (at: string): readonly Expected[] =>
        services
          .flatMap(absenceAlerts)
          .map(([, alert]) => [alert, at, 1] as const);
      const probed = services.filter(({ probes }) => probes.length > 0);
      expect(probed.length).toBeGreaterThan(5);
      expect(
        await failures([
          {
            name: environment.name,
            rules,
            // As long as the most patient of these alerts waits.
            evaluationInterval: "10m",
            groups: [
              test("nothing", {}, once("10m")),
              ...probed.map((service) =>
                test(
                  `only the probes of ${service.key}`,
                  // Not asked, no success after ten minutes, success after twenty.
                  probesOf(service, "_x5 0x9 1x45"),
                  [...once("10m"), ...once("20m")],
                ),
              ),
            ],
          },
        ]),
      ).toEqual([]);
    },
    LIMIT,
  );

  it(
    "notices that a kind of target is gone while whatever else of its system answers",
    async () => {
      const files = services.flatMap((service) => {
        const { key, exporters, noData, targets } = service;
        if (noData.kind === "none") return [];
        const absence = absenceAlerts(service);
        const rules = alertRulesOf(service, environment).filter(({ alert }) =>
          absence.some(([, each]) => each === alert),
        );
        const chain = new Set(
          rules.flatMap((rule) => ruleChain(rule, recorded)),
        );
        const world = (gone: string): World => ({
          ...probesOf(service, "1x60"),
          ...Object.fromEntries(
            [
              ...exporters.map(
                ({ name }) => `up{system="${key}", job="${name}"}`,
              ),
              // What it must always count may come by another way.
              ...noData.metrics.map((metric) => `${metric}{system="${key}"}`),
            ].map((series) => [series, "1x60"] as const),
          ),
          ...Object.fromEntries(
            targets.map(({ app }) => [
              `up{system="${key}", app="${app}", job="${app}", pod="a"}`,
              app === gone ? "1x9 _x25 1x25" : "1x60",
            ]),
          ),
        });
        return [
          {
            name: key,
            rules: [...chain, ...rules],
            evaluationInterval: "5m",
            groups: absence.map(([app, alert]) =>
              test(`${app} is gone`, world(app), [
                [alert, "30m", 1],
                // Others read more than whether it answers.
                ...(alert === noData.alert
                  ? ([
                      [alert, "10m", 0],
                      [alert, "40m", 0],
                    ] as const)
                  : []),
              ]),
            ),
          },
        ];
      });
      expect(files.length).toBeGreaterThan(5);
      expect(await failures(files)).toEqual([]);
    },
    LIMIT,
  );
});
