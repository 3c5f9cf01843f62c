import { days, hours, minutes } from "../../../../model/duration";
import type { RecordingRule } from "../../../../model/recording-rule";

const breaker = (pod: string, dependency: string): string =>
  `circuit_breaker_state{system="titan", service="orders", dependency="${dependency}", pod="${pod}"}`;

/** Open breakers of others must not count. */
const others = { 'circuit_breaker_state{system="other"}': "2x200" };

/** Number of closed circuit breakers. A half-open one does not count as closed. */
export const breakerRules: readonly RecordingRule[] = [
  {
    record: "titan:circuit_breaker_closed:ratio",
    // NaN is no state, and must not count as not closed.
    expr: 'avg((circuit_breaker_state{system="titan"} >= 0) == bool 0)',
    proof: {
      cases: [
        {
          name: "one of four is half-open and one open",
          series: {
            ...others,
            [breaker("a", "payments")]: "0x5",
            [breaker("a", "stock")]: "1x5",
            [breaker("b", "payments")]: "0x5",
            [breaker("b", "stock")]: "2x5",
          },
          at: minutes(5),
          samples: [{ value: 0.5 }],
        },
      ],
      equivalent: { "0 → (-1)": "states are 0, 1 and 2" },
    },
  },
  {
    record: "titan:circuit_breaker_closed:ratio_7d",
    expr: "avg_over_time(titan:circuit_breaker_closed:ratio[7d])",
    proof: {
      cases: [
        {
          name: "open for a week, then closed for three and a half days, then half of the breakers open as long",
          series: {
            [breaker("a", "payments")]: "2x56 0x55",
            [breaker("b", "payments")]: "2x56 0x27 2x27",
          },
          interval: hours(3),
          evaluation: hours(3),
          at: days(14),
          samples: [{ value: 0.75 }],
        },
      ],
    },
  },
];
