import { minutes, seconds } from "../../model/duration";
import type { BudgetedSlo } from "../../model/slo";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { BASE_WINDOW } from "../../prometheus/slo/tiles";
import type { ProofTest } from "../proof-subject";
import { World, at } from "./world";

const LENGTH = minutes(30).milliseconds;
/** So few that a guard against zero is distinguished from one against one. */
const EVENTS_PER_SECOND = 0.5;

/**
 * Tests the base rules with raw series: what they count, and their results for no series, zero and
 * NaN.
 */
export function baseTests(
  which: "bad" | "total",
  slo: BudgetedSlo,
  system: string,
): readonly ProofTest[] {
  const request = slo.kind === "request";
  const test = (
    name: string,
    series: ProofTest["series"],
    value: number | "nothing",
  ): ProofTest => ({
    name,
    interval: stepOf(slo).toString(),
    evaluationInterval: request ? "5m" : "1m",
    series,
    checks: [
      {
        kind: "samples",
        at: at(LENGTH),
        expr: `sum by (system, slo) ($rule{system="${system}", slo="${slo.name}"})`,
        samples:
          value === "nothing"
            ? []
            : [{ labels: `{system="${system}", slo="${slo.name}"}`, value }],
      },
      // A sum of zero would hide a sample without a grouping label.
      ...(slo.groupBy ?? []).map((label) => ({
        kind: "samples" as const,
        at: at(LENGTH),
        expr: `$rule{system="${system}", slo="${slo.name}", ${label}=""}`,
        samples: [],
      })),
    ],
  });
  const total = request ? EVENTS_PER_SECOND : 1;
  const bad = request ? EVENTS_PER_SECOND / 2 : 1;
  return [
    test(
      request ? "half of the events are bad" : "every moment is bad",
      worldOf(slo, 0.5).series,
      which === "bad" ? bad : total,
    ),
    test(
      "there is no series of bad events yet",
      withoutBad(slo, worldOf(slo, 0)).series,
      which === "bad" ? 0 : total,
    ),
    ...(request
      ? [
          test("nothing happens", worldOf(slo, 0, 0).series, 0),
          // One of the four increases within the base window, which `rate` scales up to five.
          test(
            "a minute of it, four minutes ago",
            burst(slo).series,
            (which === "bad" ? bad : total) / 4,
          ),
        ]
      : [
          // Five of the ten samples in the base window.
          test(
            "bad, and unknown until two minutes ago",
            begun(slo),
            KNOWN / 10,
          ),
        ]),
    test(
      "there are only series of others",
      {
        ...Object.fromEntries(
          Object.entries(slo.examples.other ?? {}).map(([series, value]) => [
            series,
            `${String(value)}x60`,
          ]),
        ),
        [`${SLO_SERIES.events("total", BASE_WINDOW)}{system="neighbour", slo="${slo.name}"}`]:
          "1x60",
        [`${SLO_SERIES.events("total", BASE_WINDOW)}{system="${system}", slo="another"}`]:
          "1x60",
      },
      slo.zeroFilled === true ? 0 : "nothing",
    ),
    ...(slo.outage === undefined
      ? []
      : [
          {
            ...test(
              "events are missing, of this one and of others",
              missingOf(slo, system),
              2,
            ),
            // Given as they are, without the rules that record them.
            alone: true,
          },
        ]),
    test(
      "the input is NaN",
      Object.fromEntries(
        Object.keys({ ...slo.examples.good, ...slo.examples.bad }).map(
          (series) => [series, Array(61).fill("NaN").join(" ")],
        ),
      ),
      // A comparison with NaN is a number; without a total it counts as zero.
      which === "bad" && isComparison(slo) ? 0 : "nothing",
    ),
  ];
}

/** Recorded missing events of an SLO, and more of others. */
function missingOf(
  { name, groupBy = [] }: BudgetedSlo,
  system: string,
): ProofTest["series"] {
  const missing = (own: string, slo: string): string =>
    `${SLO_SERIES.events("missing", BASE_WINDOW)}{${[
      `system="${own}"`,
      `slo="${slo}"`,
      ...groupBy.map((label) => `${label}="some"`),
    ].join(", ")}}`;
  return {
    [missing(system, name)]: "2x60",
    [missing("neighbour", name)]: "9x60",
    [missing(system, "another")]: "9x60",
  };
}

/** Samples with a value, of those in the base window. */
const KNOWN = 5;

/** Bad moments that begin so late that the base window contains only a few. */
const begun = ({ examples }: BudgetedSlo): ProofTest["series"] =>
  Object.fromEntries(
    Object.entries(examples.bad).map(([series, value]) => [
      series,
      `_x${String(LENGTH / seconds(30).milliseconds - KNOWN + 1)} ${String(value)}x${String(KNOWN - 1)}`,
    ]),
  );

const isComparison = ({ bad }: BudgetedSlo): boolean => bad.includes(" bool ");

const stepOf = ({ kind }: BudgetedSlo) =>
  kind === "request" ? minutes(1) : seconds(30);

function worldOf(
  slo: BudgetedSlo,
  errorRatio: number,
  eventsPerSecond = EVENTS_PER_SECOND,
): World {
  const world = new World(slo, stepOf(slo), eventsPerSecond);
  world.pass(LENGTH, { errorRatio });
  return world;
}

/** Half of the events of one minute are bad, and there are no others. */
function burst(slo: BudgetedSlo): World {
  const world = new World(slo, stepOf(slo), EVENTS_PER_SECOND);
  const none = { errorRatio: 0, eventsPerSecond: 0 };
  world.pass(LENGTH - minutes(4).milliseconds, none);
  world.pass(minutes(1).milliseconds, { errorRatio: 0.5 });
  world.pass(minutes(3).milliseconds, none);
  return world;
}

function withoutBad({ examples }: BudgetedSlo, world: World): World {
  for (const series of Object.keys(examples.bad)) {
    if (examples.good[series] === undefined) world.forget(series);
  }
  return world;
}
