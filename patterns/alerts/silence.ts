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
