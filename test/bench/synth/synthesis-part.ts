import { markdownTable } from "../../../model/markdown-table";

/** What a whole process took, its start included. */
export interface Measurement {
  /** Of the processor. */
  readonly seconds: number;
  /** The most memory that it had at a time. */
  readonly mebibytes: number;
}

/** Both programs with as many services. */
export interface Row {
  readonly count: number;
  readonly bare: Measurement;
  readonly ours: Measurement;
}

const AIMS = {
  timesBare: 1.5,
  /** At the largest size. */
  seconds: 60,
  mebibytes: 1536,
  /** From the size before the largest to the largest, which is ten times as many. */
  growth: 12,
} as const;

/** The measurements as Markdown, each aim with what was measured. */
export const synthesisPart = (rows: readonly Row[]): string =>
  [
    markdownTable(
      ["services", "bare cdktf", "this project", "time ratio", "memory ratio"],
      rows.map(({ count, bare, ours }) => [
        count.toLocaleString("en"),
        cell(bare),
        cell(ours),
        (ours.seconds / bare.seconds).toFixed(2),
        (ours.mebibytes / bare.mebibytes).toFixed(2),
      ]),
    ),
    markdownTable(["aim", "at most", "measured", ""], aims(rows)),
  ].join("\n\n");

const cell = ({ seconds, mebibytes }: Measurement): string =>
  `${seconds.toFixed(1)} s, ${mebibytes.toFixed(0)} MiB`;

function aims(rows: readonly Row[]): readonly (readonly string[])[] {
  const [before, largest] = rows.slice(-2);
  const growth =
    before === undefined || largest === undefined
      ? []
      : [
          aim(
            `time at ${sizeOf(largest)}, times that at ${sizeOf(before)}`,
            AIMS.growth,
            largest.ours.seconds / before.ours.seconds,
          ),
        ];
  const top = rows.at(-1);
  return [
    ...rows.map((row) =>
      aim(
        `time at ${sizeOf(row)}, times bare cdktf`,
        AIMS.timesBare,
        row.ours.seconds / row.bare.seconds,
      ),
    ),
    ...growth,
    ...(top === undefined
      ? []
      : [
          aim(`seconds at ${sizeOf(top)}`, AIMS.seconds, top.ours.seconds),
          aim(`MiB at ${sizeOf(top)}`, AIMS.mebibytes, top.ours.mebibytes),
        ]),
  ];
}

const sizeOf = ({ count }: Row): string => count.toLocaleString("en");

const aim = (
  what: string,
  most: number,
  measured: number,
): readonly string[] => [
  what,
  String(most),
  measured.toFixed(measured < 100 ? 1 : 0),
  measured <= most ? "met" : "missed",
];
