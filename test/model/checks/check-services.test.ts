import { open } from "../../../model/label-values";
import { checkServices } from "../../../model/checks/check-services";
import { counter, gauge } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { goodService } from "../../support/services";

it("finds nothing wrong with one service", () => {
  expect(checkServices([goodService])).toEqual([]);
});

it("finds all names that two services share, with both paths", () => {
  const twin = { ...goodService, key: "store" };
  expect(checkServices([goodService, twin]).map(formatProblem)).toEqual([
    'services/shop and services/store: recording rule "shop:errors:ratio_rate5m" is declared twice; rename one: their samples would be mixed',
    'services/shop and services/store: recording group "shop-http" is declared twice; rename one: two rule groups would have one name',
    'services/shop and services/store: object "service-monitor shop" is declared twice; rename one: they are objects in one namespace',
    'services/shop and services/store: object "probe shop-health" is declared twice; rename one: they are objects in one namespace',
  ]);
});

it("names two systems with one key", () => {
  const bare = { ...goodService, targets: [], probes: [], recording: [] };
  expect(checkServices([bare, bare]).map(formatProblem)).toEqual([
    'services/shop and services/shop: key "shop" is declared twice; rename one: the label system would not distinguish them',
  ]);
});

describe("a metric that two systems expose", () => {
  const bare = { ...goodService, targets: [], probes: [], recording: [] };
  const fields = { help: "Requests" };
  const exposing = (key: string, metrics: MetricContract) => ({
    ...bare,
    key,
    metrics,
  });

  it("may have different labels in each, since every query selects its system", () => {
    expect(
      checkServices([
        exposing("shop", {
          http_requests_total: counter({
            ...fields,
            labels: { status: open({ upTo: 5, examples: ["a"] }) },
          }),
        }),
        exposing("till", {
          http_requests_total: counter({
            ...fields,
            labels: { code: open({ upTo: 5, examples: ["a"] }) },
          }),
        }),
      ]),
    ).toEqual([]);
  });

  it("is reported with both paths if its type differs", () => {
    expect(
      checkServices([
        exposing("shop", { http_requests_total: counter(fields) }),
        exposing("till", { http_requests_total: gauge(fields) }),
      ]).map(formatProblem),
    ).toEqual([
      'services/shop and services/till: metric "http_requests_total" is declared differently, got counter and gauge; declare the same type, or rename one',
    ]);
  });
});
