import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds and runs nebula, the cloud platform. */
export const nebulaTeam: Team = {
  key: "nebula",
  owner: "Nebula team",
  onCall: "nebula-on-call",
  channels: {
    pager: [pagerDuty("nebula")],
    chat: [slack("#nebula-alerts")],
    email: [{ kind: "email", to: ["nebula-oncall@example.com"] }],
  },
  escalation: [
    { who: "nebula-on-call", when: "at once" },
    {
      who: "nebula-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the nebula team", when: "after 15 min" },
  ],
};
