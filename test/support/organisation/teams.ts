import type { Team } from "../../../model/team";
import { pagerDuty, slack } from "../channels";

const team = (key: string): Team => ({
  key,
  owner: `${key} team`,
  onCall: `${key}-on-call`,
  channels: {
    pager: [pagerDuty(key)],
    chat: [slack(`#${key}-alerts`)],
    email: [{ kind: "email", to: [`${key}@example.com`] }],
  },
  escalation: [{ who: `${key}-on-call`, when: "at once" }],
});

/** A pager, a channel and an address for each system of the synthetic organisation. */
export const marketTeam = team("market");
export const depotTeam = team("depot");
export const kioskTeam = team("kiosk");
