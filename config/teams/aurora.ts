import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds and runs aurora, the web application. */
export const auroraTeam: Team = {
  key: "aurora",
  owner: "Aurora team",
  onCall: "aurora-on-call",
  channels: {
    pager: [pagerDuty("aurora")],
    chat: [slack("#aurora-alerts")],
    email: [{ kind: "email", to: ["aurora-oncall@example.com"] }],
  },
  escalation: [
    { who: "aurora-on-call", when: "at once" },
    {
      who: "aurora-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the aurora team", when: "after 15 min" },
  ],
};
