import type { DistributedLogs } from "../../model/stores";
import { chartVolume } from "../parts/chart-volume";
import { containerResources } from "../parts/container-resources";
import type { Values } from "../parts/values";
import { WITH_TOKEN, part, partWithVolume } from "./pods";

const NONE: Values = { replicas: 0 };

/** Each component in pods of its own. */
export const distributedLogs = (logs: DistributedLogs): Values => ({
  deploymentMode: "Distributed",
  singleBinary: NONE,
  read: NONE,
  write: NONE,
  backend: NONE,
  distributor: part("distributor", logs.distributor),
  ingester: {
    ...partWithVolume("ingester", logs.ingester, {
      // The chart keeps what is not yet in the bucket in a folder that goes with its pod.
      claims: [
        {
          name: "data",
          accessModes: ["ReadWriteOnce"],
          ...chartVolume(logs.ingester.volume, "storageClass"),
        },
      ],
    }),
    // Three StatefulSets, one a zone, and an operator that rolls them: more than the spread over
    // zones needs.
    zoneAwareReplication: { enabled: false },
  },
  querier: part("querier", logs.querier),
  queryFrontend: part("query-frontend", logs.queryFrontend),
  queryScheduler: part("query-scheduler", logs.queryScheduler),
  indexGateway: partWithVolume(
    "index-gateway",
    logs.indexGateway,
    chartVolume(logs.indexGateway.volume, "storageClass"),
  ),
  compactor: {
    replicas: 1,
    resources: containerResources(logs.compactor.resources),
    persistence: {
      enabled: true,
      // The chart reads its list of claims and not the keys beside it.
      claims: [
        {
          name: "data",
          accessModes: ["ReadWriteOnce"],
          ...chartVolume(logs.compactor.volume, "storageClass"),
        },
      ],
    },
  },
  // Off by default in this mode; without it no rule is read.
  ruler: {
    ...part("ruler", logs.ruler),
    ...WITH_TOKEN,
    sidecar: true,
  },
});
