import type { Component, PodSelector } from "../../helm/parts/component";
import { PRIORITY_CLASS } from "../../helm/parts/priority-class";
import type { EnvironmentConfig } from "../../model/environment";
import { markdownTable } from "../../model/markdown-table";
import type { Service } from "../../model/service";
import { HARDENING } from "../hardening";
import { allComponents } from "./components";
import type { Flow, Port } from "./flow";
import { flowGroups } from "./flows";

/** A flow, and where it is allowed. */
interface SharedFlow {
  readonly flow: Flow;
  readonly environments: readonly string[];
}

/**
 * The page `docs/network.md`: a diagram and a table for each group of flows, and a list of
 * components. It is generated from the same flows as the policies, so both always agree.
 */
export function networkPage(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): string {
  const names = environments.map(({ name }) => name);
  const groups = environments.map((environment) =>
    flowGroups(environment, services),
  );
  const titles = groups[0]?.map(({ title }) => title) ?? [];
  return `${[
    INTRODUCTION,
    ...titles.flatMap((title, index) => {
      const shared = merged(
        names.map((name, which) => ({
          name,
          flows: groups[which]?.[index]?.flows ?? [],
        })),
      );
      return [
        `## ${title}`,
        drawing(shared.map(({ flow }) => flow)),
        markdownTable(
          ["from", "to", "ports", "why", "where"],
          shared.map(({ flow, environments: where }) => [
            flow.from.name,
            flow.to.name,
            portList(flow.ports),
            flow.reason,
            where.length === names.length ? "everywhere" : where.join(", "),
          ]),
        ),
      ];
    }),
    "## Components",
    "Each has a policy of its name. Labels are those that the chart or the operator gives to its pods.",
    markdownTable(
      ["component", "what it does", "pods"],
      uniqueComponents(environments, services).map(({ name, what, pods }) => [
        name,
        what,
        labelList(pods),
      ]),
    ),
    "## What pods may do on their node",
    "Every pod is held to Pod Security `restricted`, with a root file system that cannot be written to. The exceptions have a namespace of their own.",
    markdownTable(
      ["release", "exceptions", "why", "priority class"],
      Object.entries(HARDENING).map(([release, entry]) => [
        release,
        list(
          entry.exceptions.map(
            ({ workload, namespace, level }) =>
              `${workload}: ${level}, in \`${namespace}\``,
          ),
        ),
        list(entry.exceptions.map(({ reason }) => reason)),
        entry.wakesPeople.length === 0
          ? "none"
          : `\`${PRIORITY_CLASS.name}\`: ${list(entry.wakesPeople)}`,
      ]),
    ),
  ].join("\n\n")}\n`;
}

const list = (items: readonly string[]): string =>
  items.length === 0 ? "none" : items.join(", ");

const INTRODUCTION = `# Who may talk to whom

Written by \`npm run generate\` from \`kubernetes/network/flows\`, which the network policies are generated from as well; a test compares. Everything that is not listed is denied, in both
directions, in the namespaces \`monitoring\` and \`monitoring-nodes\`. Reasons and limits: [ADR 13](adr/0013-network-policies.md).

Ports are those of pods, not of Services. Not shown: every component uses the cluster's DNS, at port 53 in TCP and UDP.`;

/** The same flow of several environments as one, in the order of the first that has it. */
function merged(
  sources: readonly {
    readonly name: string;
    readonly flows: readonly Flow[];
  }[],
): readonly SharedFlow[] {
  const found = new Map<string, SharedFlow>();
  for (const { name, flows } of sources) {
    for (const flow of flows) {
      const key = JSON.stringify([
        flow.from.name,
        flow.to.name,
        flow.ports,
        flow.reason,
      ]);
      const environments = found.get(key)?.environments ?? [];
      found.set(key, { flow, environments: [...environments, name] });
    }
  }
  return [...found.values()];
}

/** A Mermaid diagram: one arrow for each pair, whatever the number of its reasons. */
function drawing(flows: readonly Flow[]): string {
  const peers = new Map(
    flows.flatMap(({ from, to }) => [
      [from.name, from],
      [to.name, to],
    ]),
  );
  const arrows = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = `${identifier(flow.from.name)} --> ${identifier(flow.to.name)}`;
    const own = arrows.get(key);
    if (own === undefined) arrows.set(key, [flow]);
    else own.push(flow);
  }
  return [
    "```mermaid",
    "flowchart LR",
    ...[...peers.values()].map(({ name, kind }) =>
      kind === "component"
        ? `  ${identifier(name)}["${name}"]`
        : `  ${identifier(name)}(["${name}"])`,
    ),
    ...[...arrows].map(([arrow, own]) => {
      const label = portList(own.flatMap(({ ports }) => ports));
      return `  ${arrow.replace("-->", `-->|"${label}"|`)}`;
    }),
    "```",
  ].join("\n");
}

/** Mermaid has reserved words, and reads hyphens as arrows. */
const identifier = (name: string): string => `p_${name.replaceAll("-", "_")}`;

/** `443, 9094 TCP and UDP`. */
function portList(ports: readonly Port[]): string {
  const protocols = new Map<number, Set<string>>();
  for (const { port, protocol } of ports) {
    protocols.set(port, (protocols.get(port) ?? new Set()).add(protocol));
  }
  return [...protocols]
    .map(([port, own]) =>
      own.size === 1 && own.has("TCP")
        ? String(port)
        : `${String(port)} ${[...own].join(" and ")}`,
    )
    .join(", ");
}

const labelList = ({ labels, except }: PodSelector): string =>
  [
    ...Object.entries(labels).map(([key, value]) => `\`${key}=${value}\``),
    ...(except === undefined
      ? []
      : [`no \`${except.label}\` of ${except.values.join(", ")}`]),
  ].join(", ");

const uniqueComponents = (
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): readonly Component[] => [
  ...new Map(
    environments
      .flatMap((environment) => allComponents(environment, services))
      .map((component) => [component.name, component]),
  ).values(),
];
