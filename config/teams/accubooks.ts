import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/**
 * Builds and runs AccuBooks. Wrong figures go to its lead at once, so escalation has a pager
 * service of its own.
 */
export const accubooksTeam: Team = {
  key: "accubooks",
  owner: "Production Engineering Lead",
  onCall: "accubooks-on-call",
  channels: {
    pager: [pagerDuty("accubooks")],
    chat: [slack("#accubooks-alerts")],
    email: [{ kind: "email", to: ["accubooks-oncall@example.com"] }],
    escalation: [
      pagerDuty("accubooks-integrity"),
      { kind: "email", to: ["accubooks-escalation@example.com"] },
    ],
  },
  escalation: [
    { who: "accubooks-on-call", when: "at once" },
    {
      who: "Production Engineering Lead",
      when: "at once for data integrity, otherwise after 15 min",
    },
    {
      who: "accubooks-on-call-second",
      when: "after 5 min without acknowledgement",
    },
  ],
};
