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

/** Who answers for the system, how they are reached, and what each priority means to them. */
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
    `In ${environment.name}; [who gets told](../who-is-notified.md) says the rest.`,
    markdownTable(
      ["Priority", "Who is told", "Acknowledged", "Somebody acts", "Hours"],
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

/**
 * The channels by which people of a team hear of something in an environment, or why they do not.
 */
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
