import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { findEngine } from "../../engines/find-engine";
import type { AlertDefinition } from "../../model/alert";
import { seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { everyAlert } from "../../model/every-alert";
import type { Service } from "../../model/service";
import { alertLabels } from "../../prometheus/rules/alert-rules";
import { sloAlerts } from "../../prometheus/slo/tier-alerts";
import { AlertmanagerCluster } from "./alertmanager-cluster";
import { pause, until } from "./loopback";

type Labels = Readonly<Record<string, string>>;

interface Listed {
  readonly labels: Labels;
  readonly status: { readonly state: string };
}

/** A real Alertmanager with rendered inhibitions, which says which alerts are inhibited. */
export interface InhibitingAlertmanager {
  /** Names of the alerts that notify and of those that are inhibited, of these that fire. */
  readonly states: (alerts: readonly Labels[]) => Promise<{
    readonly notified: readonly string[];
    readonly inhibited: readonly string[];
  }>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts an Alertmanager with the configuration of an environment, whose receivers send nothing.
 */
export async function inhibitingAlertmanager(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Promise<InhibitingAlertmanager> {
  const engine = await findEngine("alertmanager");
  const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
  const rendered = alertmanagerConfig(environment, services);
  const receivers = rendered.receivers.map(({ name }) => ({ name }));
  const config = join(folder, "alertmanager.yaml");
  writeFileSync(config, JSON.stringify({ ...rendered, global: {}, receivers }));
  const cluster = await AlertmanagerCluster.start({
    engine,
    config,
    folder,
    size: 1,
    peerTimeout: seconds(1),
  });
  let posted: readonly Labels[] = [];
  const post = (alerts: readonly Labels[], endsAt?: string): Promise<void> =>
    cluster.post(
      alerts.map((labels) => ({
        labels,
        ...(endsAt === undefined ? {} : { endsAt }),
      })),
    );
  return {
    states: async (alerts) => {
      // What fired before has ended, or it would inhibit too.
      await post(posted, new Date(Date.now() - 1).toISOString());
      posted = alerts;
      await post(alerts);
      const [address = ""] = cluster.addresses;
      // It learns of what inhibits a moment after it has taken the alerts.
      await pause(500);
      let listed: readonly Listed[] = [];
      await until("every alert has a state", async () => {
        const answer = await fetch(`${address}/api/v2/alerts`);
        listed = (await answer.json()) as readonly Listed[];
        return (
          listed.length === alerts.length &&
          listed.every(({ status }) => status.state !== "unprocessed")
        );
      });
      const named = (state: string): readonly string[] =>
        listed
          .filter(({ status }) => status.state === state)
          .map(({ labels }) => titleOf(labels))
          .sort();
      return { notified: named("active"), inhibited: named("suppressed") };
    },
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Name of an alert with the labels that its rule does not set. */
const titleOf = ({ alertname = "", ...labels }: Labels): string =>
  [
    alertname,
    ...Object.keys(labels)
      .filter((label) => !SET_BY_RULES.has(label))
      .sort()
      .map((label) => labels[label] ?? ""),
  ].join(" ");

const SET_BY_RULES = new Set([
  "system",
  "environment",
  "priority",
  "severity",
  "team",
  "condition",
  "path",
]);

/**
 * Labels of an alert about a system as Alertmanager receives it.
 * @param series those of its sample
 * @throws Error where no alert has that name, that priority if it is given, and these labels
 */
export function firing(
  services: readonly Service[],
  system: string,
  name: string,
  series: Labels = {},
): Labels {
  const found = services
    .flatMap((service) =>
      [
        ...everyAlert(service),
        ...service.slos.flatMap((slo) => sloAlerts(slo, service.key)),
      ].map((alert: AlertDefinition) => ({ alert, service })),
    )
    .filter(
      ({ alert, service }) =>
        alert.name === name &&
        (alert.system?.kind === "from-series" || service.key === system),
    )
    .map(({ alert, service }) => ({ system, ...alertLabels(alert, service) }))
    .find((labels) =>
      Object.entries(series).every(
        ([label, value]) =>
          !Object.hasOwn(labels, label) ||
          Object.entries(labels).some(
            ([own, its]) => own === label && its === value,
          ),
      ),
    );
  if (found === undefined) throw new Error(`${system} has no ${name}`);
  return { environment: "production", ...found, alertname: name, ...series };
}
