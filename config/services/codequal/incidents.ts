import { becomes, grows } from "../../../model/incident";
import type { Incident } from "../../../model/incident";

/** What DeepWiki takes with it. */
export const incidents: readonly Incident[] = [
  {
    name: "deepwiki-down-with-analyses-queued",
    about:
      "Both instances of DeepWiki are down; analyses begin and wait for it, and none ends.",
    changes: [
      becomes("codequal_deepwiki_availability", 0),
      becomes("codequal_active_analyses", 3),
      grows("codequal_analysis_completed_total", 0),
    ],
    expected: { page: { kind: "by", minute: 5 }, notifiedBy: 5 },
  },
];
