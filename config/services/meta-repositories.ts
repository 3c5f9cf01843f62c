/** Keys of the six meta-repositories, whose SLO compliance is judged together. */
export const META_REPOSITORIES = [
  "nebula",
  "sentinel",
  "chronos",
  "titan",
  "obsidian",
  "aurora",
] as const;

/** Matcher for any of them on series, streams or spans: `system=~"${ANY_META_REPOSITORY}"`. */
export const ANY_META_REPOSITORY = META_REPOSITORIES.join("|");
