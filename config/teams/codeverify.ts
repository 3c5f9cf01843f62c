import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds and runs CodeVerify. */
export const codeverifyTeam: Team = {
  key: "codeverify",
  owner: "CodeVerify team",
  onCall: "codeverify-on-call",
  channels: {
    pager: [pagerDuty("codeverify")],
    chat: [slack("#codeverify-alerts")],
    email: [{ kind: "email", to: ["codeverify-oncall@example.com"] }],
  },
  escalation: [
    { who: "codeverify-on-call", when: "at once" },
    {
      who: "codeverify-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the CodeVerify team", when: "after 15 min" },
  ],
};
