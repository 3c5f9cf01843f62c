import { PUSHGATEWAY } from "../../../helm/pushgateway/chart";
import { serviceUrls } from "../../../helm/parts/service-urls";
import { components } from "../../../kubernetes/network/components";
import type { EnvironmentConfig } from "../../../model/environment";
import { exampleValues } from "../../../model/label-values";
import type { LabelValues } from "../../../model/label-values";
import type { Metric } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { kubectl, selectorOf, shell, workloadFile } from "./shell";

/** Metrics in the example; the contract lists the others. */
const SHOWN = 3;

/**
 * What a job pushes: where, under which labels, and what its pods must be allowed to. The
 * Pushgateway asks for no token; its network policy admits the namespaces whose contracts push.
 */
export function pushLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const pushed = Object.entries(service.metrics).filter(
    ([, { source }]) => source === "push",
  );
  // Jobs in the platform's own namespace are applied with it.
  if (pushed.length === 0 || service.namespace === environment.namespace) {
    return [];
  }
  const group = groupOf(
    service.key,
    pushed.map(([, metric]) => metric),
  );
  return [
    "### Jobs that push",
    ...collection(service, environment),
    "A run pushes to the Pushgateway, which asks for no token. The address holds the labels that its metrics share; a push replaces all metrics of its group that it names, and never adds to them. The values are variables of the shell; one that is not set is refused.",
    shell(
      `curl --fail --data-binary @- ${address(service, environment, group)} <<METRICS`,
      ...example(pushed, new Set(Object.keys(group))),
      "METRICS",
    ),
    "Metrics that a run leaves out keep their last value. Push a 0 rather than nothing.",
    connectionLine(environment),
  ];
}

const collection = (
  { key, namespace, collectionJobs = [] }: Service,
  environment: EnvironmentConfig,
): readonly string[] =>
  collectionJobs.length === 0
    ? []
    : [
        `${collectionJobs
          .map(({ name, schedule }) => `\`${name}\` (\`${schedule}\`, UTC)`)
          .join(
            " and ",
          )} with a network policy of its own; the program finds the address in \`PUSHGATEWAY_URL\`. Apply, then run it once by hand:`,
        shell(
          `${kubectl(environment, namespace)} apply --filename ${workloadFile(environment, key, "collection-jobs")}`,
          ...collectionJobs.map(
            ({ name }) =>
              `${kubectl(environment, namespace)} create job --from=cronjob/${name} ${name}-by-hand`,
          ),
        ),
      ];

/** The path's labels: the system, and what else each pushed metric has, with an example. */
function groupOf(
  key: string,
  metrics: readonly Metric[],
): Readonly<Record<string, string>> {
  const [first = {}, ...others] = metrics.map(({ labels = {} }) => labels);
  return {
    system: key,
    ...Object.fromEntries(
      Object.entries(first)
        .filter(
          ([label]) =>
            label !== "system" && others.every((labels) => label in labels),
        )
        .map(([label, known]) => [label, exampleOf(known)]),
    ),
  };
}

const exampleOf = (known: LabelValues): string => exampleValues(known)[0] ?? "";

const address = (
  { collectionJobs = [] }: Service,
  environment: EnvironmentConfig,
  group: Readonly<Record<string, string>>,
): string =>
  [
    `${serviceUrls(environment).pushgateway}/metrics/job/${collectionJobs[0]?.name ?? '"$JOB"'}`,
    ...Object.entries(group).map(
      ([label, value]) => `${label}/${encodeURIComponent(value)}`,
    ),
  ].join("/");

const example = (
  pushed: readonly (readonly [string, Metric])[],
  inAddress: ReadonlySet<string>,
): readonly string[] =>
  pushed
    .filter(([, { type }]) => type === "counter" || type === "gauge")
    .slice(0, SHOWN)
    .flatMap(([name, { type, labels = {} }]) => {
      const own = Object.entries(labels)
        .filter(([label]) => !inAddress.has(label))
        .map(([label, known]) => `${label}="${exampleOf(known)}"`)
        .join(",");
      return [
        `# TYPE ${name} ${type}`,
        `${name}${own === "" ? "" : `{${own}}`} $${name}`,
      ];
    });

const connectionLine = (environment: EnvironmentConfig): string => {
  const { namespace, pods } = components(environment).pushgateway;
  return `Where the namespace restricts what its pods connect to, a policy must allow DNS, and TCP ${String(PUSHGATEWAY.ports.http)} of the pods \`${selectorOf(pods.labels)}\` in \`${namespace}\`.`;
};
