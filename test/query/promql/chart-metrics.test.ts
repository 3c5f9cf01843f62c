import { readFileSync } from "node:fs";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { repeated } from "../../../model/checks/names";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { referenceData } from "../../support/reference-data";
import { itNeeding } from "../../support/describe-needing";

const catalogue = buildCatalogue([], allChartMetrics);

it.each(allChartMetrics.map((facts) => [facts.chart, facts] as const))(
  "%s names each metric once, and each label of it once",
  (_, { metrics, targetLabels }) => {
    expect(repeated(metrics.map(({ name }) => name))).toEqual([]);
    expect(repeated(targetLabels)).toEqual([]);
    expect(
      metrics
        .filter(({ labels }) => repeated(labels).length > 0)
        .map(({ name }) => name),
    ).toEqual([]);
  },
);

/**
 * What the charts' rules read, but nobody here can: switched off, dropped at the scrape, renamed
 * long ago, or labels nobody knows.
 */
const ELSEWHERE = [
  /^(etcd|grpc_server|scheduler)_/,
  /^apiserver_client_certificate_expiration_seconds_/,
  /^container_memory_swap$/,
  /^kube_persistentvolumeclaim_labels$/,
  /^prometheus_remote_storage_(failed|succeeded)_samples_total$/,
];

const rules = referenceData("charts/kube-prometheus-stack/default-rules.json");
itNeeding("chart sources", rules !== undefined)(
  "contains every metric and label that the rules of kube-prometheus-stack read",
  () => {
    const { metricsUsed } = JSON.parse(readFileSync(rules ?? "", "utf8")) as {
      readonly metricsUsed: Readonly<Record<string, readonly string[]>>;
    };
    const read = Object.entries(metricsUsed).filter(
      ([name]) => !ELSEWHERE.some((pattern) => pattern.test(name)),
    );
    expect(read.length).toBeGreaterThan(150);
    expect(
      read.flatMap(([name, labels]) => {
        const facts = catalogue.get(name);
        if (facts === undefined) return name;
        const { names } = facts.labels;
        return labels
          .filter((label) => names !== "any" && !names.has(label))
          .map((label) => `${name} ${label}`);
      }),
    ).toEqual([]);
  },
);
