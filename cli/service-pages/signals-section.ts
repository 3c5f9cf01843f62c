import type { EnvironmentConfig } from "../../model/environment";
import { markdownTable } from "../../model/markdown-table";
import { RETENTION_DAYS } from "../../model/metric";
import type { Metric } from "../../model/metric";
import type { Service } from "../../model/service";
import type { Exporter, HttpProbe, Target } from "../../model/target";
import { probeUrl } from "../../prometheus/monitors/probes";
import { inCell } from "./in-cell";
import type { ServicePageSources } from "./service-page";

/** Where its numbers come from, and which there are. */
export const signalsSection = ({
  service,
  environment,
}: ServicePageSources): readonly string[] => {
  const sources = [
    ...service.targets.map(targetRow),
    ...service.probes.map((probe) => probeRow(probe, service, environment)),
    ...service.exporters.map(exporterRow),
    ...(service.collectionJobs ?? []).map(({ name, schedule, command }) => [
      `\`${name}\``,
      "job of the application",
      `\`${inCell(command.join(" "))}\``,
      `\`${schedule}\``,
    ]),
  ];
  return [
    "## Targets",
    sources.length === 0
      ? "None of its own."
      : markdownTable(["Name", "Kind", "Reads", "Every"], sources),
    "## Metrics",
    metrics(service),
  ];
};

const targetRow = ({
  name,
  kind,
  port,
  containerPort,
  path = "/metrics",
  interval,
  expectedTargets,
}: Target): readonly string[] => [
  `\`${name}\``,
  kind === "pod-monitor" ? "pods" : "service",
  `\`${path}\` of port \`${port}\` (${String(containerPort)}), at most ${String(expectedTargets)} ${expectedTargets === 1 ? "target" : "targets"}`,
  interval.toString(),
];

const probeRow = (
  { name, url, answer, interval }: HttpProbe,
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] => [
  `\`${name}\``,
  "probe",
  `<${probeUrl({ url }, service, environment)}>${answer === undefined ? "" : `, must answer ${String(answer.status)} with \`${inCell(answer.body)}\``}`,
  interval.toString(),
];

const exporterRow = (exporter: Exporter): readonly string[] => [
  `\`${exporter.name}\``,
  "exporter",
  `\`${exporter.kind === "redis" ? exporter.address : `${exporter.host}/${exporter.database}`}\``,
  "–",
];

/** The contract of the system, and what is recorded from it. */
function metrics({ metrics: contract, recording }: Service): string {
  const entries = Object.entries(contract);
  const rules = recording.flatMap((group) => group.rules).length;
  return [
    `${String(entries.length)} metrics, and ${String(rules)} series that are recorded from them or from others.`,
    ...(entries.length === 0
      ? []
      : [
          markdownTable(
            ["Metric", "Type", "Labels", "Kept", "Meaning"],
            entries.map(([name, metric]) => metricRow(name, metric)),
          ),
        ]),
  ].join("\n\n");
}

const metricRow = (name: string, metric: Metric): readonly string[] => [
  `\`${name}\``,
  metric.type,
  Object.keys(metric.labels ?? {}).join(", "),
  `${String(RETENTION_DAYS[metric.retention ?? "standard"])} d at least`,
  inCell(metric.help),
];
