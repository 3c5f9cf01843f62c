import { milliseconds, minutes } from "../model/duration";
import { MULTILINE, logSources } from "../model/log-pipeline";
import type {
  LogPipeline,
  LogSource,
  MultilineEntries,
} from "../model/log-pipeline";
import { METRIC_NAME, checkKebab } from "../model/checks/names";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { STREAM_LABELS, isStreamLabel } from "../model/stream-labels";
import { readPattern } from "../model/re2-pattern";

/** Every mistake in how logs of services are collected, alone and against each other. */
export const checkLogPipelines = (
  services: readonly Service[],
): readonly Problem[] => [
  ...services.flatMap(({ key, logs }) =>
    logs === undefined ? [] : checkPipeline(`services/${key} logs`, logs),
  ),
  ...checkOwners(services),
];

const checkPipeline = (
  path: string,
  {
    sources,
    labels = {},
    metadata = [],
    masking = [],
    dropped = [],
    multiline,
  }: LogPipeline,
): readonly Problem[] => [
  ...(sources === undefined ? [] : checkSources(path, sources)),
  ...(multiline === undefined
    ? []
    : checkMultiline(`${path}.multiline`, multiline)),
  ...Object.keys(labels)
    .filter((label) => !isStreamLabel(label))
    .map((label) => ({
      path: `${path}.labels`,
      message: "not a label that a log stream may have",
      got: label,
      allowed: STREAM_LABELS.join(", "),
      next: "put it under metadata: each value of a label is a stream of its own",
    })),
  ...[...metadata, ...dropped.map(({ reason }) => reason)]
    .filter((name) => !METRIC_NAME.test(name))
    .map((name) => ({
      path,
      message: "the name of a field or a reason must be snake_case",
      got: name,
      allowed: "a-z, 0-9 and _, beginning with a letter",
      next: "rename it",
    })),
  ...masking.flatMap(({ name, pattern }) => [
    ...checkKebab(`${path} masking "${name}"`, "name", name),
    ...checkPattern(`${path} masking "${name}"`, pattern),
    ...checkCapture(`${path} masking "${name}"`, pattern),
  ]),
  ...dropped.flatMap(({ pattern, reason }) =>
    checkPattern(`${path} dropped "${reason}"`, pattern),
  ),
];

/** Longest wait: an alert on logs must not be later than its window. */
const LONGEST_WAIT = minutes(1);
const SHORTEST_WAIT = milliseconds(100);

/** More lines hardly fit into what Loki takes as one. */
const MOST_LINES = 1000;

function checkMultiline(
  path: string,
  {
    firstLine,
    maxWait = MULTILINE.maxWait,
    maxLines = MULTILINE.maxLines,
  }: MultilineEntries,
): readonly Problem[] {
  return [
    ...checkPattern(`${path}.firstLine`, firstLine),
    ...(maxWait.milliseconds >= SHORTEST_WAIT.milliseconds &&
    maxWait.milliseconds <= LONGEST_WAIT.milliseconds
      ? []
      : [
          {
            path: `${path}.maxWait`,
            message: "waits too short or too long for another line",
            got: maxWait.toString(),
            allowed: `${SHORTEST_WAIT.toString()} to ${LONGEST_WAIT.toString()}`,
            next: "leave it out for 3s",
          },
        ]),
    ...(Number.isInteger(maxLines) && maxLines >= 2 && maxLines <= MOST_LINES
      ? []
      : [
          {
            path: `${path}.maxLines`,
            message: "an entry has several lines, and not any number of them",
            got: String(maxLines),
            allowed: `whole numbers from 2 to ${String(MOST_LINES)}`,
            next: "leave it out for 128",
          },
        ]),
  ];
}

const checkSources = (
  path: string,
  sources: readonly LogSource[],
): readonly Problem[] =>
  sources.flatMap(({ namespace, apps }) => [
    ...checkKebab(`${path}.sources`, "namespace", namespace),
    ...(apps?.length === 0
      ? [
          {
            path: `${path}.sources`,
            message: `names no app of namespace ${namespace}: nothing is collected`,
            next: "name apps, or leave the key away for every pod",
          },
        ]
      : []),
  ]);

/** Alloy would refuse the whole configuration, and collect nothing from anybody. */
function checkPattern(path: string, pattern: string): readonly Problem[] {
  const read = readPattern(pattern);
  if (read.problem !== undefined) {
    return [
      {
        path,
        message: `the pattern is no valid RE2: ${read.problem}`,
        got: pattern,
        next: "write it without: see https://github.com/google/re2/wiki/Syntax",
      },
    ];
  }
  return read.matches("")
    ? [
        {
          path,
          message: "the pattern matches nothing at all, and so every line",
          got: pattern,
          next: "ask for at least one character",
        },
      ]
    : [];
}

/**
 * Only what is captured is replaced: a pattern without a group would mask nothing, and say nothing.
 */
function checkCapture(path: string, pattern: string): readonly Problem[] {
  const { groups, problem } = readPattern(pattern);
  if (problem !== undefined) return [];
  return groups === 1
    ? []
    : [
        {
          path,
          message: "the pattern must capture what is masked, in one group",
          got: `${String(groups)} groups in ${pattern}`,
          next: "put parentheses around it, and ?: into the others",
        },
      ];
}

/** The logs of a pod belong to one system. */
function checkOwners(services: readonly Service[]): readonly Problem[] {
  const owners = new Map<string, string>();
  return services.flatMap((service) =>
    logSources(service)
      .flatMap(({ namespace, apps }) =>
        apps === undefined
          ? [`namespace ${namespace}`]
          : apps.map((app) => `app ${app} of namespace ${namespace}`),
      )
      .flatMap((source) => {
        const owner = owners.get(source);
        owners.set(source, owner ?? service.key);
        return owner === undefined || owner === service.key
          ? []
          : [
              {
                path: `services/${owner} and services/${service.key}`,
                message: `both claim the logs of ${source}`,
                next: "give one of them logs.sources with its apps",
              },
            ];
      }),
  );
}
