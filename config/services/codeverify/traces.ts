import type { ServiceTraces } from "../../../model/service-traces";

/** Spans of the API and the workers, with the attributes that saved queries use. */
export const traces: ServiceTraces = {
  kind: "sent",
  workloads: [
    { workload: "codeverify-api" },
    {
      workload: "codeverify-worker",
      spans: [
        {
          what: "An analysis, from the queue to its findings",
          name: "analysis",
          attributes: { repository: "the repository that is analysed" },
        },
        {
          what: "A call to a language model",
          attributes: { "llm.provider": "who serves the model: openai" },
        },
      ],
    },
  ],
};
