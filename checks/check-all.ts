import { checkDashboards } from "../dashboards/check-dashboards";
import { withGeneratedDashboards } from "../dashboards/with-generated-dashboards";
import { allChartMetrics } from "../helm/all-chart-metrics";
import { checkLogQueries } from "../query/logql/check-log-queries";
import type { AlertCheckContext } from "../model/checks/check-alerts";
import { checkExpiry } from "../model/checks/check-notification";
import { checkChoices } from "../model/checks/check-choices";
import { checkEnvironment } from "../model/checks/check-environment";
import { checkEnvironmentShapes } from "../model/checks/check-environment-shapes";
import { checkPartShapes } from "../model/checks/check-parts";
import { checkShapes } from "../model/checks/check-shape";
import { checkEnvironments } from "../model/checks/check-environments";
import { checkWatches } from "../model/checks/check-second-path";
import { checkService } from "../model/checks/check-service";
import { checkServices } from "../model/checks/check-services";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";
import { wholeServices } from "../model/whole-service";
import { buildCatalogue } from "../prometheus/catalogue";
import { checkQueries } from "../query/promql/check-queries";
import { checkReportQueries } from "../query/promql/check-report-queries";
import { checkBudgets } from "../prometheus/cost/check-budgets";
import { checkSloWindows } from "../prometheus/slo/check-slo-windows";
import { costOf } from "./cost-of";
import { checkRouting } from "./routing/check-routing";
import { checkAlloy } from "./check-alloy";
import { checkLogAlerts } from "./check-log-alerts";
import { checkLogPipelines } from "./check-log-pipelines";
import { checkSloAlerts } from "../prometheus/slo/check-slo-alerts";
import { checkProbeAlerts } from "./check-probe-alerts";
import { checkIncidents } from "./check-incidents";
import { checkProbes } from "./check-probes";
import { checkRelatedAlerts } from "./check-related-alerts";
import { checkReadSeries } from "./check-read-series";
import { checkSilenceLabels } from "./check-silence-labels";
import { checkTypicalStated } from "./check-typical-stated";
import { checkReleaseSizes } from "./check-release-sizes";

/** What the checks need from outside the declarations: the repository and the date. */
export interface CheckContext extends AlertCheckContext {
  /** Time of the check: silences and maintenance windows may have expired. */
  readonly now: Date;
}

/**
 * Every problem of every declaration and environment, so that one run lists them all. A declaration
 * without its required fields is checked no further. A declaration or environment with problems is
 * not rendered, so its size is not checked.
 */
export function checkAll(
  environments: readonly EnvironmentConfig[],
  declarations: readonly ServiceDeclaration[],
  context: CheckContext,
): readonly Problem[] {
  const misshapen = [
    ...checkShapes(declarations),
    ...checkEnvironmentShapes(environments),
  ];
  if (misshapen.length > 0) return misshapen;
  const declared = wholeServices(declarations);
  const misshapenParts = declared.flatMap(checkPartShapes);
  if (misshapenParts.length > 0) return misshapenParts;
  const services = declared.map(withGeneratedDashboards);
  const catalogue = buildCatalogue(services, allChartMetrics);
  const problems = [
    ...checkSloWindows(),
    ...services.flatMap((service) => [
      ...checkService(service, context),
      ...checkQueries(service, catalogue),
      ...checkLogQueries(service, services, environments),
      ...checkLogAlerts(service),
    ]),
    ...checkServices(services),
    ...checkEnvironments(environments),
    ...checkChoices(services, environments),
    ...checkRelatedAlerts(services),
    ...checkReportQueries(services, catalogue),
    ...checkLogPipelines(services),
    ...checkProbes(services),
    ...checkIncidents(services),
    ...checkProbeAlerts(services, environments),
    ...environments.flatMap((environment) => [
      ...checkEnvironment(environment, services),
      ...checkExpiry(environment, context.now),
      ...checkSilenceLabels(environment, services, catalogue),
    ]),
    ...checkWatches(environments),
    ...checkDashboards(services, environments),
  ];
  const sound = services.filter(
    ({ key }) =>
      !problems.some(({ path }) => `${path} `.startsWith(`services/${key} `)),
  );
  const soundEnvironments = environments.filter(
    ({ name }) =>
      !problems.some(({ path }) =>
        `${path} `.includes(`environments/${name} `),
      ),
  );
  return [
    ...problems,
    ...sound.flatMap((service) => checkSloAlerts(service, context)),
    ...checkReleaseSizes(sound, soundEnvironments),
    ...soundEnvironments.flatMap((environment) =>
      checkAlloy(environment, sound),
    ),
    // Rendered queries and routes are checked only when nothing else is wrong: each mistake would
    // otherwise be listed once for every reader and alert.
    ...(problems.length > 0
      ? []
      : [
          ...checkReadSeries(environments, services, catalogue),
          ...checkTypicalStated(environments, services),
          ...environments.flatMap((environment) => [
            ...checkRouting(environment, declared),
            ...checkBudgets(environment, costOf(declared, environment)),
          ]),
        ]),
  ];
}
