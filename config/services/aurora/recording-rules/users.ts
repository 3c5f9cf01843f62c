import { minutes } from "../../../../model/duration";
import type { RecordingRule } from "../../../../model/recording-rule";

const shown = (system: string, window: string, pod: string): string =>
  `active_users{system="${system}", window="${window}", pod="${pod}"}`;

/**
 * Users of the last day. Each pod shows the same number; one that has just started may show an
 * older one.
 */
export const activeUsers: RecordingRule = {
  record: "aurora:active_users:daily",
  expr: 'max(active_users{system="aurora", window="1d"})',
  proof: {
    cases: [
      {
        name: "one of two pods lags behind; others, and another window, have more",
        series: {
          [shown("aurora", "1d", "a")]: "500x5",
          [shown("aurora", "1d", "b")]: "480x5",
          [shown("aurora", "30d", "a")]: "9000x5",
          [shown("other", "1d", "a")]: "7000x5",
        },
        at: minutes(5),
        samples: [{ value: 500 }],
      },
    ],
  },
};
