import { seconds } from "../duration";
import type { Duration } from "../duration";
import type { EnvironmentConfig, Resources } from "../environment";
import type { Problem } from "../problem";

/** Prometheus marks a series stale after five minutes; a longer step leaves gaps. */
const LONGEST_STEP = seconds(120);
const SHORTEST_STEP = seconds(1);

/** What Kubernetes can express, and what no machine has: then it was meant in thousandths. */
const LEAST_CPU = 0.001;
const MOST_CPU = 256;

/** Checks the durations and resources of an environment. */
export const checkMeasures = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] => {
  const { prometheus } = environment;
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
    ...resourcesIn(path, environment, " ").flatMap(([where, resources]) =>
      checkResources(where, resources),
    ),
  ];
};

const checkStep = (path: string, step: Duration): readonly Problem[] =>
  step.milliseconds >= SHORTEST_STEP.milliseconds &&
  step.milliseconds <= LONGEST_STEP.milliseconds &&
  Number.isInteger(step.seconds)
    ? []
    : [
        {
          path,
          message: "leaves gaps, or is shorter than useful",
          got: step.toString(),
          allowed: `whole seconds, ${SHORTEST_STEP.toString()} to ${LONGEST_STEP.toString()}`,
          next: "correct it",
        },
      ];

const checkResources = (
  path: string,
  { cpu, memory, memoryLimit = memory }: Resources,
): readonly Problem[] => [
  ...(cpu >= LEAST_CPU && cpu <= MOST_CPU
    ? []
    : [
        {
          path: `${path}.cpu`,
          message: "is not a number of cores",
          got: String(cpu),
          allowed: `${String(LEAST_CPU)} to ${String(MOST_CPU)}`,
          next: "correct it: 0.5 is half a core, which Kubernetes writes 500m",
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
