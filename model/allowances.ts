/**
 * Doubtful constructs that an expression means, by the name of the check with the reason:
 * `{ "exact-increase": "pushed once a day, so it is never extrapolated" }`. docs/query-checks.md
 * explains each.
 */
export type Allowances = Readonly<Record<string, string>>;
