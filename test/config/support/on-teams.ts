import { production } from "../../../config/environments/production";
import type { EnvironmentConfig } from "../../../model/environment";

/** Production, where every chat is one of Microsoft Teams. */
export const onTeams: EnvironmentConfig = {
  ...production,
  notification: {
    ...production.notification,
    chat: {
      kind: "one",
      channel: {
        kind: "msteams",
        name: "everyone",
        webhook: { secret: "teams-webhooks", key: "everyone" },
      },
      reason: "a test",
    },
  },
};
