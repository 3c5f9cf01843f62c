import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { judge } from "../../../proof/judge";
import {
  alertRulesOf,
  recordingRulesOf,
  ruleChain,
} from "../../../proof/rule-chain";
import type { TestGroup } from "../../../proof/test-file";
import { services } from "../support/declared";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);
const LIMIT = 10 * 60 * 1000;

const recorded = recordingRulesOf(services, production);

/** The rules of one SLO up to its period, and the alerts of its tiers. */
function rulesOf(system: string, slo: string): readonly Rule[] {
  const service = services.find(({ key }) => key === system);
  if (service === undefined) throw new Error(system);
  const alerts = alertRulesOf(service, production).filter(
    ({ alert, labels }) =>
      alert.startsWith("SloErrorBudgetBurn") && labels["slo"] === slo,
  );
  const own = `{system="${system}", slo="${slo}"}`;
  const needed = new Set(
    [
      ...alerts,
      {
        record: "asked",
        expr: `slo:bad_events:count_period${own} + slo:error_budget_remaining:ratio${own}`,
      },
    ].flatMap((rule) => ruleChain(rule, recorded)),
  );
  return [
    ...recorded.map(({ rule }) => rule).filter((rule) => needed.has(rule)),
    ...alerts,
  ];
}

const codeverify = rulesOf("codeverify", "api-availability");

const GOOD = 'codeverify_http_requests_total{status="200", pod="a"}';
const BAD = 'codeverify_http_requests_total{status="500", pod="a"}';
const POD = 'up{system="codeverify", app="codeverify-api", pod="a"}';
const PROBE =
  'probe_success{system="codeverify", probe="health", instance="a"}';
const PROBER = 'up{system="codeverify", probe="health", instance="a"}';
const OWN = 'system="codeverify", slo="api-availability"';

/** An hour short of two minutes, as it was seen. */
const OUTAGE = 58;
const DAY = 1440;
/** Requests a minute; the day before the outage has as many at each hour. */
const USUAL = 600;

type World = Readonly<Record<string, string>>;

/** Series of a day of health, of the outage, and of as much health after it. */
const course = (
  during: {
    readonly requests?: "gone" | "none" | "usual" | "failing";
    readonly pod?: string;
    readonly probe?: string;
    readonly prober?: string;
  },
  { perMinute = USUAL, before = DAY, after = 30 } = {},
): World => {
  const {
    requests = "usual",
    pod = `1x${String(OUTAGE - 1)}`,
    probe = `0x${String(OUTAGE - 1)}`,
    prober = `1x${String(OUTAGE - 1)}`,
  } = during;
  const start = 1000;
  const end = start + perMinute * before;
  const flat = (value: number): string =>
    `${String(value)}x${String(OUTAGE - 1)}`;
  const goodDuring = {
    gone: GONE,
    none: flat(end),
    failing: flat(end),
    usual: `${String(end + perMinute)}+${String(perMinute)}x${String(OUTAGE - 1)}`,
  }[requests];
  const goodAfter =
    requests === "usual" ? end + perMinute * (OUTAGE + 1) : end + perMinute;
  const failed = perMinute / 2;
  const badDuring = {
    gone: GONE,
    none: flat(start),
    usual: flat(start),
    failing: `${String(start + failed)}+${String(failed)}x${String(OUTAGE - 1)}`,
  }[requests];
  const badAfter = requests === "failing" ? start + failed * OUTAGE : start;
  const healthy = (value: number, middle: string): string =>
    `${String(value)}x${String(before)} ${middle} ${String(value)}x${String(after)}`;
  return {
    [GOOD]: `${String(start)}+${String(perMinute)}x${String(before)} ${goodDuring} ${String(goodAfter)}+${String(perMinute)}x${String(after)}`,
    [BAD]: `${String(start)}x${String(before)} ${badDuring} ${String(badAfter)}x${String(after)}`,
    [POD]: healthy(1, pod),
    [PROBE]: healthy(1, probe),
    [PROBER]: healthy(1, prober),
  };
};

/** Prometheus marks series that it does not find any more. */
const GONE = `stale _x${String(OUTAGE - 1)}`;
const EVERYTHING = {
  requests: "gone",
  pod: GONE,
  probe: GONE,
  prober: GONE,
} as const;

const at = (expr: string, minute: number) => ({
  expr,
  eval_time: `${String(minute)}m`,
  exp_samples: [],
});
const holds = (expr: string, minute: number) => ({
  ...at(`count(${expr})`, minute),
  exp_samples: [{ labels: "{}", value: 1 }],
});

/** Bad events in the period, as so many minutes of the usual traffic. */
const spent = (
  [least, most]: readonly [number, number],
  { perMinute = USUAL, minute = DAY + OUTAGE + 10 } = {},
) => {
  const count = `slo:bad_events:count_period{${OWN}}`;
  return [
    holds(`${count} >= ${String(least * perMinute)}`, minute),
    holds(`${count} <= ${String(most * perMinute)}`, minute),
  ];
};

const firing = (minute: number) =>
  holds(
    `max(ALERTS{alertname="SloErrorBudgetBurnFast", burn_tier="1h", alertstate="firing"})`,
    minute,
  );
const nothingFires = (minute: number) =>
  at(`max_over_time(ALERTS{alertstate="firing"}[2d])`, minute);

/** What the engine objects to; nothing when everything is as expected. */
async function objections(
  rules: readonly Rule[],
  worlds: Readonly<
    Record<
      string,
      { readonly series: World; readonly expect: TestGroup["promql_expr_test"] }
    >
  >,
): Promise<readonly string[]> {
  const [judgement] = await judge(
    [
      {
        name: "outages",
        subject: "outages",
        rules,
        evaluationInterval: "1m",
        cost: 0,
        groups: Object.entries(worlds).map(
          ([name, { series, expect: all }]) => ({
            name,
            interval: "1m",
            input_series: Object.entries(series).map(([each, values]) => ({
              series: each,
              values,
            })),
            alert_rule_test: [],
            promql_expr_test: all,
          }),
        ),
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
  return judgement.failures.map(({ test, says }) => `${test}: ${says}`);
}

const end = DAY + OUTAGE;
/** Each minute of a base window, since the tiles of a long window end at one of the five. */
const afterwards = [end + 10, end + 11, end + 12, end + 13, end + 14];

it(
  "spends as much of the budget as it lasted, however it shows, and its alert fires within five minutes",
  async () => {
    const whole = (least: number, most: number, perMinute?: number) =>
      afterwards.flatMap((minute) =>
        spent([least, most], { minute, ...(perMinute && { perMinute }) }),
      );
    expect(
      await objections(codeverify, {
        "everything is gone": {
          series: course(EVERYTHING),
          expect: [nothingFires(DAY), firing(DAY + 5), ...whole(56.5, 59.5)],
        },
        "everything is gone, and Prometheus does not know for five minutes": {
          series: course({
            requests: "gone",
            pod: `_x${String(OUTAGE)}`,
            probe: `_x${String(OUTAGE)}`,
            prober: `_x${String(OUTAGE)}`,
          }),
          expect: [firing(DAY + 10), ...whole(51.5, 59.5)],
        },
        "only the probe sees it: pods answer the scrape, and no request comes":
          {
            series: course({ requests: "none" }),
            expect: [firing(DAY + 5), ...whole(56.5, 59.5)],
          },
        "half of the requests come, and fail": {
          series: course({ requests: "failing" }),
          expect: [firing(DAY + 5), ...whole(56.5, 59.5)],
        },
        "at one request a minute": {
          series: course(EVERYTHING, { perMinute: 1 }),
          expect: [firing(DAY + 5), ...whole(56.5, 59.5, 1)],
        },
      }),
    ).toEqual([]);
  },
  LIMIT,
);

/** Three hours of history show as well whether anything is spent at all. */
const short = { before: 180 };
const nothingSpent = (minute: number) => [
  at(`slo:bad_events:count_period{${OWN}} > 0`, minute),
  nothingFires(minute),
];

it(
  "spends nothing where there is no outage of the system",
  async () => {
    const minute = 180 + OUTAGE + 10;
    expect(
      await objections(codeverify, {
        "all is well": {
          series: course({ probe: `1x${String(OUTAGE - 1)}` }, short),
          expect: nothingSpent(minute),
        },
        "nobody asks, and the probe succeeds": {
          series: course(
            { requests: "none", probe: `1x${String(OUTAGE - 1)}` },
            short,
          ),
          expect: nothingSpent(minute),
        },
        "the prober is gone, and nobody asks": {
          series: course(
            { requests: "none", probe: GONE, prober: GONE },
            short,
          ),
          expect: nothingSpent(minute),
        },
        "the prober does not answer, and nobody asks": {
          series: course(
            {
              requests: "none",
              probe: GONE,
              prober: `0x${String(OUTAGE - 1)}`,
            },
            short,
          ),
          expect: nothingSpent(minute),
        },
        "nothing can be scraped, pods and prober alike": {
          series: course(
            {
              requests: "gone",
              pod: `0x${String(OUTAGE - 1)}`,
              probe: GONE,
              prober: `0x${String(OUTAGE - 1)}`,
            },
            short,
          ),
          expect: nothingSpent(minute),
        },
        "the probe fails, and as many requests as ever are answered": {
          series: course({}, short),
          expect: nothingSpent(minute),
        },
        "it was never deployed, and its probe fails": {
          series: { [PROBE]: "0x300", [PROBER]: "1x300" },
          expect: nothingSpent(300),
        },
        "it lived for a minute": {
          series: {
            [GOOD]: "1000 7000 stale",
            [POD]: "1 1 stale",
            [PROBE]: "1 1 0x300",
            [PROBER]: "1x302",
          },
          expect: nothingSpent(300),
        },
        "its first pods end and begin again, and its probe fails until they are ready":
          {
            series: {
              [GOOD]: "0+600x4 stale _x3 0+600x280",
              [POD]: "1x4 0x3 1x280",
              [PROBE]: "0x4 0x7 1x280",
              [PROBER]: "1x300",
            },
            expect: nothingSpent(280),
          },
      }),
    ).toEqual([]);
  },
  LIMIT,
);

it(
  "spends nothing while Prometheus does not run",
  async () => {
    // Where nothing evaluates, nothing is recorded: each rule says nothing while this is missing.
    const interrupted = codeverify.map((rule) => ({
      ...rule,
      expr: `(${rule.expr}) and on () prometheus_running`,
    }));
    const gapped = (minutes: number): World => {
      const through = (value: string): string =>
        `${value}x180 _x${String(minutes)} ${value}x180`;
      return {
        [GOOD]: `1000+600x180 _x${String(minutes)} ${String(1000 + 600 * (181 + minutes))}+600x180`,
        [BAD]: through("1000"),
        [POD]: through("1"),
        [PROBE]: through("1"),
        [PROBER]: through("1"),
        // Its rules are evaluated a minute before its targets are scraped.
        prometheus_running: `1x180 _x${String(minutes - 1)} 1x181`,
      };
    };
    expect(
      await objections(
        interrupted,
        Object.fromEntries(
          [2, 3, 4, 6, 30].map((minutes) => [
            `for ${String(minutes)} minutes`,
            { series: gapped(minutes), expect: nothingSpent(360 + minutes) },
          ]),
        ),
      ),
    ).toEqual([]);
  },
  LIMIT,
);
