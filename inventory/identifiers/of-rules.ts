import {
  SYSTEM_LABEL,
  logGroupsOf,
  metricGroupsOf,
  objectsOf,
} from "../synthesised-stack";
import type {
  RuleGroup,
  StackOnDisk,
  SynthesisedObject,
} from "../synthesised-stack";
import { withLabels } from "./lines";
import type { Lines } from "./lines";
import { rulesOfGrafana } from "./rules-of-grafana";

/**
 * Alerts and recorded series with their labels, names of rule groups, and addresses of runbook
 * pages.
 */
export function identifiersOfRules(onDisk: StackOnDisk): Lines {
  const objects = objectsOf(onDisk);
  const onMetrics = objects.flatMap((object) => metricGroupsOf(object));
  const onLogs = objects.flatMap((object) => logGroupsOf(object));
  const systems = new Set(objects.map(systemOf));
  return [
    ["alerts", alertsIn(onMetrics)],
    ["log-alerts", alertsIn(onLogs)],
    ["rule-groups", [...onMetrics, ...onLogs].map(({ name }) => name)],
    [
      "runbooks",
      [...onMetrics, ...onLogs]
        .flatMap(({ rules }) => rules)
        .concat(rulesOfGrafana(onDisk))
        .flatMap(({ annotations }) => annotations?.["runbook_url"] ?? [])
        .map(pathOf),
    ],
    ...[...systems].flatMap((system) => {
      const series = objects
        .filter((object) => systemOf(object) === system)
        .flatMap((object) => metricGroupsOf(object))
        .flatMap(({ rules }) => rules)
        .flatMap(({ record, labels }) =>
          record === undefined ? [] : withLabels(record, labels),
        );
      return series.length === 0 ? [] : [[`series/${system}`, series] as const];
    }),
  ];
}

const alertsIn = (groups: readonly RuleGroup[]): readonly string[] =>
  groups
    .flatMap(({ rules }) => rules)
    .flatMap(({ alert, labels }) =>
      alert === undefined ? [] : withLabels(alert, labels),
    );

/** The address of a page from its host on. */
const pathOf = (url: string): string => {
  const { pathname, hash } = new URL(url);
  return `${pathname}${hash}`;
};

const systemOf = ({ metadata }: SynthesisedObject): string =>
  metadata.labels[SYSTEM_LABEL] ?? "";
