import type { PanelQuery, Visualisation } from "../../../model/dashboard";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { checkLogQueries } from "../../../query/logql/check-log-queries";
import { aPanel } from "../../dashboards/every-visualisation";
import { services } from "../../support/organisation/services";
import { production } from "../../support/environments/production";
import { withLogAlert } from "../../support/log-alerts";
import { goodService } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkLogQueries(service, [service], [production]).map(formatProblem);

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
      `${ALERT} at 46-60: no value of "app" is "shop-apy", so the matcher selects nothing; did you mean "shop-api"? "app" takes "shop-api"; correct the matcher, or what declares the values`,
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

describe("values that no line has", () => {
  const LEVELS =
    '"level" takes "debug", "info", "warning", "error", "critical", "unknown"';
  it.each<[string, string, string]>([
    [
      '{system="shop"} | json | level="ERROR"',
      "25-38",
      `no value of "level" is "ERROR", so the matcher selects nothing; did you mean "error"? ${LEVELS}`,
    ],
    [
      '{system="shop", level="err"}',
      "16-27",
      `no value of "level" is "err", so the matcher selects nothing; ${LEVELS}`,
    ],
    [
      '{system="shop", level=~"error|CRITICAL"}',
      "16-39",
      `no value of "level" is like "CRITICAL", so this alternative selects nothing; did you mean "critical"? ${LEVELS}`,
    ],
    [
      '{system="shop", level=~"(?i)error|fatal"}',
      "16-40",
      `no value of "level" is like "(?i)fatal", so this alternative selects nothing; ${LEVELS}`,
    ],
    [
      '{system="shop", level!="trace"}',
      "16-30",
      `no value of "level" is "trace", so the matcher excludes nothing; ${LEVELS}`,
    ],
    [
      '{system="shop", level!~"[a-z]+"}',
      "16-31",
      `every value of "level" is excluded, so the selector reads nothing; ${LEVELS}`,
    ],
    [
      '{system="shop", app=~"shop-api|shop-till"}',
      "16-41",
      'no value of "app" is like "shop-till", so this alternative selects nothing; did you mean "shop-api"? "app" takes "shop-api"',
    ],
    [
      '{system="shop", namespace="shops"}',
      "16-33",
      'no value of "namespace" is "shops", so the matcher selects nothing; did you mean "shop"? "namespace" takes "shop"',
    ],
    [
      '{system="shop", environment="prod"}',
      "16-34",
      'no value of "environment" is "prod", so the matcher selects nothing; "environment" takes "production"',
    ],
    [
      '{system="shop"} | json | app!="shop" | __error__=""',
      "25-36",
      'no value of "app" is "shop", so the matcher excludes nothing; "app" takes "shop-api"',
    ],
    [
      '{system="shop"} | json | __error__="JSONParseErr"',
      "25-49",
      'no value of "__error__" is "JSONParseErr", so the matcher selects nothing; did you mean "JSONParserErr"? "__error__" takes "JSONParserErr", "LogfmtParserErr", "SampleExtractionErr", "LabelFilterErr", "TemplateFormatErr"',
    ],
  ])("are found in %s", (expr, at, message) => {
    expect(check(savedLines(expr))).toEqual([
      `services/shop log query "Errors" at ${at}: ${message}; correct the matcher, or what declares the values`,
    ]);
  });

  it.each([
    '{system="shop", level=~"error|critical"}',
    '{system="shop", level=~"(?i)ERROR|critical", app!=""}',
    '{system="shop", app=~"shop-.*", pod="shop-api-7", container="any"}',
    '{system="shop"} | json | __error__!="" | app="shop-api"',
    // The query says itself what the label is.
    '{system="shop"} | label_format app="till" | app="till"',
    // Nobody lists what an application writes.
    '{system="shop"} | json | event="refund" | __error__=""',
    '{system="shop", app=~"$app"}',
  ])("are not found in %s", (expr) => {
    expect(check(savedLines(expr))).toEqual([]);
  });

  it("are those of the systems that a query reads", () => {
    const platform = services.find(({ key }) => key === "platform");
    if (platform === undefined) throw new Error("no platform");
    const found = (expr: string): readonly string[] =>
      checkLogQueries(
        {
          ...platform,
          logQueries: [{ id: "any", title: "Any", description: "Any", expr }],
        },
        services,
        [production],
      ).map(({ message }) => message);
    expect(found('{system=~"market|depot", app="count-shelves"}')).toEqual([]);
    expect(found('{system="market", app="count-shelves"}')).toEqual([
      'no value of "app" is "count-shelves", so the matcher selects nothing',
    ]);
    expect(found('{system=~"market|depott"}')).toEqual([
      'no value of "system" is like "depott", so this alternative selects nothing',
    ]);
  });
});

it("names a label in the legend of a panel of logs that the result lacks", () => {
  const panel = (legend: string): readonly string[] =>
    check(
      withPanel(
        { kind: "timeseries" },
        {
          kind: "logql",
          expr: 'sum by (app) (rate({system="shop"} [$__auto]))',
          legend,
        },
      ),
    );
  expect(panel("{{app}}")).toEqual([]);
  expect(panel("{{pod}}")).toEqual([
    'services/shop dashboard "shop" panel "A panel" query 1 legend: the result has no label "pod"; allowed: app; keep the label in the query, or take it out of the legend',
  ]);
});

it.each<PanelQuery>([
  { kind: "logql", expr: 'sum(rate({system="shop", pod="$pod"} [5m]))' },
  {
    kind: "traceql",
    expr: '{ resource.system = "shop" && resource.pod = "$pod" } | rate()',
  },
])("lets $kind read a variable as a pattern only", (query) => {
  const withVariable = (expr: string): readonly string[] => {
    const service = withPanel({ kind: "timeseries" }, { ...query, expr });
    return check({
      ...service,
      dashboards: service.dashboards.map((dashboard) => ({
        ...dashboard,
        variables: [{ name: "pod", label: "Pod", metric: "up", values: "pod" }],
      })),
    });
  };
  expect(withVariable(query.expr)).toEqual([
    expect.stringMatching(
      /query 1 at \d+-\d+: "\$pod" is a pattern for all values at first, so the matcher selects nothing; write (?:resource\.)?pod=~"\$pod"$/,
    ),
  ]);
  expect(withVariable(query.expr.replace(/pod( ?)=/, "pod$1=~"))).toEqual([]);
});
