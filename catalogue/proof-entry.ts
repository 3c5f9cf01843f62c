import type { AlertProof, QuietCase } from "../model/alert-proof";
import type { LogAlertProof, LogStream } from "../model/log-alert";
import type {
  LinesCaseEntry,
  LinesProofEntry,
  SeriesCaseEntry,
  SeriesProofEntry,
} from "./alert-form";

// Keys are in the order of their letters, in which the file has them: then nothing is copied.

/** The cases of an alert on metrics. */
export const seriesProof = ({
  fires,
  quiet,
  equivalent,
}: AlertProof): SeriesProofEntry => ({
  equivalent,
  fires: fires.map((one) => ({
    at: one.at.toString(),
    before: one.before,
    evaluation: one.evaluation?.toString(),
    expect: one.expect,
    interval: one.interval?.toString(),
    only: one.only,
    resolves:
      one.resolves === undefined
        ? undefined
        : {
            after: one.resolves.after.toString(),
            series: one.resolves.series,
          },
    series: one.series,
  })),
  kind: "series",
  quiet: quiet.map(quietCase),
});

const quietCase = ({
  series,
  at,
  interval,
  evaluation,
  only,
}: QuietCase): SeriesCaseEntry => ({
  at: at.toString(),
  evaluation: evaluation?.toString(),
  interval: interval?.toString(),
  only,
  series,
});

/** The cases of an alert on logs. */
export const linesProof = ({
  fires,
  quiet,
}: LogAlertProof): LinesProofEntry => ({
  fires: fires.map((one) => ({
    at: one.at.toString(),
    expect: one.expect,
    name: one.name,
    streams: one.streams.map(streamEntry),
    until: one.until.toString(),
  })),
  kind: "lines",
  quiet: quiet.map(({ name, streams }) => ({
    name,
    streams: streams.map(streamEntry),
  })),
});

const streamEntry = ({
  labels,
  lines,
}: LogStream): LinesCaseEntry["streams"][number] => ({
  labels,
  lines: lines.map(({ line, from, to, every }) => ({
    every: every?.toString(),
    from: from?.toString(),
    line,
    to: to?.toString(),
  })),
});
