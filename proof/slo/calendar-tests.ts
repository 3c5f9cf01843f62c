import { days, hours } from "../../model/duration";
import { CALENDAR_MONTH, SLO_SERIES } from "../../prometheus/slo/slo-series";
import { DAY } from "../../prometheus/slo/slo-windows";
import type { ProofTest } from "../proof-subject";
import { at } from "./world";

/**
 * Noon of 31 March 1970, in the year in which promtool's time begins: the end of a long month with
 * complete days.
 */
const NOON = days(89).milliseconds + hours(12).milliseconds;
const HALF_DAYS = 180;
/** The midnight that ends 1 March. */
const FIRST = 60;

/** Values at midnights, which count if they belong to March, and at noons, which do not count. */
const series = (ofMarch: (midnight: number) => number, other: number): string =>
  Array.from({ length: HALF_DAYS }, (_, index) =>
    index % 2 === 0 && index / 2 >= FIRST ? ofMarch(index / 2) : other,
  ).join(" ");

/**
 * The month so far, from midnights: the first midnight belongs to the month before. The first day
 * differs from the others.
 */
export function calendarTests(
  record: string,
  system: string,
  slo: string,
): readonly ProofTest[] {
  const identity = `system="${system}", slo="${slo}"`;
  const events = (which: "bad" | "total") => SLO_SERIES.events(which, DAY);
  const month = {
    expr: `$rule{system="${system}"}`,
    samples: [{ labels: `$rule{system="${system}"}`, value: 3 }],
  };
  const ratio = {
    expr: "$rule",
    samples: [{ labels: `$rule{${identity}}`, value: 0.25 }],
  };
  return [
    {
      name: "the last day of a month",
      interval: "12h",
      evaluationInterval: at(NOON),
      series: {
        [`${events("bad")}{${identity}}`]: series(
          (midnight) => (midnight === FIRST ? 0.121 : 0.001),
          70,
        ),
        [`${events("total")}{${identity}}`]: series(() => 0.02, 100),
        [`${events("bad")}{system="${system}", slo="without-calendar"}`]:
          "1x180",
        [`${events("total")}{system="${system}", slo="without-calendar"}`]:
          "3x180",
        [`${events("bad")}{system="neighbour", slo="${slo}"}`]: "1x180",
        [`${events("total")}{system="neighbour", slo="${slo}"}`]: "3x180",
        [`${CALENDAR_MONTH}{system="neighbour"}`]: "3x180",
      },
      checks: [
        {
          kind: "samples",
          at: at(NOON),
          ...(record === CALENDAR_MONTH ? month : ratio),
        },
      ],
    },
    ...(record === CALENDAR_MONTH
      ? []
      : [
          {
            name: "a month without events",
            interval: "12h",
            evaluationInterval: at(NOON),
            series: {
              [`${events("bad")}{${identity}}`]: "0x180",
              [`${events("total")}{${identity}}`]: "0x180",
            },
            checks: [
              {
                kind: "samples" as const,
                at: at(NOON),
                expr: "$rule",
                samples: [],
              },
            ],
          },
        ]),
  ];
}
