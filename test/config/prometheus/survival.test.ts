import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import type {
  RecordingRuleText,
  Rule,
} from "../../../prometheus/rules/rule-group";
import { WINDOWS } from "../../../prometheus/slo/slo-windows";
import { judge } from "../../../proof/judge";
import { proofSubjects } from "../../../proof/proof-subjects";
import { recordingRulesOf } from "../../../proof/rule-chain";
import type { TestGroup } from "../../../proof/test-file";
import { services } from "../support/declared";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);
const LIMIT = 5 * 60 * 1000;

const tiers = proofSubjects(services, production, {
  everyMinute: false,
}).filter(({ id }) =>
  /^codeverify SloErrorBudgetBurn.* api-availability /.test(id),
);
/** The rules that one SLO depends on, and its alerts. */
const stoodOn = new Set(
  tiers.flatMap(({ chain }) => chain.map((rule) => JSON.stringify(rule))),
);
const recording: readonly RecordingRuleText[] = recordingRulesOf(
  services,
  production,
)
  .map(({ rule }) => rule)
  .filter((rule) => stoodOn.has(JSON.stringify(rule)));
const alerts = tiers.map(({ rule }) => rule);

const GOOD = 'codeverify_http_requests_total{status="200", pod="a"}';
const BAD = 'codeverify_http_requests_total{status="500", pod="a"}';
const PROBE =
  'probe_success{system="codeverify", probe="health", instance="a"}';
const of = (window: string): string => `slo="api-availability"}[${window}]`;

/** What the engine objects to; nothing when everything is as expected. */
async function objections(
  rules: readonly Rule[],
  evaluationInterval: string,
  interval: string,
  series: Readonly<Record<string, string>>,
  expectations: TestGroup["promql_expr_test"],
): Promise<readonly string[]> {
  const [judgement] = await judge(
    [
      {
        name: "survival",
        subject: "survival",
        rules,
        evaluationInterval,
        cost: 0,
        groups: [
          {
            name: "survival",
            interval,
            input_series: Object.entries(series).map(([name, values]) => ({
              series: name,
              values,
            })),
            alert_rule_test: [],
            promql_expr_test: expectations,
          },
        ],
      },
    ],
    {
      promtool,
      jobs: 1,
      timeLimitMilliseconds: LIMIT,
      memory: promtoolMemory(process.env),
    },
  );
  if (judgement?.sound !== true) {
    throw new Error(judgement?.failures.map(({ says }) => says).join());
  }
  return judgement.failures.map(({ says }) => says);
}

const nothing = (expr: string, at: string) => ({
  expr,
  eval_time: at,
  exp_samples: [],
});

describe("a Prometheus that is not there", () => {
  /**
   * Where nothing evaluates, nothing is recorded: each rule says nothing while this series is
   * missing.
   */
  const interrupted = recording.map((rule) => ({
    ...rule,
    expr: `(${rule.expr}) and on () prometheus_running`,
  }));

  it.each([
    ["3m", 3],
    ["30m", 30],
    ["6h", 360],
  ])(
    "for %s leaves the ratios as they were, and what windows count within the bound",
    async (_, minutes) => {
      const before = 4 * 1440;
      const after = 4 * 1440;
      const steady = (perMinute: number): string =>
        `1000+${String(perMinute)}x${String(before)} _x${String(minutes)} ${String(1000 + perMinute * (before + minutes + 1))}+${String(perMinute)}x${String(after)}`;
      // From the first evaluation after the gap to the end.
      const since = `${String(after)}m`;
      const end = `${String(before + minutes + after)}m`;
      // Twice the gap: what it hid, and what stands for it a second time; and the base window
      // before it.
      const share = (length: number): number =>
        Math.min(1, (minutes + 10) / (length / 60_000));
      const found = await objections(
        interrupted,
        "5m",
        "1m",
        {
          [GOOD]: steady(6000 * 0.99),
          [BAD]: steady(6000 * 0.01),
          [PROBE]: `1x${String(before)} _x${String(minutes)} 1x${String(after)}`,
          prometheus_running: `1x${String(before)} _x${String(minutes)} 1x${String(after)}`,
        },
        WINDOWS.flatMap(({ length }) => {
          const window = length.toString();
          const ratio = `slo:sli_error:ratio_rate${window}{${of(since)}`;
          const total = `slo:total_events:rate${window}{${of(since)}`;
          const lost = share(length.milliseconds);
          return [
            nothing(`max_over_time(${ratio}) > 0.0100001`, end),
            nothing(`min_over_time(${ratio}) < 0.0099999`, end),
            nothing(
              `min_over_time(${total}) < ${String(100 * (1 - lost) - 0.001)}`,
              end,
            ),
            nothing(
              `max_over_time(${total}) > ${String(100 * (1 + lost) + 0.001)}`,
              end,
            ),
          ];
        }),
      );
      expect(found).toEqual([]);
    },
    LIMIT,
  );

  it(
    "would be noticed by this test if tiles were not looked for behind the gap",
    async () => {
      const forgetful = interrupted.map((rule) => ({
        ...rule,
        expr: rule.expr.replace(/ or last_over_time\([^)]*\)/g, ""),
      }));
      const found = await objections(
        forgetful,
        "5m",
        "1m",
        {
          [GOOD]: "1000+5940x2880 _x360 19252540+5940x2880",
          [BAD]: "1000+60x2880 _x360 195460+60x2880",
          [PROBE]: "1x2880 _x360 1x2880",
          prometheus_running: "1x2880 _x360 1x2880",
        },
        [
          nothing(
            `min_over_time(slo:total_events:rate1d{${of("2880m")}) < ${String(100 * (1 - 370 / 1440))}`,
            "6120m",
          ),
        ],
      );
      expect(found).toHaveLength(1);
    },
    LIMIT,
  );
});

describe("nobody is paged", () => {
  const firing = 'max_over_time(ALERTS{alertstate="firing"}[2d])';

  it.each<[string, Readonly<Record<string, string>>, number]>([
    [
      "by two failures at night, when hardly anyone asks",
      {
        [GOOD]: "1000+6000x720 4321000+0.2x480",
        [BAD]: "1000x900 1001x30 1002x270",
      },
      1200,
    ],
    [
      "by a deployment: every pod ends, others begin at zero, a few requests fail",
      {
        [GOOD]: "1000+6000x300",
        [BAD]: "1000+1x300",
        'codeverify_http_requests_total{status="200", pod="b"}':
          "_x299 0+6000x300",
        'codeverify_http_requests_total{status="500", pod="b"}':
          "_x299 0+4x2 8+1x298",
      },
      600,
    ],
    [
      "by a series of errors that appears with a single failure",
      {
        [GOOD]: "1000+100x600",
        [BAD]: "_x300 1x300",
      },
      600,
    ],
    [
      "when a pod with all the errors of the day disappears",
      {
        [GOOD]: "1000+6000x600",
        'codeverify_http_requests_total{status="200", pod="b"}':
          "1000+6000x300",
        'codeverify_http_requests_total{status="500", pod="b"}': "1000+5x300",
      },
      600,
    ],
  ])(
    "%s",
    async (_, series, minutes) => {
      const end = `${String(minutes)}m`;
      expect(
        await objections(
          [...recording, ...alerts],
          "1m",
          "1m",
          { ...series, [PROBE]: `1x${String(minutes)}` },
          [nothing(firing, end)],
        ),
      ).toEqual([]);
    },
    LIMIT,
  );

  it(
    "is no idle claim: the same night with ten failures pages",
    async () => {
      const found = await objections(
        [...recording, ...alerts],
        "1m",
        "1m",
        {
          [GOOD]: "1000+6000x720 4321000+0.2x480",
          [BAD]: "1000x900 1001+10x30 1301x270",
          [PROBE]: "1x1200",
        },
        [nothing(firing, "1200m")],
      );
      expect(found).toHaveLength(1);
    },
    LIMIT,
  );

  /** Failures by day, which the hours after it still show; then a request in five minutes. */
  const spentBefore = (night: string) => ({
    [GOOD]: "1000+6000x360 2161000+0.2x300",
    [BAD]: `1000x300 1200+200x29 7000x${night}`,
    [PROBE]: "1x661",
  });
  const pagesAtNight =
    'max_over_time(ALERTS{alertname="SloErrorBudgetBurnFast", alertstate="firing"}[2h])';

  it(
    "by one failed request at night, where the budget was spent before",
    async () => {
      const series = spentBefore("270 7001x60");
      const judged = (rules: readonly Rule[]) =>
        objections(rules, "1m", "1m", series, [nothing(pagesAtNight, "660m")]);
      expect(await judged([...recording, ...alerts])).toEqual([]);
      // Without the minimum of the short window it would page.
      const hasty = alerts.map((rule) => ({
        ...rule,
        expr: rule.expr.replace(/\n {2}and round\([^\n]* >= 3/, ""),
      }));
      expect(await judged([...recording, ...hasty])).toHaveLength(1);
    },
    LIMIT,
  );

  it(
    "by two failures of a service that is asked once a minute",
    async () => {
      expect(
        await objections(
          [...recording, ...alerts],
          "1m",
          "1m",
          {
            [GOOD]: "1000+1x300 1300x2 1301+1x300",
            [BAD]: "1000x300 1001+1x1 1002x301",
            [PROBE]: "1x604",
          },
          [nothing(firing, "600m")],
        ),
      ).toEqual([]);
    },
    LIMIT,
  );
});
