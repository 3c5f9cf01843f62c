import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who runs the monitoring and the clusters. */
export const platformTeam: Team = {
  key: "platform",
  owner: "Platform team",
  onCall: "platform-on-call",
  channels: {
    pager: [pagerDuty("platform")],
    chat: [slack("#monitoring-platform")],
    email: [{ kind: "email", to: ["platform-oncall@example.com"] }],
  },
  escalation: [
    { who: "platform-on-call", when: "at once" },
    {
      who: "platform-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the platform team", when: "after 15 min" },
  ],
};
