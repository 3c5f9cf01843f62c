/** How far a system is on its way to its users, and who lets it go on. */
export interface Standing {
  /** In the words of those who decide: `ready for execution`. */
  readonly status: string;
  /** The role that decides. */
  readonly authority: string;
  /** What comes next, and what it waits for. */
  readonly nextPhase: string;
}

/**
 * How old what people are told of a system is, and when it is read again. Days are written
 * `2026-11-21`.
 */
export interface ServiceDocument {
  /** Version of what its page says, `1.0.0`. Its owner raises it with every review. */
  readonly version: string;
  /** Day of that version. */
  readonly since: string;
  /** Day on which the owner reads all of it again, at the latest. */
  readonly nextReview: string;
  /** @default it runs, and waits for nobody's word */
  readonly standing?: Standing;
}
