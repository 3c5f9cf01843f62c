import { channelName } from "../../model/channel";
import type { ChannelRole } from "../../model/channel";
import type { EnvironmentConfig } from "../../model/environment";
import { markdownTable } from "../../model/markdown-table";
import { PRIORITIES, matrixOf } from "../../model/notification-path";
import type { NotificationPolicy } from "../../model/notification-path";
import type { Priority } from "../../model/alert";
import type { Team } from "../../model/team";
import { notified } from "../../alertmanager/notified";
import type { ServicePageSources } from "./service-page";

/** Roles of channels, in the order in which people try them. */
const ROLES: readonly ChannelRole[] = ["pager", "chat", "email", "escalation"];

/** The system's owners, how to contact them, and what each priority means for them. */
export const peopleSection = ({
  service,
  environment,
}: ServicePageSources): readonly string[] => {
  const { team } = service;
  const matrix = matrixOf(service);
  return [
    "## People",
    [
      `- **Owner**: ${team.owner} (team \`${team.key}\`), on call \`${team.onCall}\``,
      ...ROLES.flatMap((role) => channelLine(team, role)),
      ...(team.escalation.length === 0
        ? []
        : [
            `- **Called one after the other**: ${team.escalation.map(({ who, when }) => `${who} (${when})`).join("; ")}`,
          ]),
    ].join("\n"),
    `In ${environment.name}. [Who is notified](../who-is-notified.md) has the details.`,
    markdownTable(
      ["Priority", "Who is notified", "Acknowledged", "Somebody acts", "Hours"],
      PRIORITIES.map((priority) => [
        priority,
        whoIsNotified(environment, team, priority, matrix[priority]),
        matrix[priority].acknowledge?.toString() ?? "–",
        matrix[priority].response.toString(),
        matrix[priority].hours,
      ]),
    ),
  ];
};

const channelLine = (team: Team, role: ChannelRole): readonly string[] => {
  const channels = team.channels[role] ?? [];
  return channels.length === 0
    ? []
    : [
        `- **By ${role === "email" ? "e-mail" : role}**: ${channels.map(channelName).join(", ")}`,
      ];
};

/** The channels by which a team is notified in an environment, or why it is not. */
export function whoIsNotified(
  environment: EnvironmentConfig,
  team: Team,
  priority: Priority,
  policy: NotificationPolicy,
): string {
  const result = notified(environment, team, priority, policy);
  return result.kind === "nobody"
    ? `nobody: ${result.reason}`
    : result.channels.map(channelName).join(", ");
}
