import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds and runs CodeQual and DeepWiki. */
export const codequalTeam: Team = {
  key: "codequal",
  owner: "CodeQual team",
  onCall: "codequal-on-call",
  channels: {
    pager: [pagerDuty("codequal")],
    chat: [slack("#codequal-alerts")],
    email: [{ kind: "email", to: ["codequal-oncall@example.com"] }],
  },
  escalation: [
    { who: "codequal-on-call", when: "at once" },
    {
      who: "codequal-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the CodeQual team", when: "after 15 min" },
  ],
};
