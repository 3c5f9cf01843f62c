import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { seriesOf, unrelatedSeries } from "../series";
import { alertOf } from "./expected-texts";
import type { AlertFields } from "./expected-texts";

const unrelated = (selector: string, values: string): InputSeries =>
  Object.fromEntries(
    unrelatedSeries(selector, { [seriesOf(selector)]: 1 })
      .flatMap((each) => Object.keys(each))
      .map((each) => [each, values]),
  );

const together = (worlds: readonly InputSeries[]): InputSeries =>
  Object.fromEntries(worlds.flatMap((world) => Object.entries(world)));

/**
 * An alert on a system's probe that fails at every address or is absent. Both conditions set the
 * label `probe`, so a probe that fails first and is then absent is one alert.
 */
export function systemDown({
  key,
  probe = "health",
  besides,
  ...fields
}: AlertFields & {
  /** Key of the system. */
  readonly key: string;
  /** Value of the label `probe`. @default "health" */
  readonly probe?: string;
  /**
   * Label `probe` of another probe that fails whenever the whole system does, and has its own
   * alert. This alert fires only while that probe succeeds, so that one outage pages once.
   * @default none
   */
  readonly besides?: string;
}): AlertDeclaration {
  const success = `probe_success{system="${key}", probe="${probe}"}`;
  const at = (instance: string): string => seriesOf(success, { instance });
  const pending = fields.for.seconds / 60;
  const others = unrelated(success, "1x15");
  const down = `max by (probe) (${success}) == 0 or absent(${success})`;
  const other = besides === undefined ? undefined : otherProbe(key, besides);
  const expect = [{ labels: { probe } }];
  return alertOf(fields, {
    expr:
      other === undefined
        ? down
        : `(${down})\n  and on () max(${other.success}) == 1`,
    proof: {
      fires: [
        {
          series: {
            ...others,
            ...other?.answers,
            [at("a")]: "1x5 0x10",
            [at("b")]: "1x5 0x10",
          },
          at: minutes(6 + pending),
          expect,
        },
        {
          // The probe is absent; its last sample counts for five minutes.
          series: { ...others, ...other?.answers },
          at: minutes(4 + pending),
          expect,
        },
      ],
      quiet: [
        {
          // It succeeds again just in time.
          series: {
            ...other?.answers,
            [at("a")]: `1x5 0x${String(pending - 1)} 1x10`,
          },
          at: minutes(6 + pending),
        },
        {
          // One of two addresses succeeds, while other probes and other systems fail.
          series: {
            ...unrelated(success, "0x15"),
            ...other?.answers,
            [at("a")]: "0x15",
            [at("b")]: "1x15",
          },
          at: minutes(7 + pending),
        },
        {
          // Prometheus restarts: four minutes without samples.
          series: { ...other?.answers, [at("a")]: "1x5 _x4 1x10" },
          at: minutes(9),
        },
        ...(other === undefined
          ? []
          : [
              // The whole system fails, which has its own alert; or the other probe is absent.
              { series: { ...other.fails, [at("a")]: "0x15" }, at: minutes(9) },
              { series: { [at("a")]: "0x15" }, at: minutes(9) },
            ]),
      ],
    },
  });
}

/**
 * Another probe of a system: while it succeeds at one of two addresses, and while it fails; others
 * of its kind have the opposite result.
 */
function otherProbe(key: string, probe: string) {
  const success = `probe_success{system="${key}", probe="${probe}"}`;
  const at = (instance: string): string => seriesOf(success, { instance });
  return {
    success,
    answers: {
      ...unrelated(success, "0x30"),
      [at("a")]: "1x30",
      [at("b")]: "0x30",
    },
    fails: { ...unrelated(success, "1x30"), [at("a")]: "0x30" },
  };
}

/**
 * An alert on a kind of target that is down, or on an absent metric that must always be exposed:
 * alerts that read it cannot fire. Probes and exporters carry the system too, but no `app`, so they
 * do not count as its own targets. However much is absent, it is one alert, with only its own
 * labels. The service names it in `noData`.
 */
export function metricsAbsent({
  key,
  apps,
  metric,
  ...fields
}: AlertFields & {
  /** Key of the system. */
  readonly key: string;
  /** Kinds of targets, by the label `app` of their samples: each must have one that is up. */
  readonly apps: readonly [string, ...string[]];
  /** Selector of a series that is exposed from the start: `api_requests_total{system="shop"}`. */
  readonly metric: string;
}): AlertDeclaration {
  const ups = apps.map((app) => `up{system="${key}", app="${app}"}`);
  const pods = (up: string, a: string, b: string): InputSeries => ({
    [seriesOf(up, { pod: "a" })]: a,
    [seriesOf(up, { pod: "b" })]: b,
  });
  const all = (selectors: readonly string[]): InputSeries =>
    together(selectors.map((up) => pods(up, "1x30", "1x30")));
  const counted = { [seriesOf(metric)]: "0+10x30" };
  const pending = fields.for.seconds / 60;
  // Series that are always up but do not count as its targets.
  const others: InputSeries = {
    ...together(ups.map((up) => unrelated(up, "1x30"))),
    ...unrelated(metric, "0+10x30"),
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
              // Its pods are discovered but down.
              series: { ...rest, ...pods(up, "1x5 0x30", "1x5 0x30") },
              at: minutes(6 + pending),
            },
            // They are not discovered; their last samples count for five minutes.
            { series: rest, ...gone },
          ];
        }),
        // Targets are up, but the metric is absent.
        { series: { ...others, ...all(ups) }, ...gone },
        // Only series of others exist: one alert.
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
