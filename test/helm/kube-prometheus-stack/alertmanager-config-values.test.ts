import { alertmanagerConfigValues } from "../../../helm/kube-prometheus-stack/alertmanager-config-values";
import { production } from "../../support/environments/production";
import { KUBE_PROMETHEUS_STACK } from "../../../helm/kube-prometheus-stack/chart";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { goodService } from "../../support/services";
import { asReceived, chartDefaults } from "../chart-values";
import { isPlainMap, mergeValues, valueAt } from "../unknown-keys";

it("lets nothing of the chart into our configuration", () => {
  const config = alertmanagerConfig(production, [goodService]);
  const defaults = chartDefaults(KUBE_PROMETHEUS_STACK.chart);
  if (defaults === undefined) return;
  const chart = valueAt(defaults, "alertmanager", "config");
  if (!isPlainMap(chart)) throw new Error("the chart configures Alertmanager");
  expect(
    mergeValues(chart, asReceived(alertmanagerConfigValues(config))),
  ).toEqual(asReceived(config));
});
