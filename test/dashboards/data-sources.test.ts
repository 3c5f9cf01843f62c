import { dataSources } from "../../dashboards/data-sources";
import { production } from "../../environments/production";
import { seconds } from "../../model/duration";

const addresses = {
  prometheus: "http://prometheus.monitoring.svc:9090",
  alertmanager: "http://alertmanager.monitoring.svc:9093",
};

it("reads metrics from Prometheus at the scrape interval, and alerts from Alertmanager", () => {
  const environment = {
    ...production,
    prometheus: { ...production.prometheus, scrapeInterval: seconds(90) },
  };
  expect(dataSources(environment, addresses)).toEqual([
    {
      uid: "prometheus",
      type: "prometheus",
      name: "Prometheus",
      url: "http://prometheus.monitoring.svc:9090",
      isDefault: true,
      jsonData: {
        httpMethod: "POST",
        prometheusType: "Prometheus",
        timeInterval: "90s",
        defaultEditor: "code",
        manageAlerts: true,
        alertmanagerUid: "alertmanager",
      },
    },
    {
      uid: "alertmanager",
      type: "alertmanager",
      name: "Alertmanager",
      url: "http://alertmanager.monitoring.svc:9093",
      isDefault: false,
      jsonData: {
        implementation: "prometheus",
        handleGrafanaManagedAlerts: false,
      },
    },
  ]);
});
