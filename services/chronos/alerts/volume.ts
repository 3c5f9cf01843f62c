import type { Alert } from "../../../model/alert";
import type { InputSeries } from "../../../model/alert-proof";
import { hours, minutes } from "../../../model/duration";
import { ratio } from "../../../model/ratio";
import { counters } from "../../../patterns/counters";
import type { Growth } from "../../../patterns/counters";
import { volume } from "../events";

/** Time between two values of a proof; a week has 1,008 of it. */
const STEP = 10;
const WEEK = 1008;
/** Until the rate over an hour knows nothing any more of what was before: it sees five steps. */
const SEEN = 5;
const at = (steps: number) => minutes(steps * STEP);

/** So many bytes in each step. */
const written = (growth: Growth): InputSeries =>
  counters([{ example: volume.example, growth }]);

/** A pipeline writes much less than at the same hour of the week before. */
export const volumeAlerts: readonly Alert[] = [
  {
    requirement: "CHR-A7",
    name: "ChronosDataVolumeDrop",
    expr: "chronos:data_volume_bytes:rate1h < {share} * (chronos:data_volume_bytes:rate1h offset 7d)",
    thresholds: { share: ratio(0.5) },
    for: hours(1),
    severity: "warning",
    priority: "P2",
    summary:
      "Volume of {{ $labels.pipeline }} is less than half of the same time last week",
    action: "Compare the records with the bytes: fewer of them, or smaller?",
    runbook: "chronos/volume",
    dashboard: "chronos",
    proof: {
      fires: [
        {
          series: written([
            [WEEK + 20, 6000],
            [20, 2700],
          ]),
          interval: minutes(STEP),
          before: "nothing",
          at: minutes((WEEK + 20 + SEEN) * STEP + 60),
          expect: [
            {
              labels: { pipeline: "orders" },
              summary:
                "Volume of orders is less than half of the same time last week",
            },
          ],
          resolves: {
            series: written([[10, 600_000]]),
            after: minutes(STEP),
          },
        },
      ],
      quiet: [
        // Exactly half.
        {
          series: written([
            [WEEK + 20, 6000],
            [20, 3000],
          ]),
          interval: minutes(STEP),
          at: at(WEEK + 40),
        },
        // Less than half of yesterday and of half a week ago, but it was so last week.
        {
          series: written([
            [30, 2700],
            [WEEK - 20, 6000],
            [30, 2700],
          ]),
          interval: minutes(STEP),
          at: at(WEEK + 28),
        },
        // A pipeline of which last week knows nothing.
        {
          series: written([
            [200, 6000],
            [50, 0],
          ]),
          interval: minutes(STEP),
          at: at(250),
        },
      ],
    },
  },
];
