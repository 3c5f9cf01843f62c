import type { EnvironmentConfig } from "../../../model/environment";
import { markdownTable } from "../../../model/markdown-table";
import { outsideAddresses, targetsInside } from "../../../model/outside-target";
import type { Service } from "../../../model/service";
import type { Target } from "../../../model/target";
import { tokenVariable } from "./secret-lines";
import { kubectl, selectorOf, shell } from "./shell";

/** Labels and ports by which the monitors find what they scrape, and how to see that they do. */
export function targetLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  if (service.targets.length === 0) return [];
  const inside = targetsInside(environment, service);
  return [
    "### Labels and ports",
    `The monitors select by these; with other labels, or a port without that name, nothing is scraped.`,
    markdownTable(
      [
        "Monitor",
        "Selects",
        "Labels",
        "Name of the port",
        "In the pod",
        "Path",
      ],
      service.targets.map((target) => row(target, service, environment)),
    ),
    ...(inside.length === 0
      ? []
      : [
          "The first command must list an object that has the port, the others must print metrics:",
          shell(
            ...inside.flatMap((target, index) => [
              ...(index === 0 ? [] : [""]),
              ...commands(target, service, environment),
            ]),
          ),
        ]),
  ];
}

const row = (
  target: Target,
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] => {
  const { name, kind, port, containerPort, path = "/metrics" } = target;
  const addresses = outsideAddresses(environment, service.key, name);
  return addresses === undefined
    ? [
        `\`${name}\``,
        `${kind === "pod-monitor" ? "pods" : "Services"} of \`${service.namespace}\``,
        `\`${selectorOf(target.matchLabels)}\``,
        `\`${port}\``,
        String(containerPort),
        `\`${path}\``,
      ]
    : [
        `\`${name}\``,
        `hosts, ${addresses.map((address) => `\`${address}\``).join(", ")}`,
        "–",
        "–",
        "–",
        `\`${path}\``,
      ];
};

const commands = (
  {
    kind,
    matchLabels,
    podLabels = matchLabels,
    port,
    containerPort,
    path = "/metrics",
    authentication,
  }: Target,
  { namespace }: Service,
  environment: EnvironmentConfig,
): readonly string[] => {
  const own = kubectl(environment, namespace);
  const local = String(containerPort);
  return [
    kind === "pod-monitor"
      ? `${own} get pods --selector ${selectorOf(matchLabels)} --output jsonpath='{..ports[?(@.name=="${port}")]}'`
      : `${own} get services --selector ${selectorOf(matchLabels)} --output jsonpath='{..ports[?(@.name=="${port}")]}'`,
    `pod=$(${own} get pods --selector ${selectorOf(podLabels)} --output name | head -n 1)`,
    `${own} port-forward "$pod" ${local} & sleep 2`,
    `curl --fail${authentication.kind === "bearer" ? ` --header "Authorization: Bearer $${tokenVariable(authentication.credentials)}"` : ""} http://127.0.0.1:${local}${path} | head; kill %%`,
  ];
};
