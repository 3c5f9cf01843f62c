import type { PanelQuery, Visualisation } from "../../../model/dashboard";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { checkLogQueries } from "../../../query/logql/check-log-queries";
import { aPanel } from "../../dashboards/every-visualisation";
import { services } from "../../support/declared";
import { withLogAlert } from "../../support/log-alerts";
import { goodService } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkLogQueries(service).map(formatProblem);

const ALERT = 'services/shop alert "ShopErrorLogs"';

/** The good alert with its selection of streams changed. */
const selecting = (streams: string): Service =>
  withLogAlert({
    expr: `sum by (pod) (count_over_time(${streams} [5m])) > {lines}`,
  });

const savedLines = (expr: string): Service => ({
  ...goodService,
  logQueries: [{ id: "errors", title: "Errors", description: "Errors", expr }],
});

const savedTraces = (expr: string): Service => ({
  ...goodService,
  traceQueries: [{ id: "slow", title: "Slow", description: "Slow", expr }],
});

const withPanel = (
  visualisation: Visualisation,
  query: PanelQuery,
): Service => ({
  ...goodService,
  dashboards: goodService.dashboards.map((dashboard) => ({
    ...dashboard,
    panels: [{ ...aPanel, visualisation, queries: [query] }],
  })),
});

it("finds nothing in good declarations", () => {
  for (const service of [
    ...services,
    withLogAlert(),
    savedLines('{system="shop"} |~ "(?i)error" | json | anything="goes"'),
    savedTraces('{ resource.system = "shop" && duration > 1s }'),
    withPanel(
      { kind: "timeseries" },
      {
        kind: "logql",
        expr: 'sum by (app) (rate({system="shop"} [$__auto]))',
      },
    ),
  ]) {
    expect(check(service)).toEqual([]);
  }
});

describe("streams", () => {
  it.each<[string, string, string]>([
    [
      "no label at all",
      "{}",
      `${ALERT} at 30-32: selects streams without the label system, so it reads the logs of all systems; write {system="…", …}`,
    ],
    [
      "no system",
      '{app="shop-api"}',
      `${ALERT} at 30-46: selects streams without the label system, so it reads the logs of all systems; write {system="…", …}`,
    ],
    [
      "a system that may be missing",
      '{system=~".*"}',
      `${ALERT} at 30-44: selects streams without the label system, so it reads the logs of all systems; write {system="…", …}`,
    ],
    [
      "all systems but one",
      '{system!="other", app="shop-api"}',
      `${ALERT} at 30-63: selects streams without the label system, so it reads the logs of all systems; write {system="…", …}`,
    ],
    [
      "another system",
      '{system="other"}',
      `${ALERT} at 31-45: reads the logs of another system; write system="shop"`,
    ],
    [
      "a label that no stream has",
      '{system="shop", trace_id="4f"}',
      `${ALERT} at 46-59: no stream has the label "trace_id"; read it as a field of the line: | json | trace_id=…; labels are system, namespace, app, pod, container, level, environment, cluster`,
    ],
    [
      "a misspelt label",
      '{system="shop", contianer="a"}',
      `${ALERT} at 46-59: no stream has the label "contianer"; did you mean "container"? otherwise read it as a field of the line: | json | contianer=…; labels are system, namespace, app, pod, container, level, environment, cluster`,
    ],
    [
      "an unknown app",
      '{system="shop", app="shop-apy"}',
      `${ALERT} at 46-60: no target of the system is the app "shop-apy"; did you mean "shop-api"? otherwise name one of shop-api`,
    ],
  ])("with %s", (_, streams, problem) => {
    expect(check(selecting(streams))).toEqual([problem]);
  });

  it("of any system are readable by the platform", () => {
    const platform = {
      ...selecting('{system=~".+"}'),
      reads: "every-system",
    } as const;
    expect(check(platform)).toEqual([]);
    expect(check({ ...platform, reads: "own" })).toHaveLength(1);
  });
});

describe("queries", () => {
  it.each<[string, string, string]>([
    [
      "something missing",
      'sum(count_over_time({system="shop"} [5m]) > {lines}',
      `${ALERT} at 51-51: something is missing after "op"} [5m]) > {lines}"; correct it: it is not valid LogQL`,
    ],
    [
      "PromQL",
      'sum(rate(shop_requests_total{system="shop"}[5m])) > {lines}',
      "is not expected here; correct it: it is not valid LogQL",
    ],
    [
      "lines where a number is needed",
      '{system="shop"} |= "{lines}" | json | lines > {lines}',
      `${ALERT} at 0-53: returns lines where numbers are needed; count them: sum(count_over_time(… [5m]))`,
    ],
    [
      "an invalid pattern",
      'sum(count_over_time({system="shop"} |~ "(?=a)" [5m])) > {lines}',
      `${ALERT} at 39-46: the pattern is not valid RE2: invalid or unsupported Perl syntax: \`(?=\`; correct it`,
    ],
    [
      "an invalid matcher",
      'sum(count_over_time({system="shop", pod=~"a("} [5m])) > {lines}',
      "the pattern is not valid RE2: missing closing ): `a(`; correct it",
    ],
    [
      "a parser whose errors are not dropped",
      'sum(count_over_time({system="shop"} | json | level="error" [5m])) > {lines}',
      `${ALERT} at 38-42: a line that this cannot parse can make the whole query fail, so the alert never fires; add | __error__="" behind it`,
    ],
    [
      "a wrong escape",
      'sum(count_over_time({system="shop"} |= "\\d" [5m])) > {lines}',
      '"\\d" is not an escape in a string',
    ],
    [
      "a threshold that is not declared",
      'sum(count_over_time({system="shop"} [5m])) > {lines} + {other}',
      `${ALERT}: the expression names a threshold {other} that is not declared; allowed: lines; add it to thresholds`,
    ],
    [
      "a threshold that is not used",
      'sum(count_over_time({system="shop"} [5m])) > 5',
      `${ALERT}: threshold "lines" is not used in the expression; write {lines} where it belongs, or remove it`,
    ],
  ])("of alerts with %s", (_, expr, problem) => {
    expect(check(withLogAlert({ expr, description: "Errors" }))).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it("that count where lines are required", () => {
    expect(check(savedLines('sum(rate({system="shop"} [5m]))'))).toEqual([
      'services/shop log query "Errors" at 0-31: returns numbers where lines are needed; remove the aggregation',
    ]);
  });

  it("that return lines to a panel of numbers", () => {
    expect(
      check(
        withPanel({ kind: "stat" }, { kind: "logql", expr: '{system="shop"}' }),
      ),
    ).toEqual([
      'services/shop dashboard "shop" panel "A panel" query 1 at 0-15: returns lines where numbers are needed; count them: sum(count_over_time(… [5m]))',
    ]);
  });
});

describe("texts", () => {
  it("that name a label which the result lacks", () => {
    const expr = 'sum(count_over_time({system="shop"} [5m])) > {lines}';
    expect(check(withLogAlert({ expr }))).toEqual([
      `${ALERT} description: names the label "pod", which the result of the expression does not have; allowed: none; name one of these, or keep the label in the expression`,
    ]);
  });

  it.each([
    'count_over_time({system="shop"} [5m]) > {lines}',
    'sum without (app) (count_over_time({system="shop"} [5m])) > {lines}',
    'topk(1, count_over_time({system="shop"} [5m])) > {lines}',
    '(sum by (app, pod) (count_over_time({system="shop"} [5m]))) > {lines}',
  ])("may name what %s keeps", (expr) => {
    expect(check(withLogAlert({ expr }))).toEqual([]);
  });

  it("of an alert about any system need the system", () => {
    expect(check(withLogAlert({ system: { kind: "from-series" } }))).toEqual([
      `${ALERT}: takes its system from the streams, but its result lacks that label; aggregate by (system, …)`,
    ]);
  });
});

it.each([
  ["ERROR", '{system="shop"} | json | level="ERROR"', "25-38"],
  ["err", '{system="shop", level="err"}', "16-27"],
  ["ERROR|CRITICAL", '{system="shop", level=~"ERROR|CRITICAL"}', "16-39"],
])(
  "log queries do not match the level %s, which no line has",
  (level, expr, at) => {
    expect(check(savedLines(expr))).toEqual([
      `services/shop log query "Errors" at ${at}: no line has the level "${level}", whatever the application writes; levels are debug, info, warning, error, critical, unknown`,
    ]);
    expect(
      check(savedLines('{system="shop", level=~"error|critical"}')),
    ).toEqual([]);
  },
);

describe("queries of traces", () => {
  it.each([
    [
      "of all systems",
      "{ status = error }",
      'services/shop trace query "Slow": does not select a system, so it reads the spans of all; write resource.service.name = "…" or resource.system = "shop"',
    ],
    [
      "of another system",
      '{ resource.system = "other" }',
      'services/shop trace query "Slow": does not select a system, so it reads the spans of all; write resource.service.name = "…" or resource.system = "shop"',
    ],
    [
      "of an unknown app",
      '{ resource.service.name = "shop-apy" }',
      'services/shop trace query "Slow": no target of the system is the app "shop-apy"; allowed: shop-api; did you mean "shop-api"?',
    ],
    [
      "that are invalid",
      "rate()",
      'services/shop trace query "Slow": a TraceQL query must begin with a span selector, got rate(); write { resource.service.name = "…" && … }',
    ],
  ])("%s", (_, expr, problem) => {
    expect(check(savedTraces(expr))).toEqual([problem]);
  });

  it("may read any system if queries are about several", () => {
    const traced = (expr: string) => ({
      ...savedTraces(expr),
      reads: "every-system" as const,
    });
    expect(check(traced('{ resource.system =~ "a|b" }'))).toEqual([]);
    expect(check(traced("{ status = error }"))).toHaveLength(1);
  });

  describe("of a system that declares its spans", () => {
    const spans = [
      { what: "An order", name: "order", attributes: { "order.kind": "why" } },
    ];
    const telling = (expr: string): Service => ({
      ...savedTraces(expr),
      traces: {
        kind: "sent",
        workloads: [{ workload: "shop-api" }, { workload: "shop-till", spans }],
      },
    });

    it.each([
      '{ resource.service.name = "shop-till" && name = "order" && span.order.kind = "gift" }',
      '{ resource.system = "shop" && span.order.kind != nil } | select(span.http.route)',
      '{ resource.service.name = "shop-api" && span.http.response.status_code = 500 }',
    ])("finds nothing in %s", (expr) => {
      expect(check(telling(expr))).toEqual([]);
    });

    it.each([
      [
        "a workload that sends none",
        '{ resource.service.name = "shop" }',
        'no workload of the system sends traces as "shop"; allowed: shop-api, shop-till; did you mean "shop-api"?',
      ],
      [
        "an undeclared span",
        '{ resource.service.name = "shop-till" && name = "ordre" }',
        'no workload makes a span named "ordre"; allowed: order; did you mean "order"?',
      ],
      [
        "an undeclared attribute",
        '{ resource.system = "shop" } | select(span.order.knd)',
        'no workload declares the attribute "order.knd"; allowed: order.kind; did you mean "order.kind"?',
      ],
      [
        "a span of another workload",
        '{ resource.service.name = "shop-api" && name = "order" }',
        'no workload makes a span named "order"; allowed: none; correct the name, or declare it under traces',
      ],
    ])("finds %s", (_, expr, problem) => {
      expect(check(telling(expr))).toEqual([
        `services/shop trace query "Slow": ${problem}`,
      ]);
    });
  });
});

describe("numbers of spans", () => {
  const rate = '{ resource.system = "shop" } | rate()';
  const list =
    '{ resource.system = "shop" && status = error } | select(span.a)';
  const saved = (expr: string, unit?: "ops"): Service => ({
    ...goodService,
    traceQueries: [
      {
        id: "spans",
        title: "Spans",
        description: "Spans",
        expr,
        ...(unit === undefined ? {} : { unit }),
      },
    ],
  });

  it("have a unit", () => {
    expect(check(saved(rate, "ops"))).toEqual([]);
    expect(check(saved(list))).toEqual([]);
    expect(check(saved(rate))).toEqual([
      `services/shop trace query "Spans": returns numbers where traces are needed, got ${rate}; state the unit of its numbers, or remove the metrics function`,
    ]);
  });

  it("are measured", () => {
    expect(check(saved(list, "ops"))).toEqual([
      `services/shop trace query "Spans": lists traces where numbers are needed, got ${list}; add a metrics function: | rate() or | quantile_over_time(duration, .95)`,
    ]);
  });

  it("need a panel of numbers", () => {
    const query = { kind: "traceql", expr: rate } as const;
    expect(check(withPanel({ kind: "timeseries" }, query))).toEqual([]);
    expect(check(withPanel({ kind: "traces" }, query))).toHaveLength(1);
  });
});
