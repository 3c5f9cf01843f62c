import { CHART_ALERTS } from "../chart-alerts";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { teamForm } from "./forms/channel-forms";
import type { Form } from "./forms/form";
import { inspect } from "./forms/inspect";
import type { Inspection } from "./forms/inspect";
import { alertForm } from "./forms/alert-form";
import { dashboardForm } from "./forms/dashboard-form";
import { incidentForm } from "./forms/incident-form";
import { metricForm, recordingForm, sloForm } from "./forms/signal-forms";
import {
  chartAlertsForm,
  noDataForm,
  publicHealthForm,
} from "./forms/service-forms";
import { exporterForm, probeForm, targetForm } from "./forms/target-forms";

/** Missing fields, wrong types and unknown kinds in the parts of a service and in its team. */
export const checkPartShapes = (service: Service): readonly Problem[] =>
  inspections(service).flatMap(({ shape }) => shape);

/** Wrong values in the parts of a service, and in its team. */
export const checkParts = (service: Service): readonly Problem[] =>
  inspections(service).flatMap(({ values }) => values);

const inspections = ({
  key,
  team,
  targets,
  probes,
  exporters,
  metrics,
  recording,
  alerts,
  slos,
  dashboards,
  publicHealth,
  noData,
  chartAlerts = CHART_ALERTS,
  incidents = [],
}: Service): readonly Inspection[] => {
  const path = `services/${key}`;
  const each = <Part>(
    what: string,
    form: Form<Part>,
    parts: readonly (readonly [name: string, part: Part])[],
  ): readonly Inspection[] =>
    parts.map(([name, part]) =>
      inspect(form, part, `${path} ${what} "${name}"`),
    );
  return [
    inspect(teamForm, team, `${path} team "${team.key}"`),
    inspect(publicHealthForm, publicHealth, `${path} publicHealth`),
    inspect(noDataForm, noData, `${path} noData`),
    inspect(chartAlertsForm, chartAlerts, `${path} chartAlerts`),
    ...each("target", targetForm, named(targets)),
    ...each("probe", probeForm, named(probes)),
    ...each("exporter", exporterForm, named(exporters)),
    ...each("metric", metricForm, Object.entries(metrics)),
    ...each("recording group", recordingForm, named(recording)),
    ...each("alert", alertForm, named(alerts)),
    ...each("slo", sloForm, named(slos)),
    ...each("incident", incidentForm, named(incidents)),
    ...each(
      "dashboard",
      dashboardForm,
      dashboards.map((dashboard) => [dashboard.uid, dashboard]),
    ),
  ];
};

const named = <Part extends { readonly name: string }>(
  parts: readonly Part[],
): readonly (readonly [string, Part])[] =>
  parts.map((part) => [part.name, part]);
