/**
 * One mistake in a declaration, kept as a value so that a single run can report all of them.
 * How it is shown is decided by {@link formatProblem}, not by the check that found it.
 */
export interface Problem {
  /**
   * Where the mistake was written, in the words of the declaration:
   * `config/services/shop alert "HighErrorRate"`.
   */
  readonly path: string;
  /**
   * What is wrong, lower case, without the value:
   * `objective must be above 0 and below 100 percent`.
   */
  readonly message: string;
  /** The value that was found, when there is one worth showing. */
  readonly got?: string;
  /** The values that would be accepted. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly next: string;
}

/**
 * The one line a person reads: path, what is wrong, the value got, what is allowed, what to do.
 *
 * @example `config/environments/staging retention.metrics: shorter than the class "standard", got
 *   7d; allowed: 30d or more; raise it`
 */
export function formatProblem(problem: Problem): string {
  const got = problem.got === undefined ? "" : `, got ${problem.got}`;
  const allowed =
    problem.allowed === undefined ? "" : `; allowed: ${problem.allowed}`;
  return `${problem.path}: ${problem.message}${got}${allowed}; ${problem.next}`;
}

/**
 * Every problem in a line of its own, and how many there are, for whoever wanted something written.
 */
export function problemList(problems: readonly Problem[]): string {
  const count = `${String(problems.length)} problem${problems.length === 1 ? "" : "s"}`;
  return `${problems.map(formatProblem).join("\n")}\n\n${count}, nothing was written`;
}
