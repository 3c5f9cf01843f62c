import { open, values } from "../../../model/label-values";
import { counter } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";
import type { Service } from "../../../model/service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkQueries } from "../../../query/promql/check-queries";
import { aPanel } from "../../dashboards/every-visualisation";
import { goodService, withAlert } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkQueries(service, buildCatalogue([service], [])).map(formatProblem);

it("finds nothing in a good declaration", () => {
  expect(check(goodService)).toEqual([]);
});

it.each<[string, Parameters<typeof withAlert>[0], string]>([
  [
    "a dead alert",
    { expr: "shop:fires:count > {errorRatio}" },
    'services/shop alert "ShopErrors" at 0-16: unknown metric "shop:fires:count"; declare it in the service\'s metrics or record it',
  ],
  [
    "an undeclared threshold",
    { expr: "shop:errors:ratio_rate5m > {limit}" },
    'services/shop alert "ShopErrors": the expression names a threshold {limit} that is not declared; allowed: errorRatio; add it to thresholds',
  ],
  [
    "an unused threshold",
    { thresholds: { errorRatio: percent(5), minimum: percent(1) } },
    'services/shop alert "ShopErrors": threshold "minimum" is not used in the expression; write {minimum} where it belongs, or remove it',
  ],
  [
    "a description that repeats the summary",
    { description: "Shop fails." },
    'services/shop alert "ShopErrors" description: repeats the summary; say since when, how many of how many, and who is affected, or leave it out',
  ],
  [
    "a text about a label that the alert does not have",
    { summary: "{{ $labels.pod }} fails for {{ $labels.system }}" },
    'services/shop alert "ShopErrors" summary: names the label "pod", which the result of the expression does not have; allowed: system; name one of these, or keep the label in the expression',
  ],
  [
    // promtool renders it empty: texts are rendered before the rule's own labels are added.
    "a text about a label that only the rule adds",
    { action: "Ask {{ .Labels.team }}" },
    'services/shop alert "ShopErrors" action: names the label "team", which the result of the expression does not have; allowed: system; name one of these, or keep the label in the expression',
  ],
  [
    "a message that asks for a series that does not exist",
    { description: '{{ with "shop:fires:rate5m" | query }}{{ . }}{{ end }}' },
    'services/shop alert "ShopErrors" description query "shop:fires:rate5m" at 0-17: unknown metric "shop:fires:rate5m"; declare it in the service\'s metrics or record it',
  ],
  [
    "a message that asks for a label that the series lacks",
    {
      description:
        '{{ with printf "sum(rate(shop_requests_total{route=%q}[5m]))" $labels.system | query }}{{ . }}{{ end }}',
    },
    'services/shop alert "ShopErrors" description query "sum(rate(shop_requests_total{route!=""}[5m]))" at 29-38: "shop_requests_total" has no label "route"; it has app, container, instance, job, namespace, pod, status, system',
  ],
  [
    "a message that shows one of several numbers",
    {
      description:
        "{{ with `sum by (status) (rate(shop_requests_total[5m]))` | query }}{{ . }}{{ end }}",
    },
    'services/shop alert "ShopErrors" description query "sum by (status) (rate(shop_requests_total[5m]))": finds a number for each status, of which the message shows any one; aggregate them, or select by the alert\'s own labels: {status=%q}',
  ],
  [
    "a query of a message with a label too few",
    {
      description:
        '{{ with printf "sum(rate(shop_requests_total{system=%q, status=%q}[5m]))" $labels.system | query }}{{ . }}{{ end }}',
    },
    'services/shop alert "ShopErrors" description query "sum(rate(shop_requests_total{system!="", status!=""}[5m]))": does not have a value for each %q; give printf as many labels as the text has %q',
  ],
  [
    "a query of a message that is put together elsewhere",
    { description: "{{ with $asked | query }}{{ . }}{{ end }}" },
    'services/shop alert "ShopErrors" description: has a query that cannot be read, so nothing checks it; write it as one text: {{ with printf "x{pod=%q}" $labels.pod | query }}',
  ],
])("names %s", (_, change, message) => {
  expect(check(withAlert(change))).toContain(message);
});

it("finds nothing in a message that asks for the number of what it is about", () => {
  expect(
    check(
      withAlert({
        description:
          '{{ with printf "round(sum(increase(shop_requests_total{system=%q}[5m])))" $labels.system | query }}{{ . | first | value }}{{ end }} requests',
      }),
    ),
  ).toEqual([]);
});

/** Doubtful by the alert's own expression, which "raw-counter" finds. */
const RAW = "shop_requests_total > {errorRatio}";
const RAW_AT = 'services/shop alert "ShopErrors"';

it.each<[string, Parameters<typeof withAlert>[0], readonly string[]]>([
  [
    "what is doubtful, and how to allow it",
    { expr: RAW },
    [
      `${RAW_AT} at 0-34: shop_requests_total counts since its process began, so its value means nothing by itself; compare rate or increase; where it is meant: allows: { "raw-counter": "why" }`,
    ],
  ],
  [
    "nothing that is allowed with a reason",
    { expr: RAW, allows: { "raw-counter": "never restarts" } },
    [],
  ],
  [
    "an allowance without a reason",
    { expr: RAW, allows: { "raw-counter": " " } },
    [`${RAW_AT} allows "raw-counter": there is no reason; say why it is meant`],
  ],
  [
    "an allowance of what the expression does not do",
    { expr: RAW, allows: { "raw-counter": "x", "never-holds": "x" } },
    [
      `${RAW_AT} allows "never-holds": the expression does nothing of the kind; take it out`,
    ],
  ],
  [
    "an allowance of a check that there is not",
    { expr: RAW, allows: { "raw-counter": "x", "raw-counters": "x" } },
    [
      `${RAW_AT} allows "raw-counters": there is no such check; allowed: absent-of-aggregate, always-holds, exact-increase, many-on-the-one-side, native-histogram-only, never-holds, one-bad-event, pending-alerts, quantile-range, rate-of-aggregate, raw-counter, unseen-first-event; name one of them, or take it out`,
    ],
  ],
])("names %s", (_, change, problems) => {
  expect(check(withAlert(change))).toEqual(problems);
});

it("names a dead panel, with its dashboard and the query", () => {
  const [dashboard] = goodService.dashboards;
  const [panel] = dashboard?.panels ?? [];
  if (dashboard === undefined || panel === undefined)
    throw new Error("no panel");
  expect(
    check({
      ...goodService,
      dashboards: [
        {
          ...dashboard,
          panels: [
            { ...panel, queries: [...panel.queries, { expr: "shop_gone" }] },
          ],
        },
      ],
    }),
  ).toEqual([
    'services/shop dashboard "shop" panel "Errors" query 2 at 0-9: unknown metric "shop_gone"; declare it in the service\'s metrics or record it',
  ]);
});

it("finds a panel that could differ from an alert", () => {
  const [dashboard] = goodService.dashboards;
  if (dashboard === undefined) throw new Error("no dashboard");
  expect(
    check({
      ...goodService,
      dashboards: [
        {
          ...dashboard,
          panels: dashboard.panels.map((panel) => ({
            ...panel,
            thresholds: { kind: "none" as const },
          })),
        },
      ],
    }),
  ).toEqual([
    'services/shop dashboard "shop" panel "Errors": shows what alert "ShopErrors" compares with {errorRatio}, but not that limit: thresholds of panel and alert can differ; take the step from the alert: { colour: …, alert: "ShopErrors", threshold: "errorRatio" }',
  ]);
});

it("reads a name that two systems declare as the service itself declares it", () => {
  const declares = (key: string, label: string): Service => ({
    ...goodService,
    key,
    metrics: {
      ...(key === "shop" ? goodService.metrics : {}),
      requests_total: counter({
        help: "Requests",
        labels: { [label]: open({ upTo: 2, examples: ["a"] }) },
      }),
    },
  });
  const shop = declares("shop", "shelf");
  const store = { ...declares("store", "floor"), recording: [] };
  const [group] = shop.recording;
  if (group === undefined) throw new Error("no group");
  const reads = {
    ...shop,
    recording: [
      {
        ...group,
        rules: [
          ...group.rules,
          {
            record: "shop:x:y",
            expr: 'sum by (floor) (rate(requests_total{system="shop"}[5m]))',
          },
        ],
      },
    ],
  };
  expect(
    checkQueries(reads, buildCatalogue([store, reads], [])).map(formatProblem),
  ).toEqual([
    'services/shop recording rule "shop:x:y" at 7-14: by (floor): there is no label "floor" to group by; there are app, container, instance, job, namespace, pod, shelf, system',
  ]);
});

it("names a dead recording rule", () => {
  const [group] = goodService.recording;
  if (group === undefined) throw new Error("no group");
  expect(
    check({
      ...goodService,
      recording: [
        {
          ...group,
          rules: [
            ...group.rules,
            { record: "shop:x:y", expr: "sum(shop_gone)" },
          ],
        },
      ],
    }),
  ).toEqual([
    'services/shop recording rule "shop:x:y" at 4-13: unknown metric "shop_gone"; declare it in the service\'s metrics or record it',
  ]);
});

it("does not hang on rules that read each other", () => {
  const [group] = goodService.recording;
  if (group === undefined) throw new Error("no group");
  const service = {
    ...goodService,
    recording: [
      {
        ...group,
        rules: [
          { record: "shop:a:b", expr: "shop:b:a" },
          { record: "shop:b:a", expr: "shop:a:b" },
        ],
      },
    ],
  };
  expect(check(service).join("\n")).toContain('unknown metric "shop:b:a"');
});

describe("a dashboard variable", () => {
  const withVariable = (metric: string, label: string): Service => ({
    ...goodService,
    dashboards: goodService.dashboards.map((dashboard) => ({
      ...dashboard,
      variables: [{ name: "status", label: "Status", metric, values: label }],
    })),
  });

  it("offers the values of an existing label", () => {
    expect(check(withVariable("shop_requests_total", "status"))).toEqual([]);
  });

  it("cannot offer those of an unknown metric", () => {
    expect(check(withVariable("shop_request_total", "status"))).toEqual([
      'services/shop dashboard "shop" variable "status": unknown metric "shop_request_total"; did you mean "shop_requests_total"?',
    ]);
  });

  it("cannot offer those of a label that the metric lacks", () => {
    expect(check(withVariable("shop_requests_total", "code"))).toEqual([
      'services/shop dashboard "shop" variable "status": "shop_requests_total" has no label "code"; it has app, container, instance, job, namespace, pod, status, system',
    ]);
  });

  /** A panel of a page with a variable of values that the contract lists. */
  const read = (matcher: string): readonly string[] => {
    const service = withVariable("shop_jobs_total", "queue");
    return check({
      ...service,
      metrics: {
        ...service.metrics,
        shop_jobs_total: counter({
          help: "Jobs",
          labels: {
            queue: values("mail", "print"),
            result: values("done", "failed"),
          },
        }),
      },
      dashboards: service.dashboards.map((dashboard) => ({
        ...dashboard,
        panels: [
          {
            ...aPanel,
            queries: [{ expr: `sum(rate(shop_jobs_total{${matcher}}[5m]))` }],
          },
        ],
      })),
    });
  };
  const AT = 'services/shop dashboard "shop" panel "A panel" query 1';

  it.each(['queue=~"$status"', 'queue=~"${status:regex}", result="done"'])(
    "is read as a pattern by %s",
    (matcher) => {
      expect(read(matcher)).toEqual([]);
    },
  );

  it.each([
    [
      'queue="$status"',
      `${AT} at 25-40: "$status" is a pattern for all values at first, so the matcher selects nothing; write queue=~"$status"`,
    ],
    [
      'queue!~"${status}"',
      `${AT} at 25-43: "\${status}" is all values at first, so the matcher excludes everything; write queue=~"\${status}"`,
    ],
    [
      'result=~"$status"',
      `${AT} at 25-42: no value that "$status" offers is one of "result", so whichever is chosen selects nothing; "$status" offers "mail", "print", "result" takes "done", "failed"; correct the label, or the variable`,
    ],
  ])("selects nothing in %s", (matcher, problem) => {
    expect(read(matcher)).toEqual([problem]);
  });
});

it.each([
  [0, 1],
  [0.5, 1],
  [2.5, 0],
])(
  "knows whether any event is above the limit that a name stands for: %s",
  (most, findings) => {
    const refusing: Service = {
      ...goodService,
      metrics: {
        ...goodService.metrics,
        shop_refused_total: counter({
          help: "Refused orders",
          labels: { reason: open({ upTo: 5, examples: ["card"] }) },
        }),
      },
      alerts: withAlert({
        expr: "sum(increase(shop_refused_total[1h])) > {refused}",
        thresholds: { refused: count(most, "refused orders in an hour") },
      }).alerts,
    };
    expect(
      check(refusing).filter((each) =>
        each.includes(
          "the first event of each series of shop_refused_total is not seen",
        ),
      ),
    ).toHaveLength(findings);
  },
);
