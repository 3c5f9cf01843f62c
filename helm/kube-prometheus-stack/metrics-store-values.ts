import { assertNever } from "../../model/assert-never";
import { mebibytes } from "../../model/bytes";
import { TENANT_HEADER } from "../../model/stores";
import type { MetricsStore } from "../../model/stores";
import { containerResources } from "../parts/container-resources";
import type { Values } from "../parts/values";

/**
 * How metrics leave Prometheus for what keeps them longer: block by block into a bucket, or sample
 * by sample.
 */
export function metricsStoreValues(metrics: MetricsStore): Values {
  switch (metrics.kind) {
    case "prometheus":
      return {};
    case "thanos":
      return {
        thanos: {
          objectStorageConfig: {
            existingSecret: {
              name: metrics.objectStorage.secret,
              key: metrics.objectStorage.key,
            },
          },
          resources: containerResources({ cpu: 0.1, memory: mebibytes(512) }),
        },
      };
    case "mimir":
      return {
        // Mimir takes the samples of one replica of a cluster, and knows replicas by this label.
        replicaExternalLabelName: "__replica__",
        // Unlike the key without "additional", the chart evaluates no template in it.
        additionalRemoteWrite: [
          {
            url: metrics.writeUrl,
            headers: { [TENANT_HEADER]: metrics.tenant },
            sendExemplars: true,
          },
        ],
      };
    default:
      return assertNever(metrics);
  }
}
