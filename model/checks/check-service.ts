import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkAlerts } from "./check-alerts";
import type { AlertCheckContext } from "./check-alerts";
import { checkDocument } from "./check-document";
import { checkRecurringTasks } from "./check-recurring-tasks";
import { checkMetrics } from "./check-metrics";
import { checkTypical } from "./check-typical";
import { checkParts } from "./check-parts";
import { checkReleaseGate } from "./check-release-gate";
import { checkSavedQueries } from "./check-saved-queries";
import { checkSlos } from "./check-slos";
import { checkTeam } from "./check-team";
import { checkTraces } from "./check-traces";
import { RECORD_NAME, checkKebab, oneOf, repeated } from "./names";
import { notNegative, scrapeStep, whole } from "./values/quantities";

/** All mistakes of one declaration that can be found without parsing its queries. */
export const checkService = (
  service: Service,
  context: AlertCheckContext,
): readonly Problem[] => [
  ...checkIdentity(service),
  ...checkDocument(service),
  ...checkTeam(service),
  ...checkParts(service),
  ...checkIntervals(service),
  ...checkAmounts(service),
  ...checkNames(service),
  ...checkRecords(service),
  ...checkMetrics(service),
  ...checkTypical(service),
  ...checkAlerts(service, context),
  ...checkSlos(service),
  ...checkStaleness(service),
  ...checkSavedQueries(service),
  ...checkTraces(service),
  ...checkRecurringTasks(service),
  ...checkReleaseGate(service),
];

function checkIdentity(service: Service): readonly Problem[] {
  const path = `services/${service.key}`;
  return [
    ...checkKebab(path, "key", service.key),
    ...checkKebab(path, "namespace", service.namespace),
    ...oneOf(path, "reads", service.reads ?? "own", ["own", "every-system"]),
    ...(service.displayName.trim() === ""
      ? [
          {
            path,
            message: "displayName must not be empty",
            next: "name it as people do",
          },
        ]
      : []),
  ];
}

/** Intervals of targets and probes are checked with their other fields. */
function checkIntervals(service: Service): readonly Problem[] {
  const path = `services/${service.key}`;
  return [
    ...service.recording.flatMap(({ name, interval }) =>
      scrapeStep(`${path} recording group "${name}" interval`, interval),
    ),
    ...scrapeStep(`${path} alertInterval`, service.alertInterval),
  ];
}

/** Series that it may have, and what it sends besides metrics. */
const checkAmounts = ({
  key,
  seriesBudget,
  logs,
  traces,
}: Service): readonly Problem[] => [
  ...(seriesBudget === undefined
    ? []
    : whole(1, 100_000_000)(`services/${key} seriesBudget`, seriesBudget)),
  ...(logs?.linesPerSecond === undefined
    ? []
    : notNegative(`services/${key} logs.linesPerSecond`, logs.linesPerSecond)),
  ...(traces?.kind !== "sent" || traces.spansPerSecond === undefined
    ? []
    : notNegative(
        `services/${key} traces.spansPerSecond`,
        traces.spansPerSecond,
      )),
];

function checkNames(service: Service): readonly Problem[] {
  const names = [
    ...service.targets.map(({ name }) => name),
    ...service.probes.map(({ name }) => name),
    ...service.exporters.map(({ name }) => name),
  ];
  return [
    ...names.flatMap((name) =>
      checkKebab(`services/${service.key} target "${name}"`, "name", name),
    ),
    ...repeated(names).map((name) => ({
      path: `services/${service.key} target "${name}"`,
      message: "the name is used twice",
      next: "rename one: they become objects in one namespace",
    })),
    ...repeated(service.recording.map(({ name }) => name)).map((name) => ({
      path: `services/${service.key} recording group "${name}"`,
      message: "the name is used twice",
      next: "rename one",
    })),
  ];
}

function checkRecords(service: Service): readonly Problem[] {
  return service.recording
    .flatMap(({ rules }) => rules)
    .filter(({ record }) => !RECORD_NAME.test(record))
    .map(({ record }) => ({
      path: `services/${service.key} recording rule "${record}"`,
      message: "a recorded name has the form level:metric:operation",
      got: record,
      next: "rename it",
    }));
}

function checkStaleness(service: Service): readonly Problem[] {
  const expressions = service.alerts.map(({ expr }) => expr).join("\n");
  return Object.entries(service.metrics)
    .filter(
      ([name, metric]) =>
        name.endsWith("_last_success_timestamp_seconds") &&
        metric.source !== "push" &&
        !expressions.includes(name),
    )
    .map(([name]) => ({
      path: `services/${service.key} metric "${name}"`,
      message: "no alert fires when the batch job stops",
      next: "declare an alert on the age of this timestamp",
    }));
}
