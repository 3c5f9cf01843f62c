import type { Duration } from "../duration";
import type { LogAlert, LogStream } from "../log-alert";
import type { Problem } from "../problem";
import { STREAM_LABELS, isStreamLabel } from "../stream-labels";

/** Checks that the cases of an alert on logs can be written to Loki and last long enough. */
export function checkLogProof(
  path: string,
  { proof, for: waits }: LogAlert,
): readonly Problem[] {
  const cases = [...proof.fires, ...proof.quiet];
  return [
    ...cases.flatMap(({ name, streams }) =>
      checkStreams(`${path} case "${name}"`, streams),
    ),
    ...proof.fires.flatMap(({ name, at, until }) => [
      ...checkMoment(`${path} case "${name}"`, "at", at),
      ...checkMoment(`${path} case "${name}"`, "until", until),
      ...(at.milliseconds < waits.milliseconds
        ? [
            {
              path: `${path} case "${name}"`,
              message:
                "fires before the condition has held as long as the alert requires",
              got: at.toString(),
              allowed: `${waits.toString()} or more`,
              next: "let the lines go on for longer",
            },
          ]
        : []),
      ...(until.milliseconds <= at.milliseconds
        ? [
            {
              path: `${path} case "${name}"`,
              message: "ends before it fires",
              got: `${until.toString()}, fires at ${at.toString()}`,
              next: "correct until: the first second at which the condition holds no more",
            },
          ]
        : []),
    ]),
  ];
}

function checkStreams(
  path: string,
  streams: readonly LogStream[],
): readonly Problem[] {
  const lines = streams.flatMap(({ lines: written }) => written);
  return [
    ...(lines.length === 0
      ? [
          {
            path,
            message: "there are no lines to evaluate",
            next: "add the lines that the application writes then",
          },
        ]
      : []),
    ...streams.flatMap(({ labels }) =>
      Object.keys(labels)
        .filter((label) => !isStreamLabel(label))
        .map((label) => ({
          path,
          message: `no stream has the label "${label}"`,
          allowed: STREAM_LABELS.join(", "),
          next: "write it as a field of the line",
        })),
    ),
    ...lines.flatMap(({ from, to, every }) =>
      Object.entries({ from, to, every }).flatMap(([what, moment]) =>
        moment === undefined ? [] : checkMoment(path, what, moment),
      ),
    ),
    ...(lines.some(({ every }) => every?.milliseconds === 0)
      ? [
          {
            path,
            message: "a repeated line needs an interval",
            next: "make every 1 second or more",
          },
        ]
      : []),
  ];
}

/** Cases are evaluated by the second. */
const checkMoment = (
  path: string,
  what: string,
  moment: Duration,
): readonly Problem[] =>
  moment.milliseconds >= 0 && Number.isInteger(moment.seconds)
    ? []
    : [
        {
          path,
          message: `${what} out of range`,
          got: moment.toString(),
          allowed: "whole seconds from the beginning of the case",
          next: "correct it",
        },
      ];
