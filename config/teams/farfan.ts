import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who builds F.A.R.F.A.N and evaluates its contracts with CQVR. */
export const farfanTeam: Team = {
  key: "farfan",
  owner: "F.A.R.F.A.N team",
  onCall: "farfan-on-call",
  channels: {
    pager: [pagerDuty("cqvr")],
    chat: [slack("#farfan-cqvr-alerts")],
    email: [{ kind: "email", to: ["cqvr-oncall@example.com"] }],
  },
  escalation: [
    { who: "farfan-on-call", when: "at once" },
    {
      who: "farfan-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the F.A.R.F.A.N team", when: "after 15 min" },
  ],
};
