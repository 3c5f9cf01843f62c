/** Contact point of everything that is wrong with the first path of this environment. */
export const SECOND_PATH = "second-path";

/** Contact point of what this environment sees of the one that it watches. */
export const WATCHED_ENVIRONMENT = "watched-environment";
