import { minutes } from "../../../model/duration";
import type { ServiceTraces } from "../../../model/service-traces";

/**
 * Spans of a pull request review, with the attributes that saved queries use. The orchestrator
 * passes the parent span in the context.
 */
export const traces: ServiceTraces = {
  kind: "sent",
  // The last bound of the histogram is the longest trace; AnalysesStuck covers longer analyses.
  longest: minutes(30),
  workloads: [
    {
      workload: "codequal-orchestrator",
      spans: [
        {
          what: "An analysis of a pull request, from its start to its result",
          name: "analyze-pr",
          attributes: {
            "repository.url": "the repository, without credentials",
            "pr.number": "the number of the pull request",
            "analysis.mode": "the mode, as the label of the metrics",
          },
        },
        {
          what: "The question whether the vector database knows the repository",
          name: "check-vector-db",
        },
        {
          what: "The order to DeepWiki, where the vector database knows nothing",
          name: "trigger-deepwiki",
          attributes: {
            "analysis.mode": "the mode, as the label of the metrics",
          },
        },
        { what: "The work of one agent, named for it: one span for each" },
      ],
    },
    { workload: "codequal-api" },
    { workload: "codequal-deepwiki" },
  ],
};
