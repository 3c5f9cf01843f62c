import type { Volume } from "../../model/environment";
import type { Values } from "../parts/values";

/** A claim for each replica, as the operator's objects take it. */
export const volumeClaim = (volume: Volume): Values => ({
  volumeClaimTemplate: {
    spec: {
      accessModes: ["ReadWriteOnce"],
      ...(volume.storageClass === undefined
        ? {}
        : { storageClassName: volume.storageClass }),
      resources: { requests: { storage: volume.size.toKubernetes() } },
    },
  },
});
