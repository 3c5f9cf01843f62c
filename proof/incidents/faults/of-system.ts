import type { Service } from "../../../model/service";
import type { Fault } from "../incident";
import type { ObservedSeries } from "../../observed-series";
import { grown, set } from "./growth";

/** Chooses series. */
export type Choice = (series: ObservedSeries) => boolean;

/** Series of a system: those that carry its label, and those of its pods. */
export const ofSystem =
  ({ key, namespace, targets }: Service): Choice =>
  ({ labels }) =>
    labels["system"] === key ||
    (labels["system"] === undefined &&
      labels["namespace"] === namespace &&
      targets.some(({ app }) => labels["container"] === app));

/** What a probe from outside shows of a system. */
export const ofProbe: Choice = ({ labels }) => "probe" in labels;

/** Chosen series have no samples. */
export const without =
  (choice: Choice): Fault =>
  (world, stretch) =>
    world.map((series) =>
      choice(series) ? set(series, stretch, () => undefined) : series,
    );

/** Chosen series have another value. */
export const valued =
  (choice: Choice, value: (healthy: number, minute: number) => number): Fault =>
  (world, stretch) =>
    world.map((series) =>
      choice(series) ? set(series, stretch, value) : series,
    );

/** Chosen counters grow otherwise. */
export const growing =
  (choice: Choice, growth: (healthy: number) => number): Fault =>
  (world, stretch) =>
    world.map((series) =>
      choice(series) ? grown(series, stretch, growth) : series,
    );

/** A fault in every other minute. */
export const flapping =
  (fault: Fault): Fault =>
  (world, stretch) =>
    fault(world, { ...stretch, only: (minute) => minute % 2 === 0 });

/** Several faults at once. */
export const all =
  (...faults: readonly Fault[]): Fault =>
  (world, stretch) =>
    faults.reduce((changed, fault) => fault(changed, stretch), world);

/** Whether a series only ever grows, by its name as Prometheus's conventions have it. */
export const counts: Choice = ({ name }) =>
  /_(?:total|count|sum|bucket)$/u.test(name);

/**
 * The processes of chosen series start again, a few minutes late: their counters begin at 0.
 * @param renamed whether they come back under another pod's name, as after a deployment
 */
export const restarted =
  (choice: Choice, renamed: boolean): Fault =>
  (world, { from }) =>
    world.flatMap((series) => {
      if (!choice(series)) return [series];
      const back = from + AWAY;
      const start = series.values[back] ?? 0;
      const anew = series.values.map((value, minute) => {
        if (minute < back || value === undefined) return undefined;
        return counts(series) ? value - start : value;
      });
      const { pod } = series.labels;
      if (renamed && pod !== undefined) {
        return [
          {
            ...series,
            values: series.values.map((value, minute) =>
              minute < from ? value : undefined,
            ),
          },
          {
            ...series,
            labels: { ...series.labels, pod: `${pod}-new` },
            values: anew,
          },
        ];
      }
      return [
        {
          ...series,
          values: series.values.map((value, minute) =>
            minute < from ? value : anew[minute],
          ),
        },
      ];
    });

/** Minutes until a process answers again. */
const AWAY = 1;
