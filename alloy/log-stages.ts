import type { LogPipeline } from "../model/log-pipeline";
import type { ServiceDeclaration } from "../model/service";
import { STREAM_LABELS } from "../model/stream-labels";
import { maskedAs, maskingStages, replaceStage } from "./masking";
import { block } from "./syntax";
import type { Block } from "./syntax";

/** Services as far as their logs go. */
export type LoggedService = Pick<
  ServiceDeclaration,
  "key" | "namespace" | "logs"
>;

/** Labels that are the same for every line of an environment. */
export interface EnvironmentLabels {
  readonly environment: string;
  readonly cluster: string;
}

/**
 * Fields of the common schema that are kept beside the line, with the names they have elsewhere in JMESPath.
 * They are not labels: each has a value of its own in nearly every line.
 */
const METADATA: Readonly<Record<string, string>> = {
  trace_id: "trace_id || traceId || traceid",
  span_id: "span_id || spanId || spanid",
  duration_ms: "duration_ms || duration",
  analysis_id: "analysis_id || analysisId || attributes.analysis_id",
  user_id: "user_id || userId || attributes.user_id || attributes.userId",
};

const LEVEL = "level || severity";

/** Levels of the common schema with everything that means the same; what is none of these is "unknown", so that the label stays bounded. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  debug: ["debug", "trace", "verbose"],
  info: ["info", "information", "notice"],
  warning: ["warning", "warn"],
  error: ["error", "err"],
  critical: ["critical", "crit", "fatal", "panic", "alert", "emergency"],
};

const NORMALISED_LEVEL = [
  '{{ $level := ToLower (default "" .Value) }}',
  ...Object.entries(LEVELS).map(
    ([level, names], index) =>
      `${index === 0 ? "{{ if" : "{{ else if"} or ${names
        .map((name) => `(eq $level "${name}")`)
        .join(" ")} }}${level}`,
  ),
  "{{ else }}unknown{{ end }}",
].join("");

/** Where a line begins like a JSON object, inside a string of LogQL. */
const JSON_LINE = String.raw`^\\s*\\{`;

/**
 * What happens to every line before it leaves: unwanted lines are dropped, what must not leave is masked, and only then is
 * anything read from it, so that no masked value survives as metadata. Labels outside of the list go last.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/
 */
export function logStages(
  services: readonly LoggedService[],
  labels: EnvironmentLabels,
): readonly Block[] {
  const lines = `{environment="${labels.environment}"}`;
  return [
    block("stage.static_labels", { values: { ...labels } }),
    ...forEachSystem(services, dropStages),
    ...forEachSystem(services, ownMaskingStages),
    ...maskingStages(lines),
    block(
      "stage.match",
      { selector: `${lines} |~ "${JSON_LINE}"` },
      block("stage.json", { expressions: { ...METADATA, level: LEVEL } }),
      ...forEachSystem(services, fieldStages),
    ),
    block(
      "stage.match",
      { selector: `${lines} !~ "${JSON_LINE}"` },
      block("stage.regex", {
        expression: String.raw`(?i)\b(?:level|lvl|severity)=["']?(?P<level>[a-z]+)`,
      }),
      block("stage.regex", {
        expression: String.raw`(?i)\btrace_?id=["']?(?P<trace_id>[0-9a-f]{32})\b`,
      }),
    ),
    block("stage.template", { source: "level", template: NORMALISED_LEVEL }),
    block("stage.labels", { values: { level: "" } }),
    block("stage.structured_metadata", {
      values: Object.fromEntries(
        metadataOf(services).map((name) => [name, ""]),
      ),
    }),
    block("stage.label_keep", { values: [...STREAM_LABELS] }),
  ];
}

/** Stages for the lines of one system only, where it has any. */
const forEachSystem = (
  services: readonly LoggedService[],
  stagesOf: (pipeline: LogPipeline) => readonly Block[],
): readonly Block[] =>
  services.flatMap(({ key, logs = {} }) => {
    const stages = stagesOf(logs);
    return stages.length === 0
      ? []
      : [block("stage.match", { selector: `{system="${key}"}` }, ...stages)];
  });

const dropStages = ({ dropped = [] }: LogPipeline): readonly Block[] =>
  dropped.map(({ pattern, reason }) =>
    block("stage.drop", { expression: pattern, drop_counter_reason: reason }),
  );

const ownMaskingStages = ({ masking = [] }: LogPipeline): readonly Block[] =>
  masking.map((pattern) => replaceStage(maskedAs(pattern)));

/** Fields that a system names itself, in JMESPath. */
function fieldStages({ labels = {}, metadata = [] }: LogPipeline) {
  const expressions = {
    ...Object.fromEntries(metadata.map((field) => [field, ""])),
    ...labels,
  };
  return Object.keys(expressions).length === 0
    ? []
    : [
        block("stage.json", { expressions }),
        ...(Object.keys(labels).length === 0
          ? []
          : [
              block("stage.labels", {
                values: Object.fromEntries(
                  Object.keys(labels).map((label) => [label, ""]),
                ),
              }),
            ]),
      ];
}

const metadataOf = (services: readonly LoggedService[]): readonly string[] =>
  [
    ...new Set([
      ...Object.keys(METADATA),
      ...services.flatMap(({ logs }) => logs?.metadata ?? []),
    ]),
  ].sort();
