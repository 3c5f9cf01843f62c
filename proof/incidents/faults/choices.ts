import type { Choice } from "./of-system";

/** What all of these choose. */
export const both =
  (...choices: readonly Choice[]): Choice =>
  (series) =>
    choices.every((choice) => choice(series));

/** What this does not choose. */
export const not =
  (choice: Choice): Choice =>
  (series) =>
    !choice(series);

/** Series of one name. */
export const named =
  (name: string): Choice =>
  (series) =>
    series.name === name;
