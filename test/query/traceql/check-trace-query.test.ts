import type { PanelQuery, Visualisation } from "../../../model/dashboard";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { checkLogQueries } from "../../../query/logql/check-log-queries";
import { aPanel } from "../../dashboards/every-visualisation";
import { production } from "../../support/environments/production";
import { goodService } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkLogQueries(service, [service], [production]).map(formatProblem);

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
      'services/shop trace query "Slow" at 2-36: no value of "resource.service.name" is "shop-apy", so the matcher selects nothing; did you mean "shop-api"? "resource.service.name" takes "shop-api"; correct the matcher, or what declares the values',
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
    const other = { ...goodService, key: "other", namespace: "other" };
    const found = (expr: string): readonly string[] =>
      checkLogQueries(traced(expr), [goodService, other], [production]).map(
        formatProblem,
      );
    expect(found('{ resource.system =~ "shop|other" }')).toEqual([]);
    expect(found("{ status = error }")).toHaveLength(1);
    expect(found('{ resource.system =~ "shop|till" }')).toEqual([
      'services/shop trace query "Slow" at 2-32: no value of "resource.system" is like "till", so this alternative selects nothing; "resource.system" takes "shop", "other"; correct the matcher, or what declares the values',
    ]);
    expect(
      found(
        '{ resource.system = "other" && resource.k8s.namespace.name = "shop" }',
      ),
    ).toEqual([
      'services/shop trace query "Slow" at 31-67: no value of "resource.k8s.namespace.name" is "shop", so the matcher selects nothing; "resource.k8s.namespace.name" takes "other"; correct the matcher, or what declares the values',
    ]);
  });

  it.each([
    [
      "status = failed",
      '28-43: there is no status "failed"; write one of error, ok, unset, without quotes',
    ],
    [
      'span:status = "error"',
      '28-49: "span:status" is compared with a word, so no span has the text "error"; did you mean error? write one of error, ok, unset, without quotes',
    ],
    [
      "kind != sever",
      '28-41: there is no kind "sever"; did you mean server? write one of server, client, producer, consumer, internal, unspecified, without quotes',
    ],
  ])("compare %s with what there is", (comparison, problem) => {
    expect(
      check(savedTraces(`{ resource.system="shop" && ${comparison} }`)),
    ).toEqual([`services/shop trace query "Slow" at ${problem}`]);
    expect(
      check(
        savedTraces(
          '{ resource.system = "shop" && span.http.note < "status = failed" && status != ok }',
        ),
      ),
    ).toEqual([]);
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
        '2-32: no value of "resource.service.name" is "shop", so the matcher selects nothing; "resource.service.name" takes "shop-api", "shop-till"; correct the matcher, or what declares the values',
      ],
      [
        "an undeclared span",
        '{ resource.service.name = "shop-till" && name = "ordre" }',
        '41-55: no value of "name" is "ordre", so the matcher selects nothing; did you mean "order"? "name" takes "order"; correct the matcher, or what declares the values',
      ],
      [
        "an undeclared attribute",
        '{ resource.system = "shop" } | select(span.order.knd)',
        '38-52: no workload declares the attribute "order.knd"; did you mean "order.kind"? declared: order.kind',
      ],
      [
        "a span of another workload",
        '{ resource.service.name = "shop-api" && name = "order" }',
        '40-54: no value of "name" is "order", so the matcher selects nothing; "name" takes no value; correct the matcher, or what declares the values',
      ],
    ])("finds %s", (_, expr, problem) => {
      expect(check(telling(expr))).toEqual([
        `services/shop trace query "Slow" at ${problem}`,
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
