import type { Alert } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { seriesOf, strangersOf } from "../series";
import { alertOf } from "./told";
import type { AlertFields } from "./told";

const strangers = (selector: string, values: string): InputSeries =>
  Object.fromEntries(
    strangersOf(selector, { [seriesOf(selector)]: 1 })
      .flatMap((each) => Object.keys(each))
      .map((each) => [each, values]),
  );

const together = (worlds: readonly InputSeries[]): InputSeries =>
  Object.fromEntries(worlds.flatMap((world) => Object.entries(world)));

/** The probe of a system fails at every address, or is not there: nobody can use it, or nobody knows. */
export function systemDown({
  key,
  probe = "health",
  ...fields
}: AlertFields & {
  /** Key of the system. */
  readonly key: string;
  /** Value of the label `probe`. @default "health" */
  readonly probe?: string;
}): Alert {
  const success = `probe_success{system="${key}", probe="${probe}"}`;
  const at = (instance: string): string => seriesOf(success, { instance });
  const pending = fields.for.seconds / 60;
  const others = strangers(success, "1x15");
  return alertOf(fields, {
    expr: `max(${success}) == 0 or absent(${success})`,
    proof: {
      fires: [
        {
          series: { ...others, [at("a")]: "1x5 0x10" },
          at: minutes(6 + pending),
        },
        {
          // The probe is not there; the last that was heard of it counts for five minutes.
          series: others,
          at: minutes(4 + pending),
          expect: [{ labels: { probe } }],
        },
      ],
      quiet: [
        {
          // It answers again just in time.
          series: {
            [at("a")]: `1x5 0x${String(pending - 1)} 1x10`,
          },
          at: minutes(6 + pending),
        },
        {
          // One of two addresses answers.
          series: { [at("a")]: "0x15", [at("b")]: "1x15" },
          at: minutes(7 + pending),
        },
      ],
    },
  });
}

/**
 * A kind of target of a system does not answer, or what must always be exposed is missing: alerts that read it are blind.
 * Probes and exporters carry the system too, but no `app`: they do not stand for its own targets. However much is missing, it is one
 * alert, with no labels but its own. The service names it in `noData`.
 */
export function metricsAbsent({
  key,
  apps,
  metric,
  ...fields
}: AlertFields & {
  /** Key of the system. */
  readonly key: string;
  /** Kinds of targets, by the label `app` that their samples carry: each must answer. */
  readonly apps: readonly [string, ...string[]];
  /** Selector of what is exposed from the first second on: `api_requests_total{system="nebula"}`. */
  readonly metric: string;
}): Alert {
  const ups = apps.map((app) => `up{system="${key}", app="${app}"}`);
  const pods = (up: string, a: string, b: string): InputSeries => ({
    [seriesOf(up, { pod: "a" })]: a,
    [seriesOf(up, { pod: "b" })]: b,
  });
  const all = (selectors: readonly string[]): InputSeries =>
    together(selectors.map((up) => pods(up, "1x30", "1x30")));
  const counted = { [seriesOf(metric)]: "0+10x30" };
  const pending = fields.for.seconds / 60;
  // What answers all the time and stands for none of them.
  const others: InputSeries = {
    ...together(ups.map((up) => strangers(up, "1x30"))),
    ...strangers(metric, "0+10x30"),
    [`up{system="${key}", job="${key}-health", probe="health"}`]: "1x30",
    [`up{system="${key}", job="${key}-redis-exporter"}`]: "1x30",
  };
  const gone = { at: minutes(4 + pending) };
  return alertOf(fields, {
    expr: `group(${[...ups.map((up) => `${up} == 1`), metric].map((each) => `absent(${each})`).join(" or ")})`,
    proof: {
      fires: [
        ...ups.flatMap((up) => {
          const rest = {
            ...others,
            ...all(ups.filter((each) => each !== up)),
            ...counted,
          };
          return [
            {
              // Its pods are there and do not answer.
              series: { ...rest, ...pods(up, "1x5 0x30", "1x5 0x30") },
              at: minutes(6 + pending),
            },
            // They are not there at all; the last that was heard of them counts for five minutes.
            { series: rest, ...gone },
          ];
        }),
        // Targets answer, but do not say what they should.
        { series: { ...others, ...all(ups) }, ...gone },
        // Nothing is there but what is of others: one alert.
        { series: others, ...gone },
      ],
      quiet: [
        {
          // One of two of each kind is gone: the other still sends metrics.
          series: {
            ...together(ups.map((up) => pods(up, "0x30", "1x30"))),
            ...counted,
          },
          at: minutes(10 + pending),
        },
      ],
    },
  });
}
