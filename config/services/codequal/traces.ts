import { minutes } from "../../../model/duration";
import type { ServiceTraces } from "../../../model/service-traces";

/**
 * What a review of a pull request sends, and what the saved queries find it by. The orchestrator
 * gives each span its parent through the context.
 */
export const traces: ServiceTraces = {
  kind: "sent",
  // No analysis is still waited for after the last bound of its histogram; AnalysesStuck tells of
  // those.
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
