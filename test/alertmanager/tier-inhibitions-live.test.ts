import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { production } from "../support/organisation/environments";
import { findEngine } from "../../engines/find-engine";
import { seconds } from "../../model/duration";
import { ruleGroups } from "../../prometheus/rules/rule-groups";
import { AlertmanagerCluster } from "../support/alertmanager-cluster";
import { market } from "../support/organisation/services";
import { until } from "../support/loopback";
import { goodPlatform } from "../support/services";

/** Market as if each of its SLOs grouped by service. */
const perService = {
  ...market,
  slos: market.slos.map((slo) => ({ ...slo, groupBy: ["service"] })),
};

/** The labels of a tier's alert as its rule sets them, with those that Prometheus adds. */
function tier(
  name: string,
  slo: string,
  service: string,
): Readonly<Record<string, string>> {
  const rule = ruleGroups(perService, production)
    .slos.flatMap(({ rules }) => rules)
    .flatMap((each) => ("alert" in each ? [each] : []))
    .find(
      ({ labels }) => labels["burn_tier"] === name && labels["slo"] === slo,
    );
  if (rule === undefined) throw new Error(`${name} ${slo}`);
  return {
    ...rule.labels,
    alertname: rule.alert,
    environment: "production",
    service,
  };
}

let cluster: AlertmanagerCluster | undefined;
let folder = "";

beforeAll(
  async () => {
    const engine = await findEngine("alertmanager");
    folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
    const config = alertmanagerConfig(production, [perService, goodPlatform]);
    // Nothing is sent here: every receiver keeps its name and loses its integrations.
    const receivers = config.receivers.map(({ name }) => ({ name }));
    const path = join(folder, "alertmanager.yaml");
    writeFileSync(path, JSON.stringify({ ...config, global: {}, receivers }));
    cluster = await AlertmanagerCluster.start({
      engine,
      config: path,
      folder,
      size: 1,
      peerTimeout: seconds(1),
    });
  },
  20 * 60 * 1000,
);
afterAll(async () => {
  await cluster?.stop();
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

it("notifies of the fastest tier only, for each SLO and each service separately", async () => {
  const notified = [
    tier("1h", "availability", "a"),
    // Another service, and another SLO: no faster tier of these fires.
    tier("3d", "availability", "b"),
    tier("6h", "latency-p95-500ms", "a"),
  ];
  const silenced = [
    tier("6h", "availability", "a"),
    tier("1d", "availability", "a"),
    tier("3d", "availability", "a"),
    tier("1d", "latency-p95-500ms", "a"),
  ];
  if (cluster === undefined) throw new Error("it did not start");
  const [address = ""] = cluster.addresses;
  await cluster.post([...notified, ...silenced].map((labels) => ({ labels })));
  const wanted = [
    ...notified.map((labels) => `${nameOf(labels)} active`),
    ...silenced.map((labels) => `${nameOf(labels)} suppressed`),
  ].sort();
  let found: readonly string[] = [];
  await until(
    "all have the expected state",
    async () => {
      const alerts = (await (
        await fetch(`${address}/api/v2/alerts`)
      ).json()) as {
        readonly labels: Readonly<Record<string, string>>;
        readonly status: { readonly state: string };
      }[];
      found = alerts
        .map(({ labels, status }) => `${nameOf(labels)} ${status.state}`)
        .sort();
      return found.join() === wanted.join();
    },
    30,
  ).catch(() => undefined);
  expect(found).toEqual(wanted);
});

const nameOf = (labels: Readonly<Record<string, string>>): string =>
  ["slo", "service", "burn_tier"].map((name) => labels[name] ?? "").join(" ");
