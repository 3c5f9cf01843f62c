import type { SlackChannel } from "../../model/channel";
import type { Team } from "../../model/team";

/** The one channel that everybody reads. */
export const chat: SlackChannel = {
  kind: "slack",
  channel: "#alerts",
  webhook: { secret: "alertmanager-slack", key: "alerts" },
};

/** Everybody, for everything. */
export const team: Team = {
  key: "everybody",
  owner: "Everybody",
  onCall: "whoever-is-on-call",
  channels: {
    pager: [
      {
        kind: "pagerduty",
        name: "shop",
        routingKey: { secret: "alertmanager-pagerduty", key: "shop" },
      },
    ],
    chat: [chat],
    email: [{ kind: "email", to: ["everybody@example.com"] }],
  },
  escalation: [],
};
