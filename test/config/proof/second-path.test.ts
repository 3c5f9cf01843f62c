import type { SecondPathRule } from "../../../alertmanager/second-path/rule";
import { secondPathRules } from "../../../alertmanager/second-path/rule-group";
import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { findEngine } from "../../../engines/find-engine";
import type { EnvironmentConfig } from "../../../model/environment";
import { watchedEnvironment } from "../../../model/watched-environment";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { runTestFiles } from "../../../proof/run-promtool";
import type { TestFile } from "../../../proof/test-file";
import { services } from "../../support/declared";

/**
 * Series, what they are at each minute, and how many samples fire when; every rule that is not
 * named is quiet then.
 */
interface World {
  readonly says: string;
  readonly environment: EnvironmentConfig;
  readonly series: Readonly<Record<string, string>>;
  readonly fires: Readonly<
    Record<string, readonly [at: string, count: number]>
  >;
  /** Last minute at which the rules above are still quiet. */
  readonly quietUntil: string;
}

const up = (pod: string, container = "alertmanager"): string =>
  `up{job="kps-alertmanager", namespace="monitoring", container="${container}", pod="${pod}"}`;
const held = (pod: string, state = "active"): string =>
  `alertmanager_alerts{job="kps-alertmanager", namespace="monitoring", pod="${pod}", state="${state}"}`;
const failed = (integration: string, reason: string): string =>
  `alertmanager_notifications_failed_total{job="kps-alertmanager", namespace="monitoring", pod="a", integration="${integration}", reason="${reason}"}`;
const looked = (watched: string, probe: string): string =>
  `probe_success{watched="${watched}", probe="${probe}", job="watch-${watched}-${probe}"}`;

/** Systems whose health the world may ask for. */
const PUBLIC = services
  .filter(({ publicHealth }) => publicHealth.kind === "url")
  .map(({ key }) => key);

const WATCHDOG = 'ALERTS{alertname="Watchdog", alertstate="firing"}';

/** Nothing is wrong with production, nor with staging as it sees it. */
const WELL: Readonly<Record<string, string>> = {
  'up{job="kps-prometheus"}': "1x60",
  [WATCHDOG]: "1x60",
  ...Object.fromEntries(
    ["a", "b", "c"].flatMap((pod) => [
      [up(pod), "1x60"],
      [up(pod, "config-reloader"), "1x60"],
      [held(pod), "1x60"],
      [held(pod, "suppressed"), "0x60"],
    ]),
  ),
  [failed("slack", "other")]: "7x60",
  [failed("webhook", "other")]: "0x60",
  ...Object.fromEntries(
    ["grafana", "prometheus", "alertmanager"].map((probe) => [
      looked("staging", probe),
      "1x60",
    ]),
  ),
};

const WORLDS: readonly World[] = [
  {
    says: "nothing is wrong",
    environment: production,
    series: WELL,
    fires: {},
    quietUntil: "50m",
  },
  {
    says: "Prometheus holds no samples any more",
    environment: production,
    // A sample counts for five minutes after it was taken.
    series: { 'up{job="kps-prometheus"}': "1x10 _x50" },
    fires: {
      PrometheusUnreachable: ["20m", 1],
      // It still answers, so these speak as well.
      AlertmanagerDown: ["20m", 1],
      WatchdogMissing: ["20m", 1],
      PeerNotWatched: ["20m", 1],
    },
    quietUntil: "4m",
  },
  {
    says: "one Alertmanager of three is down, and its second container is not",
    environment: production,
    series: { ...WELL, [up("c")]: "1x9 0x50" },
    fires: { AlertmanagerDown: ["15m", 1] },
    quietUntil: "14m",
  },
  {
    says: "the only Alertmanager is not found any more",
    environment: staging,
    series: {
      'up{job="kps-prometheus"}': "1x60",
      [WATCHDOG]: "1x60",
      ...Object.fromEntries(
        ["grafana", "prometheus", "alertmanager", ...PUBLIC].map((probe) => [
          looked("production", probe),
          "1x60",
        ]),
      ),
    },
    fires: { AlertmanagerDown: ["5m", 1] },
    quietUntil: "4m",
  },
  {
    says: "an Alertmanager restarts within three minutes",
    environment: production,
    series: { ...WELL, [up("c")]: "1x9 0x3 1x40" },
    fires: {},
    quietUntil: "50m",
  },
  {
    says: "a group with a notification every five minutes fails each time, on two integrations",
    environment: production,
    series: {
      ...WELL,
      [failed("slack", "other")]: "7x9 8x4 9x4 10x4 11x4 12x4 13x20",
      [failed("webhook", "authError")]: "0x9 0+1x40",
    },
    fires: { NotificationsFailing: ["21m", 2] },
    quietUntil: "19m",
  },
  {
    says: "one notification fails, once",
    environment: production,
    series: { ...WELL, [failed("slack", "other")]: "7x9 8x50" },
    fires: {},
    quietUntil: "50m",
  },
  {
    says: "Prometheus evaluates nothing any more",
    environment: production,
    series: {
      ...WELL,
      [WATCHDOG]: "1x9 stale",
      'ALERTS{alertname="Watchdog", alertstate="pending"}': "1x60",
      'ALERTS{alertname="Other", alertstate="firing"}': "1x60",
    },
    fires: { WatchdogMissing: ["15m", 1] },
    quietUntil: "14m",
  },
  {
    says: "one Alertmanager of three holds nothing",
    environment: production,
    series: {
      ...WELL,
      [held("b")]: "1x9 0x50",
      [held("b", "suppressed")]: "3x60",
    },
    fires: { AlertmanagerHoldsNoAlert: ["15m", 1] },
    quietUntil: "14m",
  },
  {
    says: "staging's Grafana does not answer, its own probe of production is none of it",
    environment: production,
    series: {
      ...WELL,
      [looked("staging", "grafana")]: "1x9 0x50",
      [looked("production", "grafana")]: "1x60",
      [looked("production", "prometheus")]: "0x60",
      'probe_success{system="codeverify", probe="prometheus"}': "0x60",
    },
    fires: { "PeerUnreachable staging grafana": ["15m", 1] },
    quietUntil: "14m",
  },
  {
    says: "staging's Grafana is looked at no more",
    environment: production,
    series: { ...WELL, [looked("staging", "grafana")]: "1x9 stale" },
    fires: { PeerNotWatched: ["20m", 1] },
    quietUntil: "19m",
  },
];

/** A rule as Prometheus would have it: what Grafana does with no answer is done by `absent`. */
const asPrometheusRule = ({
  name,
  expr,
  fires,
  for: wait,
  withoutAnswer,
}: SecondPathRule): Rule => ({
  alert: name,
  expr: [
    `(${expr}) ${fires.when === "below" ? "<" : ">"} ${String(fires.limit)}`,
    ...(withoutAnswer === "Alerting" ? [`absent(${expr})`] : []),
  ].join(" or "),
  for: wait.toString(),
  labels: {},
  annotations: {},
});

const count = (
  name: string,
  at: string,
  value: number,
): TestFile["groups"][number]["promql_expr_test"][number] => ({
  expr: `count(ALERTS{alertname="${name}", alertstate="firing"})`,
  eval_time: at,
  exp_samples: value === 0 ? [] : [{ labels: "{}", value }],
});

function testFile({
  says,
  environment,
  series,
  fires,
  quietUntil,
}: World): TestFile {
  const rules = secondPathRules(
    environment,
    watchedEnvironment(environment, environments),
    services,
  );
  const names = rules.map(({ name }) => name);
  const unknown = Object.keys(fires).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no rule ${unknown.join(", ")}`);
  return {
    name: says,
    subject: says,
    rules: rules.map(asPrometheusRule),
    evaluationInterval: "1m",
    cost: rules.length * 60,
    groups: [
      {
        name: says,
        interval: "1m",
        input_series: Object.entries(series).map(([key, values]) => ({
          series: key,
          values,
        })),
        alert_rule_test: [],
        promql_expr_test: names.flatMap((name) => {
          const [at, samples] = fires[name] ?? ["50m", 0];
          return [
            count(name, at, samples),
            ...(samples === 0 ? [] : [count(name, quietUntil, 0)]),
          ];
        }),
      },
    ],
  };
}

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

it.each(WORLDS.map((world) => [world.says, world] as const))(
  "%s",
  async (_, world) => {
    const run = await runTestFiles(promtool, [testFile(world)], 60_000);
    if (run.kind === "failed") throw new Error(run.output);
    expect(
      run.suites.flatMap(({ cases }) =>
        cases.flatMap(({ failures }) => failures),
      ),
    ).toEqual([]);
  },
);

it("shows each rule firing", () => {
  const shown = new Set(WORLDS.flatMap(({ fires }) => Object.keys(fires)));
  const rules = secondPathRules(production, staging, services);
  expect(
    rules
      .map(({ name }) => name)
      .filter(
        (name) => !shown.has(name) && !name.startsWith("PeerUnreachable"),
      ),
  ).toEqual([]);
});
