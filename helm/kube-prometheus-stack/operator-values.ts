import { mebibytes } from "../../model/bytes";
import { SMALL, containerResources } from "../parts/container-resources";
import type { Values } from "../parts/values";

/**
 * The operator, the jobs that make its webhook's certificate, and what it puts beside every
 * Prometheus.
 */
export const operatorValues = (): Values => ({
  prometheusOperator: {
    resources: containerResources({ cpu: 0.1, memory: mebibytes(256) }),
    prometheusConfigReloader: { resources: SMALL },
    admissionWebhooks: {
      // The webhook rejects invalid rules. If it does not answer, it must not block the upgrade
      // that repairs it.
      failurePolicy: "Ignore",
      patch: { resources: SMALL },
    },
  },
});
