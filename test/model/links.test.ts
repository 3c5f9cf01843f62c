import { dashboardLink } from "../../model/links/dashboard-link";
import {
  encoded,
  encodedJson,
  filledLater,
} from "../../model/links/filled-later";
import { logsLink } from "../../model/links/logs-link";
import { serviceMapLink } from "../../model/links/service-map-link";
import { tracesLink } from "../../model/links/traces-link";
import {
  isTraceql,
  logqlErrors,
  opened,
  promqlErrors,
} from "../support/follow-link";

const GRAFANA = "https://grafana.example.com";
const RANGE = { from: "1795255230000", to: "now" } as const;

describe("a placeholder", () => {
  it("is not encoded with the rest", () => {
    expect(encoded(`a b/${filledLater("{{ .Time }}")}&c`)).toBe(
      "a%20b%2F{{ .Time }}%26c",
    );
  });

  it("keeps its quotes and backslashes inside JSON", () => {
    const placeholder = '{{ printf "%q\\n" .A }}';
    expect(encodedJson({ a: filledLater(placeholder) })).toBe(
      `%7B%22a%22%3A%22${placeholder}%22%7D`,
    );
  });

  it("may occur more than once, and alone", () => {
    expect(encoded(`${filledLater("${a}")}${filledLater("${b}")}`)).toBe(
      "${a}${b}",
    );
  });
});

it("links to a dashboard for a time range", () => {
  const link = new URL(dashboardLink(`${GRAFANA}/d/shop`, RANGE));
  expect(link.pathname).toBe("/d/shop");
  expect(Object.fromEntries(link.searchParams)).toEqual(RANGE);
});

it.each([
  ["system", "shop", '{system="shop"}'],
  ["namespace", "kube-system", '{namespace="kube-system"}'],
  ["environment", "staging", '{environment="staging"}'],
] as const)("leads to the logs of a %s", (kind, name, expr) => {
  const { root, uid, query, range } = opened(
    logsLink(GRAFANA, { kind, name }, RANGE),
  );
  expect({ root, uid, query, range }).toEqual({
    root: GRAFANA,
    uid: "loki",
    query: { expr, queryType: "range" },
    range: RANGE,
  });
  expect(logqlErrors(query["expr"])).toEqual([]);
});

it.each([
  ["system", "shop", '{ resource.system = "shop" }'],
  [
    "namespace",
    "kube-system",
    '{ resource.k8s.namespace.name = "kube-system" }',
  ],
  [
    "environment",
    "staging",
    '{ resource.deployment.environment.name = "staging" }',
  ],
] as const)("leads to the traces of a %s", (kind, name, expected) => {
  const { root, uid, query, range } = opened(
    tracesLink(GRAFANA, { kind, name }, RANGE),
  );
  expect({ root, uid, query, range }).toEqual({
    root: GRAFANA,
    uid: "tempo",
    query: {
      query: expected,
      queryType: "traceql",
      limit: 20,
      tableType: "traces",
    },
    range: RANGE,
  });
  expect(isTraceql(query["query"])).toBe(true);
});

describe("the service map", () => {
  const { root, uid, query, range } = opened(serviceMapLink("", "shop", RANGE));
  const selectors = query["serviceMapQuery"] as readonly string[];

  it("opens inside Grafana for the time range", () => {
    expect({ root, uid, range, type: query["queryType"] }).toEqual({
      root: "",
      uid: "tempo",
      range: RANGE,
      type: "serviceMap",
    });
  });

  it("selects the service graph's metrics with valid PromQL", () => {
    expect(selectors).toHaveLength(2);
    for (const selector of selectors) {
      expect(
        promqlErrors(
          `sum by (client, server) (rate(traces_service_graph_request_total${selector}[5m]))`,
        ),
      ).toEqual([]);
    }
  });

  it("shows the system and its workloads, and no other system with a similar name", () => {
    const [, pattern = ""] = /=~"(.*)"\}$/.exec(selectors[0] ?? "") ?? [];
    // Prometheus matches the whole value.
    const shown = new RegExp(`^(?:${pattern})$`);
    expect(
      ["shop", "shop-api", "shop-worker", "shopping", "workshop"].filter(
        (name) => shown.test(name),
      ),
    ).toEqual(["shop", "shop-api", "shop-worker"]);
  });
});
