import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who owns the common SLO compliance of the six meta-repositories. */
export const metaTeam: Team = {
  key: "meta",
  owner: "Reliability team of the meta-repositories",
  onCall: "meta-on-call",
  channels: {
    pager: [pagerDuty("meta")],
    chat: [slack("#meta-slo")],
    email: [{ kind: "email", to: ["meta-oncall@example.com"] }],
  },
  escalation: [
    { who: "meta-on-call", when: "at once" },
    { who: "meta-on-call-second", when: "after 5 min without acknowledgement" },
    { who: "lead of the reliability team", when: "after 15 min" },
  ],
};
