import type { Values } from "./values";

/** Keeps the replicas of a workload in different zones as far as the cluster has them. */
export const zoneSpread = (
  replicas: number,
  matchLabels: Readonly<Record<string, string>>,
): readonly Values[] =>
  replicas < 2
    ? []
    : [
        {
          maxSkew: 1,
          topologyKey: "topology.kubernetes.io/zone",
          whenUnsatisfiable: "ScheduleAnyway",
          labelSelector: { matchLabels },
        },
      ];
