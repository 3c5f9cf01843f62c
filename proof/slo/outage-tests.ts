import { minutes, seconds } from "../../model/duration";
import type { BudgetedSlo } from "../../model/slo";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { DAY } from "../../prometheus/slo/slo-windows";
import { BASE_WINDOW } from "../../prometheus/slo/tiles";
import type { ProofTest } from "../proof-subject";
import { lengthOf, readValues } from "../series-values";
import { groupByLabels } from "./expected-alert";
import { World, at } from "./world";
import type { Weather } from "./world";

const MINUTE = minutes(1).milliseconds;

/** A probe of a system at one address. */
const probed = (system: string, probe: string, instance: string): string =>
  `probe_success{system="${system}", probe="${probe}", instance="${instance}"}`;

/**
 * Adds a probe that succeeds throughout to the worlds of an SLO, so that what stops in them is no
 * outage. Worlds with a probe of their own, and those of a rule alone, stay as they are.
 */
export const whileProbed = (
  { outage }: BudgetedSlo,
  system: string,
  tests: readonly ProofTest[],
): readonly ProofTest[] =>
  outage === undefined
    ? tests
    : tests.map((test) =>
        test.alone === true ||
        Object.keys(test.series).some((series) =>
          series.startsWith("probe_success"),
        )
          ? test
          : {
              ...test,
              series: {
                ...test.series,
                [probed(system, outage.probe, "a")]: `1x${String(
                  Math.max(
                    0,
                    ...Object.values(test.series).map((values) =>
                      lengthOf(readValues(values)),
                    ),
                  ),
                )}`,
              },
            },
      );

/** Tests what counts as an outage: the probe, its absence, and that of all pods. */
export function outageTests(
  { name, outage }: BudgetedSlo,
  system: string,
): readonly ProofTest[] {
  if (outage === undefined) return [];
  const { probe } = outage;
  const own = `{system="${system}", slo="${name}"}`;
  const pod = (of: string, values: string) => ({
    [`up{system="${of}", app="api", pod="a"}`]: values,
  });
  const address = (instance: string, values: string) => ({
    [probed(system, probe, instance)]: values,
  });
  /** Probes of others, and targets that are no pods. */
  const others = (values: string) => ({
    [probed(system, "another", "a")]: values,
    [probed("neighbour", probe, "a")]: values,
    [`up{system="${system}", job="exporter"}`]: "1x10",
    ...pod("neighbour", "1x10"),
  });
  const evaluated = (values: string) => ({
    [`${SLO_SERIES.objective}${own}`]: values,
    [`${SLO_SERIES.objective}{system="${system}", slo="another"}`]: "_x12",
    [`${SLO_SERIES.objective}{system="neighbour", slo="${name}"}`]: "_x12",
  });
  const test = (
    title: string,
    series: ProofTest["series"],
    value: 0 | 1,
  ): ProofTest => ({
    name: title,
    interval: "1m",
    evaluationInterval: "1m",
    alone: true,
    series,
    checks: [
      {
        kind: "samples",
        at: "10m",
        expr: "$rule",
        samples: [{ labels: `$rule${own}`, value }],
      },
    ],
  });
  const minuteAgo = evaluated("1x9 _");
  return [
    test(
      "the probe succeeds at one of two addresses",
      {
        ...address("a", "0x10"),
        ...address("b", "1x10"),
        ...others("0x10"),
        ...minuteAgo,
      },
      0,
    ),
    test(
      "the probe fails at every address, although a pod answers",
      {
        ...address("a", "0x10"),
        ...address("b", "0x10"),
        ...others("1x10"),
        ...pod(system, "1x10"),
        ...minuteAgo,
      },
      1,
    ),
    test("no probe and no pod is left", { ...others("1x10"), ...minuteAgo }, 1),
    test(
      "no probe and no pod is left, while those of others fail",
      { ...others("0x10"), ...minuteAgo },
      1,
    ),
    test(
      "the probe succeeds, and no pod is discovered",
      { ...address("a", "1x10"), ...others("0x10"), ...minuteAgo },
      0,
    ),
    test(
      "nobody probes, and pods answer",
      { ...others("0x10"), ...pod(system, "1x10"), ...minuteAgo },
      0,
    ),
    test(
      "nobody probes or scrapes: pods exist, but all answers are missing",
      { ...others("0x10"), ...pod(system, "0x10"), ...minuteAgo },
      0,
    ),
    test(
      "Prometheus starts again after two minutes",
      { ...others("1x10"), ...evaluated("1x8 _ _") },
      0,
    ),
    test(
      "Prometheus evaluates for the first time",
      {
        ...others("1x10"),
        ...evaluated("_x10"),
        [`${SLO_SERIES.objective}{system="${system}", slo="another"}`]: "1x10",
        [`${SLO_SERIES.objective}{system="neighbour", slo="${name}"}`]: "1x10",
      },
      0,
    ),
  ];
}

/** How many minutes of recorded series lie before the moment that is tested. */
const LENGTH = 90;
/** Events per second, as they usually are: `rate1d`. */
const USUAL = 2;

/**
 * Tests how many events are missing, with raw traffic and with given recorded series: the mean of
 * the day, whether the SLO is known, and the minutes of an outage.
 */
export function missingTests(
  slo: BudgetedSlo,
  system: string,
): readonly ProofTest[] {
  const request = slo.kind === "request";
  const step = request ? minutes(1) : seconds(30);
  const groupBy = Object.entries(groupByLabels(slo))
    .map(([label, value]) => `, ${label}="${value}"`)
    .join("");
  const own = `{system="${system}", slo="${slo.name}"${groupBy}}`;
  const others = [
    `{system="${system}", slo="another"${groupBy}}`,
    `{system="neighbour", slo="${slo.name}"${groupBy}}`,
  ];
  const given = (
    title: string,
    {
      weather,
      outage,
      value,
      known = `1x${String(LENGTH)}`,
      alone = false,
    }: {
      /** What comes, minute by minute or always the same. @default no series of it */
      readonly weather?: Weather | readonly Weather[];
      /** Whether there is one in the last minutes; none before. */
      readonly outage: string;
      readonly value: number | "nothing";
      readonly known?: string;
      /** Whether there is no other SLO. */
      readonly alone?: boolean;
    },
  ): ProofTest => {
    const before = `0x${String(LENGTH - lengthOf(readValues(outage)))} `;
    return {
      name: title,
      interval: step.toString(),
      evaluationInterval: at(LENGTH * MINUTE),
      series: {
        ...(weather === undefined ? {} : traffic(slo, step, weather)),
        ...spread(
          {
            [`${SLO_SERIES.events("total", DAY)}${own}`]: `${String(USUAL)}x${String(LENGTH)}`,
            [`${SLO_SERIES.events("total", BASE_WINDOW)}${own}`]: known,
            [`${SLO_SERIES.outage}{system="${system}", slo="${slo.name}"}`]: `${before}${outage}`,
            ...Object.fromEntries(
              (alone ? [] : others).flatMap((labels) => [
                [
                  `${SLO_SERIES.events("total", DAY)}${labels}`,
                  `${String(USUAL * 7)}x${String(LENGTH)}`,
                ],
                [
                  `${SLO_SERIES.events("total", BASE_WINDOW)}${labels}`,
                  `7x${String(LENGTH)}`,
                ],
                [
                  `${SLO_SERIES.outage}${labels}`,
                  `0x${String(LENGTH - 5)} 1 1 1 0 1`,
                ],
              ]),
            ),
          },
          MINUTE / step.milliseconds,
        ),
      },
      checks: [
        {
          kind: "samples",
          at: at(LENGTH * MINUTE),
          expr: "$rule",
          samples:
            value === "nothing"
              ? []
              : [{ labels: `$rule${own}`, value: value * USUAL }],
        },
      ],
    };
  };
  const all = "1 1 1 1 1";
  const rate = (share: number): Weather => ({
    errorRatio: 0,
    eventsPerSecond: USUAL * share,
  });
  return [
    given("nothing is left for five minutes", { outage: all, value: 1 }),
    given("nothing is left for two of five minutes", {
      outage: "0 0 0 1 1",
      value: 0.4,
    }),
    given("no other SLO has events", { outage: all, alone: true, value: 1 }),
    given("an outage that is over for five minutes", {
      outage: "1 1 1 1 1 0 0 0 0 0",
      value: "nothing",
    }),
    given("an outage that nobody saw", {
      outage: "_x5",
      value: "nothing",
    }),
    given("it was known at four moments of the last hour", {
      outage: all,
      known: "_x50 1x34 _x5",
      value: 1,
    }),
    given("it was known at three moments of the last hour", {
      outage: all,
      known: "_x50 1x24 _x15",
      value: "nothing",
    }),
    given("it was known until an hour ago", {
      outage: all,
      known: "1x34 _x55",
      value: "nothing",
    }),
    ...(request
      ? [
          given("everything comes although the probe fails", {
            weather: rate(1),
            outage: all,
            value: "nothing",
          }),
          given("its counters stand still", {
            weather: rate(0),
            outage: all,
            value: 1,
          }),
          given("three quarters come", {
            weather: rate(0.75),
            outage: all,
            value: 0.25,
          }),
          // One of the four increases within the base window, which `rate` scales up to five.
          given("all come in one minute, four minutes ago", {
            weather: [
              ...Array.from({ length: LENGTH - 4 }, () => rate(0)),
              rate(1),
              ...Array.from({ length: 3 }, () => rate(0)),
            ],
            outage: all,
            value: 0.75,
          }),
          given("more than all come", {
            weather: rate(1.5),
            outage: all,
            value: "nothing",
          }),
        ]
      : [
          // One at a time, half of what is given as usual.
          given("every moment is measured although the probe fails", {
            weather: rate(1),
            outage: all,
            value: 0.5,
          }),
          // Four of the ten samples within the base window.
          given("two of five minutes are measured", {
            weather: [
              ...Array.from({ length: LENGTH - 2 }, () => rate(0)),
              rate(1),
              rate(1),
            ],
            outage: all,
            value: 0.8,
          }),
        ]),
  ];
}

/** Raw series of the SLO up to the tested moment. */
function traffic(
  slo: BudgetedSlo,
  step: ReturnType<typeof minutes>,
  weather: Weather | readonly Weather[],
): ProofTest["series"] {
  const world = new World(slo, step, 1);
  for (let minute = 0; minute < LENGTH; minute += 1) {
    const now = "errorRatio" in weather ? weather : weather[minute];
    if (now !== undefined) world.pass(MINUTE, now);
  }
  return world.series;
}

/** Leaves gaps between the samples of each minute, for worlds with a shorter step. */
const spread = (
  series: ProofTest["series"],
  times: number,
): ProofTest["series"] =>
  Object.fromEntries(
    Object.entries(series).map(([name, values]) => [
      name,
      values
        .split(" ")
        .flatMap((token) => samplesOf(token))
        .join(` ${"_ ".repeat(times - 1)}`),
    ]),
  );

/** `1x9` is ten samples, `_x9` nine gaps. */
function samplesOf(token: string): readonly string[] {
  const [value = "", count = ""] = token.split("x");
  const length = value === "_" ? Number(count || 1) : Number(count || 0) + 1;
  return Array.from({ length }, () => value);
}
