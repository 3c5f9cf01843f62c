import type { ServiceTraces } from "../../../model/service-traces";

/** Spans of sentinel, with the attributes that the saved query uses. */
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
