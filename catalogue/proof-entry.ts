import type { AlertProof, QuietCase } from "../model/alert-proof";
import type { LogAlertProof, LogStream } from "../model/log-alert";
import type {
  LinesCaseEntry,
  LinesProofEntry,
  SeriesCaseEntry,
  SeriesProofEntry,
} from "./alert-form";

/** The cases of an alert on metrics. */
export const seriesProof = ({
  fires,
  quiet,
  equivalent,
}: AlertProof): SeriesProofEntry => ({
  kind: "series",
  fires: fires.map((one) => ({
    ...seriesCase(one),
    expect: one.expect,
    before: one.before,
    resolves:
      one.resolves === undefined
        ? undefined
        : {
            series: one.resolves.series,
            after: one.resolves.after.toString(),
          },
  })),
  quiet: quiet.map(seriesCase),
  equivalent,
});

const seriesCase = ({
  series,
  at,
  interval,
  evaluation,
  only,
}: QuietCase): SeriesCaseEntry => ({
  series,
  at: at.toString(),
  interval: interval?.toString(),
  evaluation: evaluation?.toString(),
  only,
});

/** The cases of an alert on logs. */
export const linesProof = ({
  fires,
  quiet,
}: LogAlertProof): LinesProofEntry => ({
  kind: "lines",
  fires: fires.map((one) => ({
    ...linesCase(one),
    at: one.at.toString(),
    until: one.until.toString(),
    expect: one.expect,
  })),
  quiet: quiet.map(linesCase),
});

const linesCase = ({
  name,
  streams,
}: {
  readonly name: string;
  readonly streams: readonly LogStream[];
}): LinesCaseEntry => ({
  name,
  streams: streams.map(({ labels, lines }) => ({
    labels,
    lines: lines.map(({ line, from, to, every }) => ({
      line,
      from: from?.toString(),
      to: to?.toString(),
      every: every?.toString(),
    })),
  })),
});
