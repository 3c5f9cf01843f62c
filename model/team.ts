import type { ChannelRole, PeopleChannel, TeamChannels } from "./channel";

/** A level of escalation. */
export interface EscalationStep {
  /** Person, role or schedule. */
  readonly who: string;
  /** When it is notified: `at once`, `after 5 min without acknowledgement`. */
  readonly when: string;
}

/** Who owns systems, and how they are notified. */
export interface Team {
  /** Value of the label `team`; kebab-case. */
  readonly key: string;
  /** Person or group accountable. */
  readonly owner: string;
  /** Name of the on-call schedule. */
  readonly onCall: string;
  readonly channels: TeamChannels;
  /** Escalation levels. The pager's own configuration holds them; here they are documentation. */
  readonly escalation: readonly EscalationStep[];
}

/** The channels of a team for some roles, in the order of the roles. */
export const teamChannels = (
  team: Pick<Team, "channels">,
  ...roles: readonly ChannelRole[]
): readonly PeopleChannel[] =>
  roles.flatMap((role): readonly PeopleChannel[] => team.channels[role] ?? []);
