import type { EnvironmentConfig } from "../../model/environment";
import { dataSources } from "../../dashboards/data-sources";
import { exemplarToTrace } from "../../dashboards/links/exemplar-to-trace";
import { logLineToTrace } from "../../dashboards/links/log-line-to-trace";
import { serviceMap } from "../../dashboards/links/service-map";
import { traceToLogs } from "../../dashboards/links/trace-to-logs";
import { traceToMetrics } from "../../dashboards/links/trace-to-metrics";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import { seconds } from "../../model/duration";

const addresses = {
  prometheus: "http://prometheus.monitoring.svc:9090",
  alertmanager: "http://alertmanager.monitoring.svc:9093",
  loki: "http://loki-gateway.monitoring.svc",
  tempo: "http://tempo.monitoring.svc:3200",
};

it("reads metrics from Prometheus at the scrape interval, alerts from Alertmanager, logs from Loki and traces from Tempo", () => {
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
        ...exemplarToTrace(),
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
    {
      uid: "loki",
      type: "loki",
      name: "Loki",
      url: "http://loki-gateway.monitoring.svc",
      isDefault: false,
      jsonData: {
        maxLines: 1000,
        manageAlerts: true,
        alertmanagerUid: "alertmanager",
        ...logLineToTrace(),
      },
    },
    {
      uid: "tempo",
      type: "tempo",
      name: "Tempo",
      url: "http://tempo.monitoring.svc:3200",
      isDefault: false,
      jsonData: {
        ...traceToLogs(),
        ...traceToMetrics(),
        ...serviceMap(),
        streamingEnabled: { search: false, metrics: false },
      },
    },
  ]);
});

it("reads an Elasticsearch of somebody else where an environment names one, and none otherwise", () => {
  const kinds = (environment: EnvironmentConfig): readonly string[] =>
    dataSources(environment, addresses).map(({ type }) => type);
  const elasticsearch = {
    url: "http://elasticsearch.logging.svc.cluster.local:9200",
    index: "logs-*",
  };
  const environment = {
    ...production,
    grafana: { ...production.grafana, elasticsearch },
  };
  expect(kinds(production)).not.toContain("elasticsearch");
  expect(dataSources(environment, addresses).at(-1)).toEqual({
    uid: "elasticsearch",
    name: "Elasticsearch",
    type: "elasticsearch",
    url: elasticsearch.url,
    isDefault: false,
    jsonData: { index: "logs-*", timeField: "@timestamp" },
  });
});

it("reads the mirror of an application's numbers in CloudWatch where an environment names one, and none otherwise", () => {
  const kinds = (environment: EnvironmentConfig): readonly string[] =>
    dataSources(environment, addresses).map(({ type }) => type);
  const environment = {
    ...production,
    grafana: {
      ...production.grafana,
      cloudWatch: {
        namespaces: ["Yard/Depot"],
        region: "eu-central-1",
        roleArn: "arn:aws:iam::000000000000:role/grafana",
      },
    },
  };
  for (const as of [staging, production]) {
    expect(kinds(as)).not.toContain("cloudwatch");
  }
  expect(dataSources(environment, addresses).at(-1)).toEqual({
    uid: "cloudwatch",
    name: "CloudWatch",
    type: "cloudwatch",
    url: "https://monitoring.eu-central-1.amazonaws.com",
    isDefault: false,
    jsonData: {
      authType: "default",
      defaultRegion: "eu-central-1",
      customMetricsNamespaces: "Yard/Depot",
    },
  });
});
