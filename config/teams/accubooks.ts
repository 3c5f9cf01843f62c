import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/**
 * Who builds and runs AccuBooks. Wrong figures are a matter for its lead at once, so escalation has
 * a service of its own at the pager.
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
