import { days } from "../../../../model/duration";
import type {
  RecordingProof,
  RecordingRule,
} from "../../../../model/recording-rule";
import { counters, onTwoPods } from "../../../../patterns/counters";
import { burstsAround, provedRawWindow } from "../../../../patterns/windows";

const WINDOW = days(30);

const of = (category: string): string =>
  `sum(increase(nps_responses_total{system="accubooks", category="${category}"}[30d]))`;

/** Answers of one kind in the window; omitted kinds have no series yet. */
type Answers = Readonly<
  Partial<Record<"promoter" | "passive" | "detractor", number>>
>;

/**
 * Answers within the window, and only detractors before it. Less than one in all, in fractions that
 * add up exactly: whole answers would hide a guard of one instead of zero.
 */
const asked = (
  name: string,
  answers: Answers,
  score: number | undefined,
): RecordingProof["cases"][number] => ({
  name,
  series: counters([
    ...Object.entries(answers).flatMap(([category, within]) =>
      onTwoPods(
        {
          [`nps_responses_total{system="accubooks", category="${category}"}`]: 1,
        },
        burstsAround(WINDOW, {
          before: category === "detractor" ? 80 : 0,
          within,
        }),
      ),
    ),
    ...["promoter", "detractor"].map((category, index) => ({
      example: {
        [`nps_responses_total{system="other", category="${category}"}`]: 1,
      },
      growth: burstsAround(WINDOW, { before: 0, within: 40 + 30 * index }),
    })),
  ]),
  ...provedRawWindow(WINDOW),
  samples: score === undefined ? [] : [{ value: score }],
});

/**
 * Share of promoters minus share of detractors, from -100 to 100; a kind of answer without series
 * counts as zero.
 */
export const netPromoterScore: RecordingRule = {
  record: "accubooks:nps:score_30d",
  expr: `100 * (
  (${of("promoter")} or vector(0))
    - (${of("detractor")} or vector(0))
) / (sum(increase(nps_responses_total{system="accubooks"}[30d])) > 0)`,
  proof: {
    cases: [
      asked(
        "five of eight recommend it and one warns of it",
        { promoter: 0.3125, passive: 0.125, detractor: 0.0625 },
        50,
      ),
      asked("nobody warns of it yet", { promoter: 0.125, passive: 0.375 }, 25),
      asked(
        "nobody recommends it yet",
        { passive: 0.25, detractor: 0.25 },
        -50,
      ),
      asked("nobody was asked", { promoter: 0, detractor: 0 }, undefined),
    ],
  },
};
