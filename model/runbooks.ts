/** The runbook pages that there are. */
export interface Runbooks {
  /** Where an organisation writes its own, from the root of the repository: `docs/runbooks`. */
  readonly folder: string;
  /** Each page without suffix, and `page#anchor` for each of its headings: `codeverify/api-down`. */
  readonly pages: ReadonlySet<string>;
}
