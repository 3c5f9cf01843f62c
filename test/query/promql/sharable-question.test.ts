import { open, pattern, values } from "../../../model/label-values";
import type { LabelValues } from "../../../model/label-values";
import { counter, gauge } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkExpression } from "../../../query/promql/check-expression";
import { contextOf } from "../../../query/promql/expression-context";
import { allLints } from "../../../query/promql/lints/all-lints";
import { goodService } from "../../support/services";

/** A system with a counter and a gauge of its own. */
function system(
  key: string,
  labels: Readonly<Record<string, LabelValues>> = {},
  birth: "at-start" | "at-first-event" = "at-start",
): Service {
  const prefix = key.replaceAll("-", "_");
  return {
    ...goodService,
    key,
    namespace: key,
    metrics: {
      [`${prefix}_requests_total`]: counter({
        help: "Requests",
        born: birth,
        labels: { route: open({ upTo: 3, examples: ["a"] }), ...labels },
      }),
      [`${prefix}_jobs`]: gauge({ help: "Jobs", labels }),
    },
    recording: [],
    alerts: [],
    slos: [],
    dashboards: [],
  };
}

/** Messages about a query of each system, asked one after the other. */
function askedOf(
  systems: readonly Service[],
  query: (key: string, prefix: string) => string,
  notifies = false,
): readonly (readonly string[])[] {
  const catalogue = buildCatalogue(systems, []);
  return systems.map((service) =>
    checkExpression(query(service.key, service.key.replaceAll("-", "_")), {
      ...contextOf(service, catalogue),
      notifies,
    }).map(({ message }) => message),
  );
}

it("asks once what systems of one pattern ask, each of its own series", () => {
  const find = jest.spyOn(allLints[0] ?? { find: () => [] }, "find");
  const states = values("on", "off");
  const found = askedOf(
    [
      system("alpha", { state: states }),
      system("b", { state: states }),
      system("c-d", { state: states }),
    ],
    (key, prefix) =>
      `sum by (route) (rate(${prefix}_requests_total{state=~"o.*"}[5m])) / on () group_left () sum(up{system="${key}"})`,
  );
  expect(found).toEqual([[], [], []]);
  expect(find).toHaveBeenCalledTimes(1);
});

it.each<
  readonly [
    string,
    readonly Service[],
    (key: string, prefix: string) => string,
    readonly (readonly string[])[],
  ]
>([
  [
    "a label that the other has not",
    [system("one", { queue: values("a") }), system("two")],
    (_, prefix) => `sum by (queue) (${prefix}_jobs)`,
    [[], ['by (queue): there is no label "queue" to group by']],
  ],
  [
    "a label that is called as the system",
    [
      system("pod", { pod_name: values("a"), node: values("a") }),
      system("dok", { pod_name: values("a"), node: values("a") }),
    ],
    (key, prefix) => `sum by (${key}_name) (${prefix}_jobs)`,
    [[], ['by (dok_name): there is no label "dok_name" to group by']],
  ],
  [
    "values that the other has not",
    [
      system("one", { state: values("on") }),
      system("two", { state: values("off") }),
    ],
    (_, prefix) => `${prefix}_jobs{state="on"}`,
    [[], ['no value of "state" is "on", so the matcher selects nothing']],
  ],
  [
    "values with the key, which a regular expression knows",
    [
      system("one", { unit: values("one-api") }),
      system("two", { unit: values("two-api") }),
    ],
    (_, prefix) => `${prefix}_jobs{unit=~"o.*"}`,
    [[], ['no value of "unit" is like "o.*", so the matcher selects nothing']],
  ],
  [
    "a pattern that only the letters of one key match",
    ["one", "two"].map((key) =>
      system(key, {
        unit: pattern("[eno]+", { upTo: 9, examples: ["one"] }),
      }),
    ),
    (key, prefix) => `${prefix}_jobs{unit="${key}"}`,
    [[], ['no value of "unit" is "two", so the matcher selects nothing']],
  ],
  [
    "the system of the first",
    [system("one"), system("two")],
    () => 'up{system="one"}',
    [
      [],
      [
        'no value of "system" is "one", so the matcher selects nothing',
        'several systems have "up", and the query does not select one',
      ],
    ],
  ],
  [
    "a number that is none",
    [system("one"), system("two")],
    (key, prefix) =>
      `quantile(${key === "one" ? "0.5" : "95"}, ${prefix}_jobs)`,
    [[], ["a quantile is between 0 and 1, got 95"]],
  ],
])(
  "does not take the answer of another system: %s",
  (_, systems, query, found) => {
    expect(askedOf(systems, query)).toEqual(found);
  },
);

it("checks the labels of on and group_left of each query, though trees are shared", () => {
  const one = system("one", { a_b: values("a"), a_c: values("a") });
  const [first = [], second = []] = askedOf([one, one], () => "").map(
    (_, index) =>
      checkExpression(
        `one_jobs * on (a_b) group_left (a_${index === 0 ? "c" : "b"}) max by (a_b, a_c) (one_jobs)`,
        contextOf(one, buildCatalogue([one], [])),
      ),
  );
  expect(first).toEqual([]);
  expect(second.map(({ message }) => message)).toEqual([
    expect.stringContaining("must not occur in ON and GROUP"),
  ]);
});

it("looks in each alert for the series whose first event would be missed", () => {
  const systems = ["one", "two"].map((key): Service => {
    const events = counter({ help: "Events", born: "at-first-event" });
    return {
      ...system(key),
      metrics: { e_total: events, [`a_${key}_total`]: events },
    };
  });
  // With the key of the first the name stands within another that is compared with the past.
  const query = (key: string): string =>
    `sum(increase(e_total{system="${key}"}[1h])) > 0 or sum(a_${key}_total{system="${key}"} unless a_${key}_total{system="${key}"} offset 1h) > 0`;
  const missed =
    "the first event of each series of e_total is not seen: it creates the series";
  expect(askedOf(systems, query, true)).toEqual([[missed], [missed]]);
});
