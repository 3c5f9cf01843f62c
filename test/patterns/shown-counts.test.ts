import type { AlertDeclaration } from "../../model/alert";
import { hours, minutes } from "../../model/duration";
import { countsSentence } from "../../patterns/alerts/shown-counts";
import type { CountedBy } from "../../patterns/alerts/shown-counts";
import { errorRate, eventRate } from "../../patterns/recording/rates";
import { ratioOver } from "../../patterns/recording/ratios";
import { prove } from "./prove";
import { alertFields, requestsByRoute, shopWith } from "./shop";

const recorded = {
  events: requestsByRoute,
  bad: "shop:errors:rate5m",
  total: "shop:requests:rate5m",
};

const rules = [
  eventRate({ record: recorded.total, events: requestsByRoute }),
  errorRate({ record: recorded.bad, events: requestsByRoute }),
  ratioOver({
    record: "shop:availability:ratio_rate1h",
    shows: "good",
    window: hours(1),
    ...recorded,
  }),
];

const noneOfSix = {
  'api_requests_total{system="shop", route="cart", status="200", pod="a"}':
    "1000x60 1001 1003 1005x40",
};
/** Six requests within three minutes, one of which fails, after an hour without any. */
const oneOfSix = {
  ...noneOfSix,
  'api_requests_total{system="shop", route="cart", status="503", pod="a"}':
    "1000x61 1001x41",
  // Of another route.
  'api_requests_total{system="shop", route="pay", status="503", pod="a"}':
    "1000+60x102",
};

it.each<[string, CountedBy, CountedBy]>([
  ["recorded rates", { rate: recorded.bad }, { rate: recorded.total }],
  [
    "counters",
    { counter: requestsByRoute.bad },
    { counter: requestsByRoute.total },
  ],
])(
  "writes how many of how many, by %s, of the alert's own labels",
  async (_, bad, counted) => {
    const alert: AlertDeclaration = {
      ...alertFields,
      name: "Counted",
      summary: "{{ $labels.route }} fails",
      expr: 'shop:availability:ratio_rate1h{route="cart"} < 1',
      description: countsSentence({
        bad,
        all: { ...counted, bad: "requests failed" },
        window: hours(1),
        by: ["route"],
      }),
      for: minutes(30),
      proof: {
        fires: [
          {
            series: oneOfSix,
            before: "nothing",
            at: minutes(92),
            expect: [
              {
                labels: { route: "cart" },
                summary: "cart fails",
                description: "1 of 6 requests failed in 1 hour.",
              },
            ],
          },
        ],
        quiet: [{ series: noneOfSix, at: minutes(92) }],
      },
    };
    expect((await prove(shopWith(rules, [alert]))).failures).toBe("");
  },
  5 * 60 * 1000,
);
