import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who trains the models of sentinel and serves them. */
export const sentinelTeam: Team = {
  key: "sentinel",
  owner: "Sentinel team",
  onCall: "sentinel-on-call",
  channels: {
    pager: [pagerDuty("sentinel")],
    chat: [slack("#sentinel-alerts")],
    email: [{ kind: "email", to: ["sentinel-oncall@example.com"] }],
  },
  escalation: [
    { who: "sentinel-on-call", when: "at once" },
    {
      who: "sentinel-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the sentinel team", when: "after 15 min" },
  ],
};
