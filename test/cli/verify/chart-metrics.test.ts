import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkChartMetrics } from "../../../cli/verify/checks/chart-metrics";
import { isNoted, isOpen } from "../../../cli/verify/finding";
import type { Finding } from "../../../cli/verify/finding";
import { Server } from "../../../cli/verify/server";
import { alertmanager } from "../../../helm/kube-prometheus-stack/metrics/alertmanager";
import { prometheus } from "../../../helm/kube-prometheus-stack/metrics/prometheus";
import { goProcess } from "../../../helm/parts/metrics/go-process";
import type { ChartMetrics } from "../../../model/chart-metrics";
import type { RuleGroup } from "../../../prometheus/rules/rule-group";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { LivePrometheus } from "../../support/live-prometheus";
import type { Scrape } from "../../support/live-prometheus";
import { until } from "../../support/loopback";
import { production } from "../../support/organisation/environments";

/** Exporters that are real here. */
const CHARTS: readonly ChartMetrics[] = [prometheus, alertmanager, goProcess];

/** Something to evaluate, and to notify of. */
const GROUP: RuleGroup = {
  name: "general.rules",
  interval: "1s",
  rules: [
    {
      alert: "Watchdog",
      expr: "vector(1)",
      for: "0s",
      labels: { severity: "none" },
      annotations: {},
    },
  ],
};

/** A real Prometheus that scrapes itself and real Alertmanagers. */
interface Monitored {
  readonly alertmanager: LiveAlertmanager;
  readonly prometheus: LivePrometheus;
}

async function monitored(
  members: number,
  change: (address: string) => Partial<Scrape> = () => ({}),
  remoteWrite?: string,
): Promise<Monitored> {
  const running = await liveAlertmanager(production, {
    members,
    features: ["receiver-name-in-metrics"],
    complaints: "hidden",
  });
  const hosts = running.cluster.addresses.map((url) => new URL(url).host);
  return {
    alertmanager: running,
    prometheus: await LivePrometheus.start({
      scrapes: hosts.map((address, index) => ({
        job: `kps-alertmanager-${String(index)}`,
        address,
        labels: { container: "alertmanager", namespace: "monitoring" },
        ...change(address),
      })),
      groups: [GROUP],
      alertmanagers: hosts,
      externalLabels: {},
      retention: "1d",
      ...(remoteWrite === undefined ? {} : { remoteWrite }),
    }),
  };
}

const stop = async (all: Monitored): Promise<void> => {
  await all.prometheus.stop();
  await all.alertmanager.stop();
};

const findings = (
  { prometheus: { url } }: Monitored,
  charts = CHARTS,
): Promise<readonly Finding[]> =>
  checkChartMetrics(
    {
      prometheus: new Server({ name: "Prometheus", url, access: "start it" }),
      charts,
    },
    { now: Date.now() },
  );

/** `<name>`, or `<name> label "<label>"`. */
const subjects = (some: readonly Finding[]): readonly string[] =>
  some.map(({ subject }) => subject).sort();

/** Looks until the open findings are these, and returns what was found last. */
async function settled(
  all: Monitored,
  open: readonly string[],
): Promise<readonly Finding[]> {
  let last: readonly Finding[] = [];
  await until("what is due is found", async () => {
    last = await findings(all);
    return (
      JSON.stringify(subjects(last.filter(isOpen))) ===
      JSON.stringify([...open].sort())
    );
  }).catch(() => undefined);
  return last;
}

/** A Prometheus that was built without its version lacks two labels of it. */
async function unstamped({
  prometheus: { url },
}: Monitored): Promise<readonly string[]> {
  const answer = await fetch(`${url}/api/v1/status/buildinfo`);
  const { data } = (await answer.json()) as {
    readonly data: Readonly<Record<"version" | "branch", string>>;
  };
  return (["branch", "version"] as const)
    .filter((label) => data[label] === "")
    .map((label) => `prometheus_build_info label "${label}"`);
}

/** Metrics that are declared to appear later. */
const later = CHARTS.flatMap(({ metrics }) => metrics)
  .filter(({ appears }) => appears !== undefined)
  .map(({ name }) => name)
  .sort();

describe("one Prometheus and one Alertmanager, without anything further", () => {
  let all: Monitored;
  beforeAll(async () => {
    all = await monitored(1);
  });
  afterAll(() => stop(all));

  it("show every declared metric with its labels, but exactly those that appear later", async () => {
    const found = await settled(all, []);
    expect(subjects(found.filter(isOpen))).toEqual([]);
    expect(subjects(found.filter(isNoted))).toEqual(
      [...later, ...(await unstamped(all))].sort(),
    );
    expect(
      found.find(({ subject }) => subject === "alertmanager_cluster_members"),
    ).toMatchObject({
      found:
        "not seen yet: its first series appears in a cluster of several members",
    });
  });

  it("lack a metric that another version may have, and the exporter of another chart", async () => {
    const found = await findings(all, [
      {
        ...alertmanager,
        metrics: [
          ...alertmanager.metrics,
          { name: "alertmanager_moods", type: "gauge", labels: [] },
        ],
      },
      {
        chart: "kubelet",
        targetLabels: [],
        metrics: [{ name: "kubelet_running_pods", type: "gauge", labels: [] }],
      },
    ]);
    expect(found.filter(isOpen)).toEqual([
      expect.objectContaining({
        subject: "alertmanager_moods",
        found: "no series",
        next: 'look for it at the exporter: where its first series appears later, say when in chart "kube-prometheus-stack alertmanager" metric "alertmanager_moods" (appears); where its version no longer has it, remove it',
      }),
      expect.objectContaining({
        subject: "kubelet",
        found: "none of its 1 metrics has series",
      }),
    ]);
  });
});

describe("a cluster, a remote write, and targets that are listed over HTTP", () => {
  let all: Monitored;
  let taker: HttpServer;
  beforeAll(async () => {
    // Takes samples, and lists the target that its path names.
    taker = createServer((request, response) => {
      request.resume();
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify([
          {
            targets: [request.url?.slice(1)],
            labels: { container: "alertmanager", namespace: "monitoring" },
          },
        ]),
      );
    });
    await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
    const { port } = taker.address() as AddressInfo;
    const url = `http://127.0.0.1:${String(port)}/`;
    all = await monitored(
      2,
      (address) => ({ discoveredAt: `${url}${address}` }),
      url,
    );
  });
  afterAll(async () => {
    await stop(all);
    taker.closeAllConnections();
    await new Promise((resolve) => taker.close(resolve));
  });

  it("show those that appear later, so that nothing is missing", async () => {
    const known = await unstamped(all);
    await until(
      "everything has appeared",
      async () => (await findings(all)).filter(isNoted).length === known.length,
    ).catch(() => undefined);
    const found = await settled(all, []);
    expect(subjects(found.filter(isNoted))).toEqual(known);
    expect(subjects(found.filter(isOpen))).toEqual([]);
  });
});

describe("an Alertmanager whose samples are changed on the way", () => {
  let all: Monitored;
  beforeAll(async () => {
    const request = "alertmanager_http_request_duration_seconds_bucket";
    all = await monitored(1, () => ({
      metricRelabelings: [
        {
          source_labels: ["__name__", "state"],
          regex: "alertmanager_alerts;active",
          target_label: "state",
          replacement: "live",
        },
        {
          source_labels: ["__name__", "le"],
          regex: `${request};0\\.5`,
          action: "drop",
        },
        {
          source_labels: ["__name__"],
          regex: "alertmanager_receivers",
          target_label: "region",
          replacement: "eu",
        },
      ],
    }));
  });
  afterAll(() => stop(all));

  it("names the renamed value, the dropped bucket and the added label, and nothing else", async () => {
    const due = [
      'alertmanager_alerts label "state"',
      "alertmanager_http_request_duration_seconds buckets",
      'alertmanager_receivers label "region"',
    ];
    const found = (await settled(all, due)).filter(isOpen);
    expect(subjects(found)).toEqual(due);
    expect(found.map((finding) => finding.found)).toEqual(
      expect.arrayContaining([
        'its values include "live"',
        expect.stringMatching(/^(\d+) of \1 label sets lack the bounds 0\.5$/),
        'it is not declared; its values include "eu"',
      ]),
    );
  });
});
