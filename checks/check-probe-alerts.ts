import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import type { HttpProbe } from "../model/target";
import { readPattern } from "../model/re2-pattern";
import { selectorsIn } from "../query/promql/selectors-in";
import type { Matcher, Selector } from "../query/promql/tree";
import { alertsIn } from "../prometheus/rules/alert-rules";

/** The black-box exporter's result of each probe: 1 while it succeeds, 0 while it fails. */
const RESULT = "probe_success";

/**
 * Every probe that an environment runs and no alert of its system reads: nobody would be notified
 * when it fails. An alert may read it through a recording rule of its system. An alert whose
 * selector excludes the probe by name does not read it.
 */
export const checkProbeAlerts = (
  services: readonly Service[],
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  services.flatMap((service) =>
    service.probes.flatMap((probe) => {
      const blind = environments.filter(
        (environment) => !isRead(probe, service, environment),
      );
      return blind.length === 0
        ? []
        : [
            {
              path: `services/${service.key} probe "${probe.name}"`,
              message: `no alert of the system reads it in ${blind.map(({ name }) => name).join(" and ")}: nobody would be notified that it fails`,
              got: `${RESULT}{system="${service.key}", probe="${probe.probe}"}`,
              next: "add systemDown of patterns/alerts/absence.ts to the alerts, with a runbook page, or remove the probe",
            },
          ];
    }),
  );

function isRead(
  { name, probe }: HttpProbe,
  service: Service,
  environment: EnvironmentConfig,
): boolean {
  const labels = { system: service.key, probe, job: name };
  const recorded = new Map(
    service.recording.flatMap(({ rules }) =>
      rules.map(({ record, expr }) => [record, expr] as const),
    ),
  );
  const reads = (expr: string, seen: ReadonlySet<string>): boolean =>
    selectorsIn(expr).some((selector) => {
      const { name: series } = selector;
      if (series === RESULT) return selects(selector, labels);
      const source = series === undefined ? undefined : recorded.get(series);
      return (
        series !== undefined &&
        source !== undefined &&
        !seen.has(series) &&
        reads(source, new Set([...seen, series]))
      );
    });
  return alertsIn(environment, service).some(({ expr }) =>
    reads(expr, new Set()),
  );
}

/**
 * Whether a selector matches series with these labels. Its matchers on other labels, such as
 * `instance`, are ignored.
 */
const selects = (
  { matchers }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean =>
  matchers.every((matcher) => {
    const value = labels[matcher.label];
    return value === undefined || holds(matcher, value);
  });

function holds({ operator, value }: Matcher, actual: string): boolean {
  switch (operator) {
    case "=":
      return actual === value;
    case "!=":
      return actual !== value;
    case "=~":
      return readPattern(value).matches(actual);
    default:
      return !readPattern(value).matches(actual);
  }
}
