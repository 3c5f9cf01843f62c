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
 * The probe of a system fails at every address, or is not there: nobody can use it, or nobody
 * knows. Both carry the label `probe`, so that one that fails first and is gone then is one alert.
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
   * Label `probe` of one that has an alert of its own and fails whenever the whole system does:
   * only while it succeeds does this alert fire, so that one outage pages once. @default none
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
          // The probe is not there; the last that was heard of it counts for five minutes.
          series: { ...others, ...other?.answers },
          at: minutes(4 + pending),
          expect,
        },
      ],
      quiet: [
        {
          // It answers again just in time.
          series: {
            ...other?.answers,
            [at("a")]: `1x5 0x${String(pending - 1)} 1x10`,
          },
          at: minutes(6 + pending),
        },
        {
          // One of two addresses answers, while other probes and other systems fail.
          series: {
            ...unrelated(success, "0x15"),
            ...other?.answers,
            [at("a")]: "0x15",
            [at("b")]: "1x15",
          },
          at: minutes(7 + pending),
        },
        {
          // Prometheus restarts: nothing is heard for four minutes.
          series: { ...other?.answers, [at("a")]: "1x5 _x4 1x10" },
          at: minutes(9),
        },
        ...(other === undefined
          ? []
          : [
              // The system as a whole fails, which has an alert of its own; or nobody knows.
              { series: { ...other.fails, [at("a")]: "0x15" }, at: minutes(9) },
              { series: { [at("a")]: "0x15" }, at: minutes(9) },
            ]),
      ],
    },
  });
}

/**
 * Another probe of a system: while it answers at one of two addresses, and while it fails; others
 * of its kind say the opposite.
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
 * A kind of target of a system does not answer, or what must always be exposed is missing: alerts
 * that read it are blind. Probes and exporters carry the system too, but no `app`: they do not
 * stand for its own targets. However much is missing, it is one alert, with no labels but its own.
 * The service names it in `noData`.
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
  /** Selector of what is exposed from the first second on: `api_requests_total{system="shop"}`. */
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
  // What answers all the time and stands for none of them.
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
