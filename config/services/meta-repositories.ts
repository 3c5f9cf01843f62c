/** Keys of the six systems that were built beside each other and are judged together. */
export const META_REPOSITORIES = [
  "nebula",
  "sentinel",
  "chronos",
  "titan",
  "obsidian",
  "aurora",
] as const;

/**
 * Any of them, as a matcher of series, streams or spans takes it:
 * `system=~"${ANY_META_REPOSITORY}"`.
 */
export const ANY_META_REPOSITORY = META_REPOSITORIES.join("|");
