import { alertmanagerConfigValues } from "../../helm/kube-prometheus-stack/alertmanager-config-values";
import { production } from "../../environments/production";
import { CHARTS } from "../../helm/chart-versions";
import { alertmanagerConfig } from "../../routing/alertmanager-config";
import { goodService } from "../support/services";
import { asReceived, chartDefaults } from "./chart-values";
import { isPlainMap, mergeValues, valueAt } from "./unknown-keys";

const small = {
  route: { receiver: "people" },
  receivers: [{ name: "people" }],
};
const nothingElse = { inhibit_rules: [], templates: [] };

it.each([
  ["the smallest configuration", small, { ...small, ...nothingElse }],
  [
    "our configuration",
    alertmanagerConfig(production, [goodService]),
    { ...alertmanagerConfig(production, [goodService]), templates: [] },
  ],
  [
    "a configuration with templates",
    { ...small, templates: ["/a.tmpl"] },
    { ...small, inhibit_rules: [], templates: ["/a.tmpl"] },
  ],
])("lets nothing of the chart into %s", (_, config, expected) => {
  const defaults = chartDefaults(CHARTS.kubePrometheusStack.chart);
  if (defaults === undefined) return;
  const chart = valueAt(defaults, "alertmanager", "config");
  if (!isPlainMap(chart)) throw new Error("the chart configures Alertmanager");
  expect(
    mergeValues(chart, asReceived(alertmanagerConfigValues(config))),
  ).toEqual(asReceived(expected));
});
