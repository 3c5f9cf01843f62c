import * as v from "valibot";
import { valuesOf } from "../synthesised-stack";
import type { StackOnDisk } from "../synthesised-stack";
import type { Lines } from "./lines";

const NAMED = v.array(v.object({ name: v.string() }));

/** What is read of the values of kube-prometheus-stack and of Grafana's chart. */
const VALUES = v.object({
  alertmanager: v.optional(
    v.object({ config: v.object({ receivers: NAMED }) }),
  ),
  alerting: v.optional(
    v.object({
      "contactpoints.yaml": v.optional(v.object({ contactPoints: NAMED })),
    }),
  ),
});

/** Receivers of Alertmanager, and contact points of the second path. */
export const identifiersOfReceivers = (onDisk: StackOnDisk): Lines => {
  const values = valuesOf(onDisk, VALUES);
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
