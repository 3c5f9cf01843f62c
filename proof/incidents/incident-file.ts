import type { EnvironmentConfig } from "../../model/environment";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import type { Rule } from "../../prometheus/rules/rule-group";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { alertRulesOf, recordingRulesOf } from "../rule-chain";
import { seriesText } from "../series-text";
import { writeRuns } from "../series-values";
import type { TestFile } from "../test-file";
import { ALERTS } from "./course";
import { incidentName, MINUTES, stretchOf } from "./incident";
import type { Incident } from "./incident";
import { healthySystem } from "./incident-world";
import type { HealthyEnvironment } from "./incident-world";
import type { ObservedSeries } from "../observed-series";
import { rulesConcerned } from "./rules-concerned";

/** What promtool is asked about an incident. */
export interface IncidentFile {
  readonly service: Service;
  readonly incident: Incident;
  readonly file: TestFile;
}

/** Name of the world of an incident, unique in an environment. */
export const fileName = (service: Service, incident: Incident): string =>
  `${service.key} ${incidentName(incident)}`;

/** The world of an incident, as promtool reads it, with the rules that it concerns. */
export function incidentFile(
  service: Service,
  incident: Incident,
  services: readonly Service[],
  environment: EnvironmentConfig,
  healthy: HealthyEnvironment,
): IncidentFile {
  // A system's queries read its own series; only those about every system read others' too.
  const readers = [service, ...services.filter(readsEverySystem)].filter(
    (each, place, all) => all.indexOf(each) === place,
  );
  const before = [
    ...ownSeries(service, incident, healthy),
    ...healthy.charts,
    ...services
      .filter((each) => each !== service)
      .flatMap(({ key, slos }) => slos.map((slo) => kept(key, slo.name))),
  ];
  const world = incident.fault(before, stretchOf(incident));
  const concerned = rulesConcerned(
    world,
    before,
    recordingRulesOf(readers, environment),
    readers.flatMap((each) => alertRulesOf(each, environment)),
  );
  const name = fileName(service, incident);
  return {
    service,
    incident,
    file: {
      name,
      subject: name,
      rules: concerned.rules.map(withoutTexts),
      evaluationInterval: "1m",
      groups: [
        {
          name,
          interval: "1m",
          input_series: concerned.series.map((series) => ({
            series: seriesText(series),
            values: writeRuns(series.values, incident.rest === undefined),
          })),
          alert_rule_test: [],
          promql_expr_test: Array.from(
            { length: MINUTES + 1 },
            (_, minute) => ({
              expr: ALERTS,
              eval_time: `${String(minute)}m`,
              exp_samples: [],
            }),
          ),
        },
      ],
      cost: concerned.rules.length * MINUTES,
    },
  };
}

/** What messages say changes nothing about when alerts fire, and texts change often. */
export const withoutTexts = (rule: Rule): Rule =>
  "alert" in rule ? { ...rule, annotations: {} } : rule;

/** An SLO of another system, which keeps its objective: rules about all SLOs read this of each. */
const kept = (system: string, slo: string): ObservedSeries => ({
  name: SLO_SERIES.violated,
  labels: { system, slo },
  values: Array.from({ length: MINUTES + 1 }, () => 0),
});

/** Its healthy series, with as much traffic as the incident is about. */
function ownSeries(
  service: Service,
  { traffic }: Incident,
  { systems }: HealthyEnvironment,
): readonly ObservedSeries[] {
  if (traffic === undefined) return systems.get(service) ?? [];
  const whole = healthySystem(service, 1);
  const growth = whole
    .filter(({ name }) => name === traffic.of)
    .reduce(
      (sum, { values }) => sum + (values.at(-1) ?? 0) - (values[0] ?? 0),
      0,
    );
  return healthySystem(service, (traffic.perMinute * MINUTES) / growth);
}
