/** How much of what is declared is there, and is used. */
export interface Coverage {
  /** Metrics of the contract. */
  readonly declared: number;
  /** Of these, those that have series. */
  readonly seen: number;
  /** Those without series that appear later, under a condition. */
  readonly notSeenYet: number;
  /** Those that no rule, alert, panel or report reads. */
  readonly unread: readonly string[];
}

/** The sums of several. */
export const sumOf = (several: readonly Coverage[]): Coverage => ({
  declared: sum(several.map(({ declared }) => declared)),
  seen: sum(several.map(({ seen }) => seen)),
  notSeenYet: sum(several.map(({ notSeenYet }) => notSeenYet)),
  unread: several.flatMap(({ unread }) => unread),
});

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

/** `165 of 168 metrics seen (98 %), 2 of them not seen yet; 163 of 168 read (97 %)`. */
export function coverageText({
  declared,
  seen,
  notSeenYet,
  unread,
}: Coverage): string {
  const later =
    notSeenYet === 0 ? "" : `, ${String(notSeenYet)} more not seen yet`;
  return `${share(seen, declared)} seen${later}; ${share(declared - unread.length, declared)} read by a rule, an alert, a panel or a report`;
}

/** Rounded down, so that only all of them are 100 %. */
const share = (part: number, all: number): string =>
  `${String(part)} of ${String(all)} metrics (${all === 0 ? "100" : String(Math.floor((part / all) * 100))} %)`;
