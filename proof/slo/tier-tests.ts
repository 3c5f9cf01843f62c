import { minutes, seconds } from "../../model/duration";
import { minimumEvents } from "../../model/slo";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import type { ProofCheck, ProofTest } from "../proof-subject";
import { armTests } from "./arm-tests";
import { burnCourse } from "./burn-course";
import { isFastest, plenty } from "./tier-under-test";
import type { TierUnderTest } from "./tier-under-test";
import { World, at } from "./world";
import type { Weather } from "./world";

/**
 * The proof of a tier: around its threshold, through a whole outage, and in situations in which
 * such rules are known to fail.
 * @param everyMinute evaluates the long outage every minute, as deployed, instead of every five
 */
export const tierTests = (
  subject: TierUnderTest,
  everyMinute: boolean,
): readonly ProofTest[] => [
  ...(subject.slo.kind === "request"
    ? [
        ...aroundThreshold(subject),
        noErrorsYet(subject),
        counterReset(subject),
        onePodOfTen(subject),
      ]
    : [allBad(subject)]),
  ...armTests(subject),
  burnCourse(subject, everyMinute),
  ...lowTraffic(subject),
  noTraffic(subject),
  burningNeighbours(subject),
];

/** Long enough that a new SLO has a rate, and that `for` has passed. */
const settled = ({ tier }: TierUnderTest): number =>
  tier.for.milliseconds + minutes(20).milliseconds;

const EVALUATION = minutes(5);

/** A world with constant traffic, evaluated once. */
function steady(
  subject: TierUnderTest,
  name: string,
  weather: Weather,
  checks: (time: string) => readonly ProofCheck[],
  change?: (world: World) => void,
): ProofTest {
  const world = new World(
    subject.slo,
    subject.slo.kind === "request" ? minutes(1) : seconds(30),
    plenty(subject),
  );
  world.pass(settled(subject), weather);
  change?.(world);
  return {
    name,
    interval: (subject.slo.kind === "request"
      ? minutes(1)
      : seconds(30)
    ).toString(),
    evaluationInterval: EVALUATION.toString(),
    series: world.series,
    checks: checks(at(settled(subject))),
  };
}

const firing =
  (count: number) =>
  (time: string): readonly ProofCheck[] => [
    { kind: "firing", at: time, count },
  ];

function aroundThreshold(subject: TierUnderTest): readonly ProofTest[] {
  const { threshold } = subject.tier;
  const above = Math.min(1, threshold * 1.02);
  return [
    steady(
      subject,
      "just above the threshold",
      { errorRatio: above },
      firing(1),
    ),
    steady(
      subject,
      "just below the threshold",
      { errorRatio: threshold * 0.98 },
      firing(0),
    ),
  ];
}

/** From the first sample on, without earlier values. */
const allBad = (subject: TierUnderTest): ProofTest => {
  const time = settled(subject);
  const samples = time / seconds(30).milliseconds;
  return {
    name: "nothing works",
    interval: "30s",
    evaluationInterval: EVALUATION.toString(),
    series: Object.fromEntries(
      Object.entries(subject.slo.examples.bad).map(([series, value]) => [
        series,
        `${String(value)}x${String(samples)}`,
      ]),
    ),
    checks: firing(1)(at(time)),
  };
};

/** An application that has never failed has no series of failures: that is zero, not unknown. */
const noErrorsYet = (subject: TierUnderTest): ProofTest => {
  const { good, bad } = subject.slo.examples;
  return steady(
    subject,
    "no series of errors yet",
    { errorRatio: 0 },
    (time) => [
      { kind: "firing", at: time, count: 0 },
      {
        kind: "samples",
        at: time,
        expr: `count(${SLO_SERIES.errorRatio(subject.tier.long)}{system="${subject.system}", slo="${subject.slo.name}"} == 0)`,
        samples: [{ labels: "{}", value: 1 }],
      },
    ],
    (world) => {
      for (const series of Object.keys(bad)) {
        if (good[series] === undefined) world.forget(series);
      }
    },
  );
};

/**
 * A restart resets counters; neither the errors before it nor those after it may be counted twice.
 */
const counterReset = (subject: TierUnderTest): ProofTest => {
  const weather = { errorRatio: subject.tier.threshold * 0.9 };
  const world = new World(subject.slo, minutes(1), plenty(subject));
  const half = Math.ceil(settled(subject) / 2 / 60_000) * 60_000;
  world.pass(half, weather);
  world.reset();
  world.pass(settled(subject), weather);
  return {
    name: "counters reset by a restart",
    interval: "1m",
    evaluationInterval: EVALUATION.toString(),
    series: world.series,
    checks: firing(0)(at(half + settled(subject))),
  };
};

/** One pod fails all of its requests, nine none: a tenth fails, whatever the ratio of each pod. */
function onePodOfTen(subject: TierUnderTest): ProofTest {
  const { examples } = subject.slo;
  const pods = Array.from({ length: 10 }, (_, index) => `p${String(index)}`);
  const perMinute = plenty(subject) * 6;
  const settledMinutes = settled(subject) / 60_000;
  const series = pods.flatMap((pod, index) =>
    Object.entries(index === 0 ? examples.bad : examples.good).map(
      ([name, growth]) =>
        [
          withLabel(name, "pod", pod),
          `0+${String(growth * perMinute)}x${String(settledMinutes)}`,
        ] as const,
    ),
  );
  return {
    name: "one pod of ten fails",
    interval: "1m",
    evaluationInterval: EVALUATION.toString(),
    series: Object.fromEntries(series),
    checks: firing(subject.tier.threshold < 0.1 ? 1 : 0)(at(settled(subject))),
  };
}

/** Sets a label of a series in selector notation. */
const withLabel = (series: string, label: string, value: string): string => {
  const matcher = `${label}="${value}"`;
  const present = new RegExp(`\\b${label}="[^"]*"`);
  if (present.test(series)) return series.replace(present, matcher);
  return series.includes("{")
    ? series.replace("{", `{${matcher}, `)
    : `${series}{${matcher}}`;
};

/**
 * Full outage with few events: slightly fewer than the minimum of all events, then slightly more.
 */
function lowTraffic(subject: TierUnderTest): readonly ProofTest[] {
  const { slo, tier } = subject;
  const minimum = minimumEvents(slo);
  // Moments are always enough.
  if (minimum <= 0 || slo.kind !== "request") return [];
  const fast = isFastest(tier);
  const evaluation = fast ? minutes(1) : EVALUATION;
  // Time until events reach the minimum.
  const crossing = fast ? minutes(10) : minutes(30);
  const step = seconds(15);
  const world = new World(slo, step, minimum / crossing.seconds);
  const pass = (length: number): number => {
    world.pass(length, { errorRatio: 1 });
    // A pending alert would fire meanwhile.
    world.pass(tier.for.milliseconds + evaluation.milliseconds, {
      errorRatio: 0,
      eventsPerSecond: 0,
    });
    return world.now;
  };
  const quiet = pass(crossing.milliseconds - evaluation.milliseconds);
  const notified = pass(2 * evaluation.milliseconds);
  return [
    {
      name: "low traffic",
      interval: step.toString(),
      evaluationInterval: evaluation.toString(),
      series: world.series,
      checks: [
        { kind: "firing", at: at(quiet), count: 0 },
        { kind: "firing", at: at(notified), count: 1 },
      ],
    },
  ];
}

/**
 * Counters that do not grow, moments without samples: there is no ratio, so the alert must not
 * fire.
 */
const noTraffic = (subject: TierUnderTest): ProofTest =>
  steady(
    subject,
    "no traffic",
    { errorRatio: 0, eventsPerSecond: 0 },
    (time) => [
      { kind: "firing", at: time, count: 0 },
      ...(subject.slo.kind === "request"
        ? [
            {
              kind: "samples" as const,
              at: time,
              expr: `count({__name__=~"slo:sli_error:.*", system="${subject.system}", slo="${subject.slo.name}"})`,
              samples: [],
            },
          ]
        : []),
    ],
    (world) => {
      if (subject.slo.kind === "request") return;
      for (const series of Object.keys(subject.slo.examples.good)) {
        world.forget(series);
      }
    },
  );

/**
 * Another system's SLO with the same name burns, and another SLO of the same system: neither may
 * fire this alert.
 */
function burningNeighbours(subject: TierUnderTest): ProofTest {
  const { tier, system, slo } = subject;
  const burning = [
    `system="neighbour", slo="${slo.name}"`,
    `system="${system}", slo="another"`,
  ].flatMap((labels): readonly (readonly [string, string])[] => [
    [`${SLO_SERIES.errorRatio(tier.long)}{${labels}}`, "1x60"],
    [`${SLO_SERIES.errorRatio(tier.short)}{${labels}}`, "1x60"],
    [`${SLO_SERIES.events("bad", tier.long)}{${labels}}`, "100x60"],
  ]);
  const calm = steady(subject, "neighbours burn", { errorRatio: 0 }, firing(0));
  return {
    ...calm,
    series: {
      ...calm.series,
      ...Object.fromEntries(burning),
    },
  };
}
