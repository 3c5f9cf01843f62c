/**
 * One mistake in a declaration, kept as a value so that a single run can report all of them.
 * How it is shown is decided by {@link formatProblem}, not by the check that found it.
 */
export interface Problem {
  /**
   * Where the mistake is, in terms of the declaration:
   * `config/services/shop alert "HighErrorRate"`.
   */
  readonly path: string;
  /**
   * What is wrong, lower case, without the value:
   * `objective must be above 0 and below 100 percent`.
   */
  readonly message: string;
  /** The value that was found, if it is useful. */
  readonly got?: string;
  /** The values that are accepted. */
  readonly allowed?: string;
  /** What to do. */
  readonly next: string;
}

/**
 * One line with path, what is wrong, the value found, what is allowed and what to do.
 *
 * @example `config/environments/staging retention.metrics: shorter than the class "standard", got
 * 7d; allowed: 30d or more; raise it`
 */
export function formatProblem(problem: Problem): string {
  const got = problem.got === undefined ? "" : `, got ${problem.got}`;
  const allowed =
    problem.allowed === undefined ? "" : `; allowed: ${problem.allowed}`;
  return `${problem.path}: ${problem.message}${got}${allowed}; ${problem.next}`;
}

/** All problems, one per line, and their number, for commands that then write nothing. */
export function problemList(problems: readonly Problem[]): string {
  const count = `${String(problems.length)} problem${problems.length === 1 ? "" : "s"}`;
  return `${problems.map(formatProblem).join("\n")}\n\n${count}, nothing was written`;
}
