import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Who runs the monitoring in engine tests. */
export const operators: Team = {
  key: "platform",
  owner: "Platform team",
  onCall: "platform-on-call",
  channels: {
    pager: [pagerDuty("platform")],
    chat: [slack("#monitoring-platform")],
    email: [{ kind: "email", to: ["platform-oncall@example.com"] }],
  },
  escalation: [{ who: "platform-on-call", when: "at once" }],
};
