/**
 * Whether people rely on an environment. Safety depends on it: production is signed in to through
 * the identity provider only, is backed up, keeps samples as long as any metric asks, refuses
 * provoked faults, and its systems are looked at from outside.
 */
export const ENVIRONMENT_KINDS = ["production", "non-production"] as const;

/** One of {@link ENVIRONMENT_KINDS}. */
export type EnvironmentKind = (typeof ENVIRONMENT_KINDS)[number];

/** Some environments: by their names, or all of a kind, those too that are declared later. */
export type EnvironmentChoice =
  readonly string[] | { readonly kind: EnvironmentKind };

/** What a choice looks at. */
export interface ChosenBy {
  readonly name: string;
  readonly kind: EnvironmentKind;
}

const isList = (choice: EnvironmentChoice): choice is readonly string[] =>
  Array.isArray(choice);

/** Whether an environment is one of those. */
export const isAmong = (
  choice: EnvironmentChoice,
  { name, kind }: ChosenBy,
): boolean => (isList(choice) ? choice.includes(name) : choice.kind === kind);

/** A choice as a person reads it: `staging, production`. */
export const choiceText = (choice: EnvironmentChoice): string =>
  isList(choice) ? choice.join(", ") : choice.kind;
