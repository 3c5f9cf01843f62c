import { channelName, channelSecrets } from "../channel";
import type { Channel, ChannelRole } from "../channel";
import { everyAlert } from "../every-alert";
import { matrixOf, PRIORITIES } from "../notification-path";
import type { NotificationPolicy } from "../notification-path";
import type { Problem } from "../problem";
import type { Service } from "../service";
import type { Team } from "../team";
import { checkSecretKey } from "./check-secret-key";
import { checkKebab, oneOf } from "./names";

const SLACK_CHANNEL = /^#[a-z0-9_-]{1,79}$/;
/**
 * The address format that all mail servers accept; quoted and local names are refused on purpose.
 */
const MAILBOX = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const ROLES: readonly ChannelRole[] = ["pager", "chat", "email", "escalation"];

/** Checks a service's team, its priorities, and that the team has the channels for them. */
export function checkTeam(service: Service): readonly Problem[] {
  const path = `services/${service.key}`;
  // A file that was never type-checked may name a team that does not exist.
  const team = service.team as Team | undefined;
  if (team === undefined) {
    return [
      {
        path,
        message: "unknown team",
        allowed: "one that a file of teams/ exports",
        next: "import it from there, or declare it",
      },
    ];
  }
  return [
    ...checkNames(path, team),
    ...ROLES.flatMap((role) =>
      (team.channels[role] ?? []).flatMap((channel) =>
        checkChannel(`teams ${team.key} ${role}`, channel),
      ),
    ),
    ...PRIORITIES.flatMap((priority) =>
      checkNotificationPolicy(
        `${path} priorities ${priority}`,
        matrixOf(service)[priority],
        team,
      ),
    ),
    ...everyAlert(service).flatMap((alert) =>
      alert.path === undefined
        ? []
        : checkNotificationPolicy(
            `${path} alert "${alert.name}" path "${alert.path.name}"`,
            alert.path,
            team,
          ),
    ),
    ...service.slos.flatMap((slo) =>
      slo.path === undefined
        ? []
        : checkNotificationPolicy(
            `${path} slo "${slo.name}" path "${slo.path.name}"`,
            slo.path,
            team,
          ),
    ),
  ];
}

function checkNames(path: string, team: Team): readonly Problem[] {
  const problems: Problem[] = [...checkKebab(path, "team", team.key)];
  for (const field of ["owner", "onCall"] as const) {
    if (team[field].trim() === "") {
      problems.push({
        path,
        message: `${field} must not be empty`,
        next: "name who answers for the service",
      });
    }
  }
  return problems;
}

/** Checks that a channel is usable, and refers to its secret instead of holding it. */
export function checkChannel(
  path: string,
  channel: Channel,
): readonly Problem[] {
  return [...checkAddress(path, channel), ...secrets(path, channel)];
}

const secrets = (path: string, channel: Channel): readonly Problem[] =>
  channelSecrets(channel).flatMap((reference) =>
    checkSecretKey(`${path} ${channelName(channel)}`, reference),
  );

function checkAddress(path: string, channel: Channel): readonly Problem[] {
  switch (channel.kind) {
    case "slack":
      return SLACK_CHANNEL.test(channel.channel)
        ? []
        : [
            {
              path,
              message: "is not a Slack channel",
              got: channel.channel,
              allowed: "# and up to 79 of a-z, 0-9, - and _",
              next: "write it as Slack shows it, with the #",
            },
          ];
    case "email":
      return channel.to.length === 0
        ? [{ path, message: "has no address", next: "name a mailbox" }]
        : channel.to
            .filter((mailbox) => !MAILBOX.test(mailbox))
            .map((mailbox) => ({
              path,
              message: "is not an e-mail address",
              got: mailbox,
              allowed: "name@domain.tld",
              next: "correct it",
            }));
    case "pagerduty":
    case "webhook":
    case "msteams":
      return channel.name.trim() === ""
        ? [{ path, message: "has no name", next: "name it as people do" }]
        : [];
    case "heartbeat":
      return [];
  }
}

/** Checks that each priority notifies somebody, and soon enough. */
function checkNotificationPolicy(
  path: string,
  // Files that were never type-checked may omit a priority.
  policy: NotificationPolicy | undefined,
  team: Team,
): readonly Problem[] {
  if (policy === undefined || policy.channels.length === 0) {
    return [
      {
        path,
        message: "has no channel",
        allowed: ROLES.join(", "),
        next: "name at least one; an environment may switch channels off, with the reason",
      },
    ];
  }
  const problems: Problem[] = policy.channels.flatMap((role) =>
    ROLES.includes(role)
      ? (team.channels[role] ?? []).length === 0
        ? [
            {
              path,
              message: `asks for ${role}, and team "${team.key}" has no such channel`,
              allowed: ROLES.filter(
                (known) => (team.channels[known] ?? []).length > 0,
              ).join(", "),
              next: "give the team one in teams/, or change the path",
            },
          ]
        : []
      : oneOf(path, "channel", role, ROLES),
  );
  const { acknowledge, response } = policy;
  if (
    acknowledge !== undefined &&
    response !== "next business day" &&
    acknowledge.milliseconds > response.milliseconds
  ) {
    problems.push({
      path,
      message: "acknowledge must not be longer than response",
      got: `${acknowledge.toString()} and ${response.toString()}`,
      next: "shorten the first",
    });
  }
  return problems;
}
