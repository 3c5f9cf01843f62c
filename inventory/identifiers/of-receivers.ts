import { readNamedFile, resourcesOf } from "../synthesised-stack";
import type { StackOnDisk } from "../synthesised-stack";
import type { Lines } from "./lines";

/** What is read of the values of kube-prometheus-stack and of Grafana's chart. */
interface Values {
  readonly alertmanager?: {
    readonly config: { readonly receivers: readonly Named[] };
  };
  readonly alerting?: {
    readonly "contactpoints.yaml"?: {
      readonly contactPoints: readonly Named[];
    };
  };
}

interface Named {
  readonly name: string;
}

/** Receivers of Alertmanager, and contact points of the second path. */
export const identifiersOfReceivers = (onDisk: StackOnDisk): Lines => {
  const values = resourcesOf(onDisk, "helm_release").flatMap((release) =>
    (release["values"] as readonly string[]).map(
      (file) => readNamedFile(onDisk.folder, file) as Values,
    ),
  );
  return [
    [
      "receivers",
      values.flatMap(({ alertmanager }) =>
        (alertmanager?.config.receivers ?? []).map(({ name }) => name),
      ),
    ],
    [
      "contact-points",
      values.flatMap(({ alerting }) =>
        (alerting?.["contactpoints.yaml"]?.contactPoints ?? []).map(
          ({ name }) => name,
        ),
      ),
    ],
  ];
};
