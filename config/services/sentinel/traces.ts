import type { ServiceTraces } from "../../../model/service-traces";

/** What sentinel sends, and what the saved query finds it by. */
export const traces: ServiceTraces = {
  kind: "sent",
  workloads: [
    {
      workload: "sentinel-api",
      spans: [
        {
          what: "An inference, from the features to the prediction",
          name: "inference",
          attributes: { model: "the model that is asked" },
        },
      ],
    },
  ],
};
