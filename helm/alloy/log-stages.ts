import { MULTILINE } from "../../model/log-pipeline";
import type { LogPipeline } from "../../model/log-pipeline";
import {
  COMMON_FIELDS,
  LEVEL_FIELDS,
  LEVEL_IN_TEXT,
  LOG_LEVELS,
  UNKNOWN_LEVEL,
} from "../../model/log-schema";
import type { Service } from "../../model/service";
import { STREAM_LABELS } from "../../model/stream-labels";
import { maskedAs, maskingStages, replaceStage } from "./masking";
import { block } from "./syntax";
import type { Block } from "./syntax";

/** The settings of services that concern logs. */
export type LoggedService = Pick<Service, "key" | "namespace" | "logs">;

/** Labels that are the same for every line of an environment. */
export interface EnvironmentLabels {
  readonly environment: string;
  readonly cluster: string;
}

/** The common schema's fields in JMESPath: the first key that a line has. */
const METADATA = Object.fromEntries(
  Object.entries(COMMON_FIELDS).map(([name, places]) => [
    name,
    places.join(" || "),
  ]),
);

const NORMALISED_LEVEL = [
  '{{ $level := ToLower (default "" .Value) }}',
  ...Object.entries(LOG_LEVELS).map(
    ([level, names], index) =>
      `${index === 0 ? "{{ if" : "{{ else if"} or ${names
        .map((name) => `(eq $level "${name}")`)
        .join(" ")} }}${level}`,
  ),
  `{{ else }}${UNKNOWN_LEVEL}{{ end }}`,
].join("");

/** Where a line begins like a JSON object, inside a string of LogQL. */
const JSON_LINE = String.raw`^\\s*\\{`;

/**
 * Stages of every line: unwanted lines are dropped, secrets are masked, and only then are fields
 * extracted, so that no masked value survives as metadata. Labels that are not allowed are dropped
 * last.
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
      block("stage.json", {
        expressions: { ...METADATA, level: LEVEL_FIELDS.join(" || ") },
      }),
      ...forEachSystem(services, fieldStages),
    ),
    block(
      "stage.match",
      { selector: `${lines} !~ "${JSON_LINE}"` },
      block("stage.regex", {
        expression: `(?i)${LEVEL_IN_TEXT}`,
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

/**
 * Stages that join lines of pods, by stream; none where no system asks for it. What comes over OTLP
 * is whole already.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/#stagemultiline
 */
export const multilineStages = (
  services: readonly LoggedService[],
): readonly Block[] => forEachSystem(services, joinStages);

const joinStages = ({ multiline }: LogPipeline): readonly Block[] => {
  if (multiline === undefined) return [];
  const {
    firstLine,
    maxWait = MULTILINE.maxWait,
    maxLines = MULTILINE.maxLines,
  } = multiline;
  return [
    block("stage.multiline", {
      firstline: firstLine,
      max_wait_time: maxWait.toString(),
      max_lines: maxLines,
    }),
  ];
};

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
