import { seconds } from "../duration";
import type { Duration } from "../duration";
import type { EnvironmentConfig, Resources } from "../environment";
import type { Problem } from "../problem";

/** Prometheus marks a series stale after five minutes; a longer step leaves gaps. */
const LONGEST_STEP = seconds(120);
const SHORTEST_STEP = seconds(1);

/** Checks the durations and resources of an environment. */
export const checkMeasures = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] => {
  const { prometheus, notification } = environment;
  const { scrapeInterval, scrapeTimeout, evaluationInterval } = prometheus;
  return [
    ...checkStep(`${path} prometheus.scrapeInterval`, scrapeInterval),
    ...checkStep(`${path} prometheus.evaluationInterval`, evaluationInterval),
    ...(scrapeTimeout.milliseconds > 0 &&
    scrapeTimeout.milliseconds <= scrapeInterval.milliseconds
      ? []
      : [
          {
            path: `${path} prometheus.scrapeTimeout`,
            message: "must be above 0 and not longer than the interval",
            got: scrapeTimeout.toString(),
            allowed: `more than 0s, at most ${scrapeInterval.toString()}`,
            next: "shorten it, or scrape less often",
          },
        ]),
    ...(notification.heartbeat.after.milliseconds > 0
      ? []
      : [
          {
            path: `${path} notification.heartbeat.after`,
            message: "must be a time",
            got: notification.heartbeat.after.toString(),
            next: "state how long the external service waits: minutes(5)",
          },
        ]),
    ...resourcesIn(path, environment, " ").flatMap(([where, resources]) =>
      checkResources(where, resources),
    ),
  ];
};

const checkStep = (path: string, step: Duration): readonly Problem[] =>
  step.milliseconds >= SHORTEST_STEP.milliseconds &&
  step.milliseconds <= LONGEST_STEP.milliseconds
    ? []
    : [
        {
          path,
          message: "leaves gaps, or is shorter than useful",
          got: step.toString(),
          allowed: `${SHORTEST_STEP.toString()} to ${LONGEST_STEP.toString()}`,
          next: "correct it",
        },
      ];

const checkResources = (
  path: string,
  { cpu, memory, memoryLimit = memory }: Resources,
): readonly Problem[] => [
  ...(Number.isFinite(cpu) && cpu > 0
    ? []
    : [
        {
          path: `${path}.cpu`,
          message: "must be a number of cores above 0",
          got: String(cpu),
          next: "correct it: 0.5 is half a core",
        },
      ]),
  ...(memoryLimit.bytes >= memory.bytes
    ? []
    : [
        {
          path: `${path}.memoryLimit`,
          message: "is below the request, which Kubernetes refuses",
          got: memoryLimit.toKubernetes(),
          allowed: `${memory.toKubernetes()} or more`,
          next: "raise it, or leave it out",
        },
      ]),
];

const isResources = (value: object): value is Resources =>
  Object.hasOwn(value, "cpu") && Object.hasOwn(value, "memory");

/** The resources of all containers of an environment, with their paths. */
const resourcesIn = (
  path: string,
  value: unknown,
  separator: " " | ".",
): readonly (readonly [path: string, resources: Resources])[] => {
  if (typeof value !== "object" || value === null) return [];
  if (isResources(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    resourcesIn(`${path}${separator}${key}`, inner, "."),
  );
};
