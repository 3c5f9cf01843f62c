import { becomes, gone, grows, occurs } from "../../../model/incident";
import type { IncidentChange } from "../../../model/incident";
import { declaredIncidents } from "../../../proof/incidents/declared-incidents";
import type { ObservedSeries } from "../../../proof/observed-series";
import { market } from "../../support/organisation/services";

const own = { system: "market" };

const world: readonly ObservedSeries[] = [
  {
    name: "market_orders_total",
    labels: { ...own, stall: "fish", pod: "market-api-0" },
    values: [10, 20, 30, 40, 50],
  },
  {
    name: "market_orders_total",
    labels: { system: "other", stall: "fish" },
    values: [1, 2, 3, 4, 5],
  },
  { name: "market_queue", labels: own, values: [2, 2, 2, 2, 2] },
];

/** The values of the market's series in an incident from the second minute until the fourth. */
function lived(...changes: readonly IncidentChange[]) {
  const [incident] = declaredIncidents({
    ...market,
    incidents: [
      {
        name: "story",
        about: "Something is wrong.",
        changes,
        expected: { page: { kind: "nobody" } },
      },
    ],
  });
  return Object.fromEntries(
    (incident?.fault(world, { from: 2, until: 4 }) ?? []).map(
      ({ name, labels, values }) => [
        `${name} ${labels["system"] ?? ""} ${labels["stall"] ?? ""}`.trim(),
        values,
      ],
    ),
  );
}

const HEALTHY = {
  "market_orders_total market fish": [10, 20, 30, 40, 50],
  "market_orders_total other fish": [1, 2, 3, 4, 5],
  "market_queue market": [2, 2, 2, 2, 2],
};

it("gives series a value while it lasts", () => {
  expect(lived(becomes("market_queue", 7))).toEqual({
    ...HEALTHY,
    "market_queue market": [2, 2, 7, 7, 2],
  });
});

it("lets a counter count otherwise, and go on from there", () => {
  expect(lived(grows('market_orders_total{stall="fish"}', 1))).toEqual({
    ...HEALTHY,
    "market_orders_total market fish": [10, 20, 21, 22, 32],
  });
});

it("lets a gauge climb, and fall back", () => {
  expect(lived(grows("market_queue", 5))).toEqual({
    ...HEALTHY,
    "market_queue market": [2, 2, 2, 7, 2],
  });
});

it("counts events where they are counted, once for all time", () => {
  expect(lived(occurs('market_orders_total{stall="fish"}', 3))).toEqual({
    ...HEALTHY,
    "market_orders_total market fish": [10, 20, 33, 43, 53],
  });
});

it("begins a series with the first event of its kind", () => {
  expect(lived(occurs('market_orders_total{stall="bread"}', 2))).toEqual({
    ...HEALTHY,
    "market_orders_total market bread": [undefined, undefined, 2, 2, 2],
  });
});

it("takes series away, those of the system only", () => {
  expect(lived(gone("market_orders_total"))).toEqual({
    ...HEALTHY,
    "market_orders_total market fish": [10, 20, undefined, undefined, 50],
  });
});

it("does several things at once, and keeps what is expected", () => {
  expect(
    lived(becomes("market_queue", 9), gone("market_orders_total")),
  ).toEqual({
    ...HEALTHY,
    "market_orders_total market fish": [10, 20, undefined, undefined, 50],
    "market_queue market": [2, 2, 9, 9, 2],
  });
});
