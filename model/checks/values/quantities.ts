import type { Bytes } from "../../bytes";
import { seconds, minutes, days } from "../../duration";
import type { Duration } from "../../duration";
import { must } from "./value-check";
import type { ValueCheck } from "./value-check";

/** A whole number between two, both inclusive. */
export const whole = (from: number, to: number): ValueCheck<number> =>
  must((value) => Number.isInteger(value) && value >= from && value <= to, {
    message: "is out of range",
    allowed: `a whole number from ${String(from)} to ${String(to)}`,
  });

/** The number of a port. */
export const port = must<number>(
  (value) => Number.isInteger(value) && value >= 1 && value <= 65_535,
  { message: "is not a port", allowed: "1 to 65535" },
);

/** A length of time between two, both inclusive. */
export const between = (from: Duration, to: Duration): ValueCheck<Duration> =>
  must(
    ({ milliseconds }) =>
      milliseconds >= from.milliseconds && milliseconds <= to.milliseconds,
    {
      message: "is out of range",
      allowed: `${from.toString()} to ${to.toString()}`,
    },
  );

/**
 * Time between two scrapes. Whole seconds: Kubernetes' objects and Grafana's pages have no finer
 * steps. An instant query looks back five minutes; with more than two between samples, one failed
 * scrape leaves a gap.
 */
export const scrapeStep: ValueCheck<Duration> = must(
  (value) =>
    value.milliseconds >= seconds(1).milliseconds &&
    value.milliseconds <= minutes(2).milliseconds &&
    Number.isInteger(value.seconds),
  {
    message: "is out of range",
    allowed: "whole seconds, 1s to 2m",
    next: "5s to 1m are common",
  },
);

/** How long anything is kept: ten years at most, since what is written grows with it. */
export const keptFor = between(seconds(1), days(3_650));

/** Memory of a container. Less than a mebibyte is a mistaken unit: no program starts with it. */
export const memory: ValueCheck<Bytes> = (path, value) =>
  value.bytes >= 1024 ** 2
    ? []
    : [
        {
          path,
          message: "is less than any program needs",
          got: `${String(value.bytes)} bytes`,
          allowed: "1 MiB or more",
          next: "write it with mebibytes() or gibibytes()",
        },
      ];

/** The size of a volume: clouds offer whole gibibytes. */
export const volumeSize: ValueCheck<Bytes> = (path, value) =>
  value.bytes >= 1024 ** 3
    ? []
    : [
        {
          path,
          message: "is too small for a volume",
          got: value.toKubernetes(),
          allowed: "1Gi or more",
          next: "write it with gibibytes()",
        },
      ];

/** Any number that can be written. */
export const finite = must<number>(Number.isFinite, {
  message: "is not a finite number",
});

/** A number of 0 or more. */
export const notNegative = must<number>(
  (value) => Number.isFinite(value) && value >= 0,
  { message: "is out of range", allowed: "a finite number, 0 or more" },
);
