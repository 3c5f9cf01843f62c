import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LiveLoki } from "../../proof/live-loki";
import { Server } from "../../../cli/verify/server";
import { verify } from "../../../cli/verify/verify";
import type { Verification, Verified } from "../../../cli/verify/verify";
import { dashboardJson } from "../../../dashboards/dashboard-json";
import { dataSources } from "../../../dashboards/data-sources";
import { folderOf, foldersOf } from "../../../dashboards/folders";
import { folderReaders } from "../../../dashboards/permissions";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { declaredGroups } from "../../../cli/verify/checks/rules";
import { production, staging } from "../../support/organisation/environments";
import { serviceUrls } from "../../../helm/parts/service-urls";
import { alertmanager as alertmanagerMetrics } from "../../../helm/kube-prometheus-stack/metrics/alertmanager";
import { prometheus as prometheusMetrics } from "../../../helm/kube-prometheus-stack/metrics/prometheus";
import { seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { secondPathRules } from "../../../alertmanager/second-path/rule-group";
import { logRuleGroups } from "../../../prometheus/rules/log-rules";
import type { RuleGroup } from "../../../prometheus/rules/rule-group";
import { findEngine } from "../../../engines/find-engine";
import { GrafanaStandIn, rightOf } from "../../support/grafana";
import type { Kept } from "../../support/grafana";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { LivePrometheus } from "../../support/live-prometheus";
import type { PrometheusSettings } from "../../support/live-prometheus";
import { until } from "../../support/loopback";
import { gate, shop } from "./shop";

/** Production with one of each, since here nothing but the parts themselves is tried. */
export const environment: EnvironmentConfig = {
  ...production,
  prometheus: { ...production.prometheus, replicas: 1 },
  alertmanager: { ...production.alertmanager, replicas: 1 },
  notification: {
    ...production.notification,
    heartbeat: { ...production.notification.heartbeat, after: seconds(10) },
  },
};

const TENANT = "shop";
const services: readonly Service[] = [shop];

/** What the application does. */
interface Application {
  /** Metrics that it does not show. */
  readonly hidden: Set<string>;
  /** Whether its metrics and its health are there. */
  up: boolean;
  healthy: boolean;
  /** Errors that each scrape finds, beside one of any. */
  errors: number;
  /** What was asked of it by POST. */
  readonly asked: string[];
}

/**
 * An environment that runs: real Prometheus, Alertmanager and Loki, and stand-ins for Grafana,
 * Tempo and an application.
 */
export class World {
  readonly application: Application;
  readonly prometheus: LivePrometheus;
  readonly alertmanager: LiveAlertmanager;
  readonly grafana: GrafanaStandIn;
  readonly settings: PrometheusSettings;
  private readonly loki: LiveLoki;
  private readonly web: HttpServer;

  private constructor(
    parts: Pick<
      World,
      "prometheus" | "alertmanager" | "grafana" | "settings"
    > & {
      readonly loki: LiveLoki;
      readonly web: HttpServer;
      readonly application: Application;
    },
  ) {
    this.prometheus = parts.prometheus;
    this.alertmanager = parts.alertmanager;
    this.grafana = parts.grafana;
    this.settings = parts.settings;
    this.loki = parts.loki;
    this.web = parts.web;
    this.application = parts.application;
  }

  /** Starts everything and waits until it has settled. */
  static async start(): Promise<World> {
    const application: Application = {
      hidden: new Set(),
      up: true,
      healthy: true,
      errors: 1,
      asked: [],
    };
    const web = applicationServer(application);
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    const address = `127.0.0.1:${String((web.address() as AddressInfo).port)}`;
    const alertmanager = await liveAlertmanager(environment, {
      services,
      features: ["receiver-name-in-metrics"],
      timing: (setting, declared) => {
        if (setting === "group_wait") return "1s";
        return setting === "group_interval" || setting === "repeat_interval"
          ? "2s"
          : declared;
      },
      complaints: "hidden",
    });
    const settings: PrometheusSettings = {
      scrapes: [
        {
          job: "shop-api",
          address,
          labels: { system: "shop", app: "shop-api" },
        },
        {
          job: "shop-health",
          address,
          path: "/probe",
          labels: { system: "shop", probe: "health" },
        },
        { job: "tempo", address, path: "/graph", labels: {} },
        {
          job: "kps-alertmanager",
          address: new URL(alertmanager.url).host,
          labels: { container: "alertmanager" },
        },
      ],
      groups: [watchdog, ...declaredGroups(shop, environment)],
      alertmanagers: [new URL(alertmanager.url).host],
      externalLabels: { environment: environment.name },
      retention: "90d",
    };
    const prometheus = await LivePrometheus.start(settings);
    const loki = new LiveLoki(await findEngine("loki"));
    await loki.start([TENANT], { environment: environment.name });
    const [group] = logRuleGroups(shop, environment);
    if (group !== undefined) loki.writeRules(TENANT, group);
    await loki.push(TENANT, [
      {
        stream: { system: "shop", app: "shop-api", pod: "a" },
        values: [[`${String(Date.now())}000000`, '{"level":"info"}', {}]],
      },
    ]);
    const grafana = new GrafanaStandIn(
      kept(prometheus.url, alertmanager.url, loki.url, `http://${address}`),
    );
    await grafana.start();
    const world = new World({
      application,
      prometheus,
      alertmanager,
      grafana,
      settings,
      loki,
      web,
    });
    try {
      await world.settled();
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.grafana.stop(),
      this.loki.stop(),
      this.prometheus.stop(),
      this.alertmanager.stop(),
    ]);
    this.web.closeAllConnections();
    await new Promise((resolve) => this.web.close(resolve));
  }

  get applicationUrl(): string {
    const { port } = this.web.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  /** Looks at it, as the command does. */
  async verify(change: Partial<Verification> = {}): Promise<Verified> {
    return await verify({
      running: this.running(),
      now: Date.now(),
      operator: "Ada",
      onCall: [],
      confirmed: new Set(),
      rightlyEmpty: new Set(),
      testAlert: {
        priorities: [],
        sender: "Ada",
        grace: 3_000,
        patience: 0,
        pause: 100,
        onProgress: () => undefined,
      },
      ...change,
    });
  }

  /** Clients of its servers, with other addresses where a test sets them. */
  running(
    addresses: Partial<
      Record<"prometheus" | "alertmanager" | "grafana" | "loki", string>
    > = {},
  ): Verification["running"] {
    const server = (
      name: string,
      url: string,
      headers: Readonly<Record<string, string>> = {},
    ): Server =>
      new Server({
        name,
        url,
        headers,
        access: `open a way to ${name}`,
        patience: 3_000,
      });
    return {
      environment,
      watched: staging,
      services,
      chosen: services,
      charts: [prometheusMetrics, alertmanagerMetrics],
      rendered: this.alertmanager.configuration,
      prometheus: server(
        "Prometheus",
        addresses.prometheus ?? this.prometheus.url,
      ),
      loki: server("Loki", addresses.loki ?? this.loki.url, {
        "X-Scope-OrgID": TENANT,
      }),
      grafana: server("Grafana", addresses.grafana ?? this.grafana.url, {
        authorization: `Basic ${Buffer.from(this.grafana.credentials).toString("base64")}`,
      }),
      alertmanagers: [
        server("Alertmanager", addresses.alertmanager ?? this.alertmanager.url),
      ],
    };
  }

  /** Waits until a run finds nothing, or finds something that the text names. */
  async until(text: RegExp, change: Partial<Verification> = {}): Promise<void> {
    let last = "";
    await until(
      String(text),
      async () => {
        last = (await this.verify(change)).text;
        return text.test(last);
      },
      30,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${last}`);
    });
  }

  /** Waits until no alert of the application is pending or fires. */
  async quiet(): Promise<void> {
    await until("no alert of the application", async () => {
      const answer = await fetch(`${this.prometheus.url}/api/v1/alerts`);
      return !(await answer.text()).includes('"system":"shop"');
    });
  }

  /** Until everything was scraped, evaluated and notified at least once. */
  async settled(): Promise<void> {
    await this.until(/## Open\n\nNothing\./);
  }
}

const watchdog: RuleGroup = {
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

const TEXT = "text/plain; version=0.0.4";

/**
 * Serves its metrics, its probe as the black-box exporter does, faults to order, and the few
 * answers of Tempo.
 */
function applicationServer(application: Application): HttpServer {
  let requests = 0;
  let errors = 0;
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://shop");
    if (request.method === "POST") {
      application.asked.push(pathname);
      application.errors = 1_000;
      response.end("{}");
    } else if (pathname === "/api/search") {
      response.end('{"traces":[]}');
    } else if (pathname === "/api/echo") {
      response.end("echo");
    } else if (!application.up) {
      response.statusCode = 503;
      response.end();
    } else if (pathname === "/graph") {
      response.setHeader("content-type", TEXT);
      response.end(
        'traces_service_graph_request_total{client="shop-web",server="shop-api"} 1\n',
      );
    } else if (pathname === "/probe") {
      response.setHeader("content-type", TEXT);
      response.end(`probe_success ${application.healthy ? "1" : "0"}\n`);
    } else {
      requests += 100;
      errors += application.errors;
      const lines = [
        `shop_requests_total{status="200"} ${String(requests)}`,
        `shop_requests_total{status="500"} ${String(errors)}`,
        `shop_duration_seconds_bucket{le="1"} ${String(requests)}`,
        `shop_duration_seconds_bucket{le="+Inf"} ${String(requests)}`,
        `shop_duration_seconds_count ${String(requests)}`,
        `shop_duration_seconds_sum ${String(requests)}`,
        "shop_queue 0",
      ].filter(
        (line) =>
          ![...application.hidden].some((name) => line.startsWith(name)),
      );
      response.setHeader("content-type", TEXT);
      response.end(`${lines.join("\n")}\n`);
    }
  });
}

/** What Grafana keeps after everything was applied. */
function kept(
  prometheus: string,
  alertmanager: string,
  loki: string,
  tempo: string,
): Kept {
  const declared = withGeneratedDashboards(shop);
  const healthy = { status: 200, message: "" };
  const sources: Kept["sources"] = {
    prometheus: { url: prometheus, health: healthy },
    alertmanager: { url: alertmanager },
    loki: { url: loki, headers: { "X-Scope-OrgID": TENANT }, health: healthy },
    tempo: { url: tempo },
  };
  const expected = dataSources(environment, serviceUrls(environment));
  if (expected.some(({ uid }) => !(uid in sources))) {
    throw new Error("a data source of production is not here");
  }
  return {
    dashboards: Object.fromEntries(
      declared.dashboards.map((dashboard) => [
        dashboard.uid,
        {
          json: JSON.parse(
            dashboardJson(dashboard, declared, environment),
          ) as unknown,
          folder: folderOf(declared, dashboard.access).uid,
        },
      ]),
    ),
    rights: Object.fromEntries(
      foldersOf(declared).map(({ uid, access }) => [
        uid,
        folderReaders(access).map(rightOf),
      ]),
    ),
    teams: { engineering: ["ada"], product: [], business: ["max"] },
    sources,
    rules: Object.fromEntries(
      secondPathRules(environment, staging, services).map(({ uid }) => [
        uid,
        false,
      ]),
    ),
    contactPoints: ["second-path", "watched-environment"],
  };
}

/** A run of the shop's release gate, with all that a person brings along. */
export const atTheGate: Partial<Verification> = {
  gate,
  onCall: ["ada"],
  confirmed: new Set(["phone"]),
};
