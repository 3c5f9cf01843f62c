import type { ChannelRole, PeopleChannel, TeamChannels } from "./channel";

/** A level of people who are called one after the other when nobody acknowledges. */
export interface EscalationStep {
  /** Person, role or schedule. */
  readonly who: string;
  /** When they are called: `at once`, `after 5 min without acknowledgement`. */
  readonly when: string;
}

/** Who answers for systems, and how they are told. */
export interface Team {
  /** Value of the label `team`; kebab case. */
  readonly key: string;
  /** Person or group accountable. */
  readonly owner: string;
  /** Name of the on-call schedule. */
  readonly onCall: string;
  readonly channels: TeamChannels;
  /**
   * Who is called after whom. Kept in the pager's own configuration; stated here for the people who
   * read the reach of an alert.
   */
  readonly escalation: readonly EscalationStep[];
}

/** The channels that a team has for some roles, in the order of the roles. */
export const teamChannels = (
  team: Pick<Team, "channels">,
  ...roles: readonly ChannelRole[]
): readonly PeopleChannel[] =>
  roles.flatMap((role): readonly PeopleChannel[] => team.channels[role] ?? []);
