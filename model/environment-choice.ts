/**
 * Whether people rely on an environment. `production` disables login forms, is backed up, keeps
 * samples as long as any metric requires, refuses provoked faults, and has its public endpoints
 * probed from outside.
 */
export const ENVIRONMENT_KINDS = ["production", "non-production"] as const;

/** One of {@link ENVIRONMENT_KINDS}. */
export type EnvironmentKind = (typeof ENVIRONMENT_KINDS)[number];

/** Environments selected by name, or all of one kind, including those declared later. */
export type EnvironmentChoice =
  readonly string[] | { readonly kind: EnvironmentKind };

/** What a choice is matched against. */
export interface ChosenBy {
  readonly name: string;
  readonly kind: EnvironmentKind;
}

const isList = (choice: EnvironmentChoice): choice is readonly string[] =>
  Array.isArray(choice);

/** Whether a choice selects an environment. */
export const isAmong = (
  choice: EnvironmentChoice,
  { name, kind }: ChosenBy,
): boolean => (isList(choice) ? choice.includes(name) : choice.kind === kind);

/** A choice in readable form: `staging, production`. */
export const choiceText = (choice: EnvironmentChoice): string =>
  isList(choice) ? choice.join(", ") : choice.kind;
