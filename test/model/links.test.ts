import { dashboardLink } from "../../model/links/dashboard-link";
import {
  encoded,
  encodedJson,
  filledLater,
} from "../../model/links/filled-later";
import {
  serviceMapSelectors,
  workloadsOf,
} from "../../model/links/service-map-selectors";
import { signalsLink } from "../../model/links/signals-link";
import { opened, promqlErrors } from "../support/follow-link";

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

describe("the page of logs and traces", () => {
  it("is that of the system, for a time range", () => {
    expect(opened(signalsLink(GRAFANA, "shop", RANGE))).toEqual({
      root: GRAFANA,
      uid: "shop-queries",
      choices: {},
      range: RANGE,
    });
  });

  it("opens inside Grafana, with variables set", () => {
    const link = signalsLink("", "platform", RANGE, {
      namespace: "kube-system",
      search: "a b&var-pod=c",
    });
    expect(opened(link)).toEqual({
      root: "",
      uid: "platform-queries",
      choices: { namespace: ["kube-system"], search: ["a b&var-pod=c"] },
      range: RANGE,
    });
  });
});

describe("the service map", () => {
  const selectors = serviceMapSelectors(workloadsOf("shop"));

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
