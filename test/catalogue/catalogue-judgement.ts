import Ajv from "ajv";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import type { Catalogue } from "../../catalogue/form";
import schema from "../../docs/catalogue.schema.json";
import { decimal } from "../../model/decimal";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { logRuleGroups } from "../../prometheus/rules/log-rules";
import { ruleGroups } from "../../prometheus/rules/rule-groups";
import { renderPlaceholders } from "../../query/promql/placeholders";

const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

/** Errors of the schema validation of a catalogue. */
export const schemaErrors = (catalogue: Catalogue): readonly string[] => {
  validate(JSON.parse(JSON.stringify(catalogue)));
  return (validate.errors ?? []).map(
    ({ instancePath, message = "" }) => `${instancePath} ${message}`,
  );
};

/** Every alert that the rules of systems have, one text each. */
export const renderedAlerts = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] =>
  services.flatMap((service) => {
    const { recording, slos, alerts } = ruleGroups(service, environment);
    return [
      ...[...recording, ...slos, ...alerts],
      ...logRuleGroups(service, environment),
    ]
      .flatMap(({ rules }) => rules)
      .flatMap((rule) =>
        "alert" in rule
          ? [
              JSON.stringify({
                system: service.key,
                name: rule.alert,
                expr: rule.expr,
                for: rule.for,
                labels: rule.labels,
              }),
            ]
          : [],
      );
  });

/** Every alert of a catalogue as {@link renderedAlerts} has it, its thresholds filled in. */
const listedAlerts = ({ systems }: Catalogue): readonly string[] =>
  systems.flatMap(({ key, alerts }) =>
    alerts.map(({ name, expr, thresholds, labels, for: wait }) =>
      JSON.stringify({
        system: key,
        name,
        expr: renderPlaceholders(
          expr,
          Object.fromEntries(
            Object.entries(thresholds).map(([limit, { value }]) => [
              limit,
              decimal(value),
            ]),
          ),
        ),
        for: wait,
        labels,
      }),
    ),
  );

/** What one list has more often than the other. */
const missing = (
  all: readonly string[],
  others: readonly string[],
): readonly string[] => {
  const left = [...others];
  return all.filter((one) => {
    const found = left.indexOf(one);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
};

function receiverFaults(
  { chartAlerts, systems }: Catalogue,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] {
  const known = alertmanagerConfig(environment, services).receivers.map(
    ({ name }) => name,
  );
  const named = [
    ...chartAlerts.map(({ receiver }) => receiver),
    ...systems.flatMap(({ receivers }) =>
      receivers.map(({ receiver }) => receiver),
    ),
  ];
  return [
    ...named
      .filter((name) => !known.includes(name))
      .map((name) => `Alertmanager has no receiver ${name}`),
    ...systems.flatMap(({ key, alerts, receivers }) =>
      alerts
        .filter(
          ({ receiver }) =>
            receiver !== undefined &&
            !receivers.some((own) => own.receiver === receiver),
        )
        .map(({ name }) => `${name}: its receiver is none of ${key}`),
    ),
  ];
}

/**
 * What is wrong with a catalogue: against its schema, the rules and the receivers that are rendered
 * of the same declarations, and alerts without cases of a proof.
 */
export const catalogueFaults = (
  catalogue: Catalogue,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] => {
  const rendered = renderedAlerts(environment, services);
  const listed = listedAlerts(catalogue);
  return [
    ...schemaErrors(catalogue),
    ...missing(rendered, listed).map((alert) => `only rendered: ${alert}`),
    ...missing(listed, rendered).map((alert) => `only listed: ${alert}`),
    ...receiverFaults(catalogue, environment, services),
    ...catalogue.systems.flatMap(({ alerts }) =>
      alerts
        .filter(
          ({ origin, proof }) => (proof === undefined) !== (origin === "slo"),
        )
        .map(
          ({ name }) => `${name}: has no proof, or one though an SLO makes it`,
        ),
    ),
  ];
};

/** What a catalogue's file says that only a cluster's Secrets may hold. */
export const secretsNamed = (file: string): readonly string[] =>
  file.match(/"(secret|webhook|routingKey|credentials)"|alertmanager-slack/g) ??
  [];
