import { checkServices } from "../../model/checks/check-services";
import { counter } from "../../model/metric";
import { formatProblem } from "../../model/problem";
import { goodService } from "../support/services";

it("finds nothing wrong with one service", () => {
  expect(checkServices([goodService])).toEqual([]);
});

it("names everything that two services share and must not, with both places", () => {
  const twin = { ...goodService, key: "store" };
  expect(checkServices([goodService, twin]).map(formatProblem)).toEqual([
    'services/shop and services/store: recording rule "shop:errors:ratio_rate5m" is declared twice; rename one: their samples would mix',
    'services/shop and services/store: recording group "shop-http" is declared twice; rename one: the rules page would show two groups of one name',
    'services/shop and services/store: object "service-monitor shop" is declared twice; rename one: they are objects of one namespace',
    'services/shop and services/store: object "probe shop-health" is declared twice; rename one: they are objects of one namespace',
  ]);
});

it("names two systems with one key", () => {
  const bare = { ...goodService, targets: [], probes: [], recording: [] };
  expect(checkServices([bare, bare]).map(formatProblem)).toEqual([
    'services/shop and services/shop: key "shop" is declared twice; rename one: the label system would not tell them apart',
  ]);
});

describe("a metric that two systems expose", () => {
  const bare = { ...goodService, targets: [], probes: [], recording: [] };
  const fields = { requirement: "X", help: "Requests" };
  const exposing = (key: string, labels: Readonly<Record<string, number>>) => ({
    ...bare,
    key,
    metrics: { http_requests_total: counter({ ...fields, labels }) },
  });

  it("may differ in how many values a label has", () => {
    expect(
      checkServices([
        exposing("shop", { status: 5 }),
        exposing("till", { status: 9 }),
      ]),
    ).toEqual([]);
  });

  it("is named with both places when it is not the same", () => {
    expect(
      checkServices([
        exposing("shop", { status: 5 }),
        exposing("till", { code: 5 }),
      ]).map(formatProblem),
    ).toEqual([
      'services/shop and services/till: metric "http_requests_total" is declared differently, got counter {status} and counter {code}; declare the same type, labels and buckets, or rename one',
    ]);
  });
});
