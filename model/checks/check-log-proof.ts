import type { Duration } from "../duration";
import type { LogAlert, LogStream } from "../log-alert";
import type { Problem } from "../problem";
import { STREAM_LABELS, isStreamLabel } from "../stream-labels";

/** The cases of an alert on logs can be written to a Loki, and last long enough to be judged. */
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
              message: "fires before the condition can have held long enough",
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
            message: "there are no lines, so there is nothing to judge",
            next: "give it what the application writes at such a moment",
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
            message: "a line cannot be repeated without time between",
            next: "make every 1 second or more",
          },
        ]
      : []),
  ];
}

/** Lines are judged by the second. */
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
