/** Release stage of a system, and who approves the next one. */
export interface Standing {
  /** In the words of those who decide: `ready for execution`. */
  readonly status: string;
  /** The role that decides. */
  readonly authority: string;
  /** The next stage, and its precondition. */
  readonly nextPhase: string;
}

/** Version and review dates of a system's page. Days are written `2026-11-21`. */
export interface ServiceDocument {
  /** Version of the page, `1.0.0`. Its owner raises it with every review. */
  readonly version: string;
  /** Date of that version. */
  readonly since: string;
  /** Date by which the owner must review the page again. */
  readonly nextReview: string;
  /** @default it is in use and needs no approval */
  readonly standing?: Standing;
}
