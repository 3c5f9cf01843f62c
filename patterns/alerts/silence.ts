import type { Alert } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { equalityMatchers, seriesOf, strangersOf } from "../series";
import { alertOf } from "./told";
import type { AlertFields } from "./told";

const strangers = (selector: string, values: string): InputSeries =>
  Object.fromEntries(
    strangersOf(selector, { [seriesOf(selector)]: 1 })
      .flatMap((each) => Object.keys(each))
      .map((each) => [each, values]),
  );

/**
 * The probe of a system fails at every address, or is not there: nobody can use it, or nobody knows.
 * Both carry the label `probe`, so that one that fails first and is gone then is one alert.
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
   * Label `probe` of one that has an alert of its own and fails whenever the whole system does: only while it succeeds does this
   * alert fire, so that one outage pages once. @default none
   */
  readonly besides?: string;
}): Alert {
  const success = `probe_success{system="${key}", probe="${probe}"}`;
  const at = (instance: string): string => seriesOf(success, { instance });
  const pending = fields.for.seconds / 60;
  const others = strangers(success, "1x15");
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
            ...strangers(success, "0x15"),
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

/** Another probe of a system: while it answers at one of two addresses, and while it fails; others of its kind say the opposite. */
function otherProbe(key: string, probe: string) {
  const success = `probe_success{system="${key}", probe="${probe}"}`;
  const at = (instance: string): string => seriesOf(success, { instance });
  return {
    success,
    answers: {
      ...strangers(success, "0x30"),
      [at("a")]: "1x30",
      [at("b")]: "0x30",
    },
    fails: { ...strangers(success, "1x30"), [at("a")]: "0x30" },
  };
}

/**
 * No target of a system answers, or what it must always expose is missing: all its other alerts are blind.
 * The service names it in `noData`.
 */
export function metricsAbsent({
  targets,
  metric,
  ...fields
}: AlertFields & {
  /** Matchers of `up`, without braces: `system="shop"`, with an `app` where others of the system do not stand for it. */
  readonly targets: string;
  /** Selector of what is exposed from the first second on: `api_requests_total{system="nebula"}`. */
  readonly metric: string;
}): Alert {
  const up = `up{${targets}}`;
  const answers = (pod: string): string => seriesOf(up, { pod });
  const counts = seriesOf(metric);
  const pending = fields.for.seconds / 60;
  const others = {
    ...strangers(up, "1x30"),
    ...strangers(metric, "0+10x30"),
  };
  const { system, ...labels } = equalityMatchers(metric);
  return alertOf(fields, {
    expr: `absent(${up} == 1) or absent(${metric})`,
    proof: {
      fires: [
        {
          series: {
            ...others,
            [answers("a")]: "1x5 0x30",
            [counts]: "0+10x30",
          },
          at: minutes(6 + pending),
        },
        {
          // Targets answer, but do not say what they should.
          series: { ...others, [answers("a")]: "1x30" },
          at: minutes(4 + pending),
          ...(Object.keys(labels).length === 0
            ? {}
            : {
                expect: [
                  {
                    labels: {
                      ...labels,
                      ...(system === undefined ? {} : { system }),
                    },
                  },
                ],
              }),
        },
      ],
      quiet: [
        {
          // One of two targets is gone: the other still sends metrics.
          series: {
            [answers("a")]: "0x30",
            [answers("b")]: "1x30",
            [counts]: "0+10x30",
          },
          at: minutes(10 + pending),
        },
      ],
    },
  });
}
