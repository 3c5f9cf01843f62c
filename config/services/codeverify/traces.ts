import type { ServiceTraces } from "../../../model/service-traces";

/** What the API and the workers send, and what the saved queries find it by. */
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
