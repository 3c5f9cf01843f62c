import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who runs the pipelines of chronos and answers for its data. */
export const chronosTeam: Team = {
  key: "chronos",
  owner: "Chronos team",
  onCall: "chronos-on-call",
  channels: {
    pager: [pagerDuty("chronos")],
    chat: [slack("#chronos-alerts")],
    email: [{ kind: "email", to: ["chronos-oncall@example.com"] }],
  },
  escalation: [
    { who: "chronos-on-call", when: "at once" },
    {
      who: "chronos-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the chronos team", when: "after 15 min" },
  ],
};
