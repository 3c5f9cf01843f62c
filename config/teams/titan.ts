import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds and runs titan, the mesh of services. */
export const titanTeam: Team = {
  key: "titan",
  owner: "Titan team",
  onCall: "titan-on-call",
  channels: {
    pager: [pagerDuty("titan")],
    chat: [slack("#titan-alerts")],
    email: [{ kind: "email", to: ["titan-oncall@example.com"] }],
  },
  escalation: [
    { who: "titan-on-call", when: "at once" },
    {
      who: "titan-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the titan team", when: "after 15 min" },
  ],
};
