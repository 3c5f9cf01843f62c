import { BLACKBOX_EXPORTER } from "../../../helm/blackbox-exporter/chart";
import { blackboxProber } from "../../../helm/blackbox-exporter/prober";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { probeUrl } from "../../../prometheus/monitors/probes";
import { kubectl, shell, workloadFile } from "./shell";

/** What the probed addresses must answer, and the same question asked by hand. */
export function probeLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const { probes } = service;
  if (probes.length === 0) return [];
  const port = String(BLACKBOX_EXPORTER.ports.http);
  return [
    "### Probed addresses",
    [
      ...probes.map(
        ({ name, url, answer }) =>
          `- \`${name}\`: <${probeUrl({ url }, service, environment)}> answers ${
            answer === undefined
              ? "2xx"
              : `${String(answer.status)} with a body that matches \`${answer.body}\``
          } within 5 seconds and without authentication`,
      ),
      "- A redirect is followed. Its destination must answer too, at an address that the probe may connect to: a redirect to a page of login hides an outage, one to another host is denied by the network policy.",
    ].join("\n"),
    "The exporter asks by itself, and says why it failed:",
    shell(
      `${kubectl(environment, environment.namespace)} port-forward service/${BLACKBOX_EXPORTER.release} ${port} & sleep 2`,
      ...probes.map(
        ({ name, url, answer }) =>
          `curl --get http://127.0.0.1:${port}/probe --data debug=true --data module=${answer === undefined ? blackboxProber(environment).module : name} --data-urlencode target=${probeUrl({ url }, service, environment)}`,
      ),
      "kill %%",
    ),
  ];
}

/** Kubernetes' own probes of the containers, which the owner copies. */
export const containerProbeLines = (
  { key, containerProbes = [] }: Service,
  environment: EnvironmentConfig,
): readonly string[] =>
  containerProbes.length === 0
    ? []
    : [
        "### Kubernetes' probes",
        `Startup, liveness and readiness, to copy into the containers of ${containerProbes
          .map(
            ({ workload, startup, liveness, readiness }) =>
              `\`${workload}\` (${[
                ...new Set(
                  [startup, liveness, readiness].map(
                    ({ path, port }) => `\`:${String(port)}${path}\``,
                  ),
                ),
              ].join(", ")})`,
          )
          .join(" and ")}:`,
        shell(
          `jq '.[] | del(.workload)' ${workloadFile(environment, key, "probes")}`,
        ),
      ];
