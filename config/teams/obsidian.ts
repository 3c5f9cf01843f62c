import type { Team } from "../../model/team";
import { pagerDuty, slack } from "./channels";

/** Builds and runs obsidian, and makes sure that findings are fixed. */
export const obsidianTeam: Team = {
  key: "obsidian",
  owner: "Obsidian team",
  onCall: "obsidian-on-call",
  channels: {
    pager: [pagerDuty("obsidian")],
    chat: [slack("#obsidian-alerts")],
    email: [{ kind: "email", to: ["obsidian-oncall@example.com"] }],
  },
  escalation: [
    { who: "obsidian-on-call", when: "at once" },
    {
      who: "obsidian-on-call-second",
      when: "after 5 min without acknowledgement",
    },
    { who: "lead of the obsidian team", when: "after 15 min" },
  ],
};
