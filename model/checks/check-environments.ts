import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import { repeated } from "./names";

/** Checks the environments together: at least one, and none that conflicts with another. */
export const checkEnvironments = (
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  environments.length === 0
    ? [
        {
          path: "environments",
          message:
            "there are none, so nothing would be deployed, and the output of an earlier run would stay",
          next: "declare one",
        },
      ]
    : [...checkNames(environments), ...checkPairs(environments)];

const checkNames = (
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  repeated(environments.map(({ name }) => name)).map((name) => ({
    path: `environments/${name}`,
    message: `${String(environments.filter((each) => each.name === name).length)} environments have this name, which is a stack, its state and a label`,
    next: "rename all but one",
  }));

/** Fields that no two environments may share, and the harm if they did. */
const SHARED: readonly {
  readonly field: string;
  readonly value: (environment: EnvironmentConfig) => readonly string[];
  readonly harm: string;
}[] = [
  {
    field: "cluster.name",
    value: ({ cluster }) => [cluster.name],
    harm: "the label cluster would not distinguish their samples",
  },
  {
    field: "cluster.kubeconfigContext",
    value: ({ cluster }) => [
      [cluster.kubeconfigPath ?? [], cluster.kubeconfigContext]
        .flat()
        .join(" "),
    ],
    harm: "each apply would overwrite what the other one installed",
  },
  {
    field: "domain",
    value: ({ domain }) => [domain],
    harm: "a host name resolves to one of them only",
  },
  {
    field: "bucket",
    value: buckets,
    harm: "each would delete or overwrite the other's objects",
  },
];

/**
 * Buckets of the stores and of the back-ups. That of the state may be shared, since its keys
 * contain the environment's name.
 */
function buckets({
  logs,
  traces,
  backups,
}: EnvironmentConfig): readonly string[] {
  return [
    ...new Set([
      ...[logs.storage, traces.storage].flatMap((storage) =>
        storage.kind === "s3" ? [storage.bucket] : [],
      ),
      ...(backups.kind === "on" ? [backups.bucket] : []),
    ]),
  ];
}

const checkPairs = (
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  environments.flatMap((first, index) =>
    environments
      .slice(index + 1)
      .filter(({ name }) => name !== first.name)
      .flatMap((second) =>
        SHARED.flatMap(({ field, value, harm }) => {
          const others = value(second);
          return value(first)
            .filter((got) => others.includes(got))
            .map((got) => ({
              path: `environments/${first.name} and environments/${second.name} ${field}`,
              message: `must not be the same: ${harm}`,
              got,
              next: "give each its own",
            }));
        }),
      ),
  );
