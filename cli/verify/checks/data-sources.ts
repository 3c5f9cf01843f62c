import { dataSources } from "../../../dashboards/data-sources";
import type { DataSource } from "../../../dashboards/data-sources";
import { serviceUrls } from "../../../helm/parts/service-urls";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { proxyPath, sourceHealth } from "../grafana";
import { each, looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

/**
 * Path to read where a plugin has no health check in Grafana: it answers only if Grafana can
 * connect to it.
 */
const READABLE: Readonly<Record<string, string>> = {
  alertmanager: "/api/v2/status",
  tempo: "/api/echo",
};

/** Grafana can connect to every data source of panels and links. */
export const checkDataSources = async ({
  grafana,
  environment,
}: Running): Promise<readonly Finding[]> =>
  (
    await each(dataSources(environment, serviceUrls(environment)), (source) =>
      checkSource(grafana, source),
    )
  ).flat();

function checkSource(
  grafana: Server,
  { uid, name, type, url }: DataSource,
): Promise<readonly Finding[]> {
  const subject: Subject = {
    check: "data-sources",
    subject: `${name} (${uid})`,
  };
  const expected = `Grafana can connect to ${url}`;
  return looked(subject, expected, async () => {
    const health = await sourceHealth(grafana, uid);
    switch (health.kind) {
      case "healthy":
        return [passed(subject, "healthy")];
      case "ill":
        return [
          open(subject, {
            found: `Grafana says: ${health.message === "" ? "it is not well" : health.message}`,
            expected,
            next: `check that ${name} runs and that the network policies admit Grafana`,
          }),
        ];
      case "unknown-source":
        return [
          open(subject, {
            found: "Grafana has no such data source",
            expected,
            next: "deploy",
          }),
        ];
      case "no-check": {
        const path = READABLE[type];
        if (path === undefined) {
          return [
            open(subject, {
              found: "Grafana has no check for this kind",
              expected,
              next: `open Connections, Data sources, ${name} in Grafana and see whether Explore shows anything of it`,
            }),
          ];
        }
        // Only the status matters; the content need not be JSON.
        await grafana.policy(`${proxyPath(uid)}${path}`);
        return [passed(subject, `answers ${path} through Grafana`)];
      }
    }
  });
}
