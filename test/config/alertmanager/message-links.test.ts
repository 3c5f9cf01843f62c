import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { dataSources } from "../../../dashboards/data-sources";
import { alertmanagerValues } from "../../../helm/kube-prometheus-stack/alertmanager-values";
import { prometheusValues } from "../../../helm/kube-prometheus-stack/prometheus-values";
import { serviceUrls } from "../../../helm/parts/service-urls";
import { grafanaUrl } from "../../../model/environment-urls";
import { valueAt } from "../../helm/unknown-keys";
import { services } from "../support/declared";
import { onTeams } from "../support/on-teams";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { linksIn } from "../../support/follow-every-link";
import { until } from "../../support/loopback";
import { oneForEachReceiver } from "../delivery/one-for-each-receiver";
import { posted } from "../delivery/trial";

/**
 * A value of a label that means something in an address, in HTML, in Go's templates and in a
 * selector.
 */
const AWKWARD = 'a b&c=d+"ü"%7B{{.}}<e>';

/** What a card of Teams names its form by; nobody opens it. */
const FORM = "adaptivecards.io";

const externalUrl = (values: unknown, ...keys: readonly string[]): string =>
  String(valueAt(values, ...keys, "externalUrl"));

describe.each([
  ["production", production, ["email", "pagerduty", "slack", "webhook"]],
  ["staging", staging, ["slack", "webhook"]],
  ["Teams", onTeams, ["email", "pagerduty", "slack", "webhook"]],
])("every message of %s", (_, environment, kinds) => {
  const grafana = grafanaUrl(environment);
  /** Hosts that people reach from anywhere. */
  const crossing = [grafana, environment.urls.runbooks].map(
    (url) => new URL(url).host,
  );
  const source = `${externalUrl(prometheusValues(environment, services), "prometheus", "prometheusSpec")}/graph?g0.expr=up&g0.tab=1`;
  const results = oneForEachReceiver(environment).map((result, index) => {
    const { annotations, ...alert } = posted(result, index, { slo: AWKWARD });
    return {
      places: result.destinations,
      alert: {
        ...alert,
        annotations: {
          ...annotations,
          runbook_url: `${environment.urls.runbooks}/${String(index)}.md`,
          dashboard_url: `${grafana}/d/${String(index)}`,
        },
        generatorURL: source,
      },
    };
  });
  /** What neither a runbook nor a dashboard belongs to. */
  const bare = results.map(({ places, alert }) => ({
    places,
    alert: {
      ...alert,
      labels: { ...alert.labels, slo: "bare" },
      annotations: { summary: "Summary", description: "Summary" },
    },
  }));
  const watchdog = {
    labels: { alertname: "Watchdog", severity: "none" },
    generatorURL: source,
  };
  let live: LiveAlertmanager;

  beforeAll(
    async () => {
      live = await liveAlertmanager(environment, {
        services,
        externalUrl: externalUrl(
          alertmanagerValues(environment, services),
          "alertmanager",
          "alertmanagerSpec",
        ),
        timing: (setting, declared) =>
          setting === "group_wait" ? "1s" : declared,
      });
      const notified = [...results, ...bare];
      await live.cluster.post([
        ...notified.map(({ alert }) => alert),
        watchdog,
      ]);
      const messages = notified.reduce(
        (sum, { places }) => sum + places.length,
        1,
      );
      await until(
        "everything is notified",
        () => live.sink.deliveries.length >= messages,
        60,
      );
    },
    20 * 60 * 1000,
  );
  afterAll(async () => {
    await live.stop();
  });

  const links = () =>
    live.sink.deliveries
      .flatMap(({ place, text }) =>
        linksIn(text).map((link) => ({
          kind: place.split(" ")[0] ?? "",
          link,
        })),
      )
      .filter(({ link }) => new URL(link).host !== FORM);

  it("is of every kind of channel that there is", () => {
    expect([...new Set(links().map(({ kind }) => kind))].sort()).toEqual(kinds);
  });

  it("leads nowhere but where people get", () => {
    const astray = links()
      .filter(({ link }) => !crossing.includes(new URL(link).host))
      .map(({ kind, link }) => `${kind}: ${new URL(link).host}`);
    expect([...new Set(astray)]).toEqual([]);
  });

  it("leads to pages of Grafana that there are", () => {
    const pages = links()
      .map(({ link }) => new URL(link))
      .filter(({ origin }) => origin === grafana)
      .map(({ pathname }) =>
        pathname.replace(/\/d\/(?:\d+|[a-z]+-queries)$/, "/d/…"),
      );
    expect([...new Set(pages)].sort()).toEqual([
      "/",
      "/alerting/groups",
      "/alerting/silence/new",
      "/d/…",
    ]);
  });

  it("leads to alerts and silences of a data source that there is, by its name", () => {
    const names = links()
      .map(({ link }) => new URL(link))
      .filter(({ pathname }) => pathname.startsWith("/alerting/"))
      .map(({ searchParams }) => searchParams.get("alertmanager"));
    const [known, ...others] = dataSources(
      environment,
      serviceUrls(environment),
    ).filter(({ type }) => type === "alertmanager");
    expect(others).toEqual([]);
    expect([...new Set(names)]).toEqual([known?.name]);
  });

  it("leads to a silence that silences what it is about, and nothing else", async () => {
    const one = results.find(({ places }) => places.length > 0);
    if (one === undefined) throw new Error("nobody is notified");
    const name = one.alert.labels["alertname"] ?? "";
    const silences = links()
      .map(({ link }) => new URL(link))
      .filter(
        ({ pathname, searchParams }) =>
          pathname === "/alerting/silence/new" &&
          searchParams.getAll("matcher").includes(`alertname=${name}`) &&
          searchParams.getAll("matcher").includes(`slo=${AWKWARD}`),
      )
      .map(({ searchParams }) => searchParams.getAll("matcher"));
    const [matchers = []] = silences;
    expect(matchers.length).toBeGreaterThan(3);
    expect(silences).toEqual(silences.map(() => matchers));
    await silence(live.url, matchers);
    const suppressed = await suppressedAlerts(live.url);
    expect(suppressed).toEqual([one.alert.labels]);
  });
});

/**
 * Does what Grafana's form does with the matchers that it was opened with: the first sign is the
 * operator, the rest is the value as it is.
 */
async function silence(
  url: string,
  matchers: readonly string[],
): Promise<void> {
  const answer = await fetch(`${url}/api/v2/silences`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      matchers: matchers.map((matcher) => ({
        name: matcher.slice(0, matcher.indexOf("=")),
        value: matcher.slice(matcher.indexOf("=") + 1),
        isRegex: false,
        isEqual: true,
      })),
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      createdBy: "a test",
      comment: "a test",
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Labels of the alerts that are silenced. */
async function suppressedAlerts(url: string): Promise<readonly unknown[]> {
  const answer = await fetch(
    `${url}/api/v2/alerts?active=false&inhibited=false`,
  );
  const alerts = (await answer.json()) as readonly {
    readonly labels: unknown;
    readonly status: { readonly silencedBy: readonly string[] };
  }[];
  return alerts
    .filter(({ status }) => status.silencedBy.length > 0)
    .map(({ labels }) => labels);
}
