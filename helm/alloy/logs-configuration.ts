import { logSources } from "../../model/log-pipeline";
import { multilineStages } from "./log-stages";
import type { LoggedService } from "./log-stages";
import { maskedLogs } from "./masked-logs";
import type { LogDestination } from "./masked-logs";
import { renderConfiguration } from "./render-configuration";
import { block, code, component, reference } from "./syntax";
import type { Block } from "./syntax";

/**
 * Configuration of the collector that runs on every node: it reads the logs of the node's pods
 * through the Kubernetes API, keeps those of systems that are declared, and sends them masked.
 * @see https://grafana.com/docs/alloy/latest/collect/logs-in-kubernetes/
 */
export function logsConfiguration(
  services: readonly LoggedService[],
  destination: LogDestination,
): string {
  const discovery = component(
    "discovery.kubernetes",
    "pods",
    { role: "pod" },
    block("selectors", {
      role: "pod",
      field: code('"spec.nodeName=" + sys.env("K8S_NODE_NAME")'),
    }),
  );
  const relabel = component(
    "discovery.relabel",
    "pods",
    { targets: reference(discovery, "targets") },
    ...podRules(),
    ...systemRules(services),
    block("rule", {
      source_labels: ["system"],
      regex: ".+",
      action: "keep",
    }),
  );
  const masked = maskedLogs("pods", services, destination);
  const stages = multilineStages(services);
  const joined = component(
    "loki.process",
    "entries",
    { forward_to: [masked.input] },
    ...stages,
  );
  const source = component("loki.source.kubernetes", "pods", {
    targets: reference(relabel, "output"),
    forward_to: [
      stages.length === 0 ? masked.input : reference(joined, "receiver"),
    ],
  });
  return renderConfiguration([
    discovery,
    relabel,
    source,
    ...(stages.length === 0 ? [] : [joined]),
    ...masked.components,
  ]);
}

const META = "__meta_kubernetes";

const podRules = (): readonly Block[] => [
  copied([`${META}_namespace`], "namespace"),
  copied([`${META}_pod_name`], "pod"),
  copied([`${META}_pod_container_name`], "container"),
  copied([`${META}_pod_label_app`], "app"),
  // The recommended label wins where a pod has both.
  copied([`${META}_pod_label_app_kubernetes_io_name`], "app", "(.+)"),
];

const copied = (
  source_labels: readonly string[],
  target_label: string,
  regex?: string,
): Block =>
  block("rule", {
    source_labels,
    ...(regex === undefined ? {} : { regex }),
    target_label,
  });

/**
 * The system that a pod belongs to: by its namespace, or more narrowly by namespace and app, which
 * therefore come last.
 */
function systemRules(services: readonly LoggedService[]): readonly Block[] {
  const sources = services.flatMap((service) =>
    logSources(service).map((source) => ({ system: service.key, ...source })),
  );
  return [
    ...sources.filter(({ apps }) => apps === undefined),
    ...sources.filter(({ apps }) => apps !== undefined),
  ].map(({ system, namespace, apps }) =>
    block("rule", {
      source_labels: apps === undefined ? ["namespace"] : ["namespace", "app"],
      regex:
        apps === undefined
          ? literal(namespace)
          : `${literal(namespace)};(?:${apps.map(literal).join("|")})`,
      target_label: "system",
      replacement: system,
    }),
  );
}

const literal = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
