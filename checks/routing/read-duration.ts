const UNITS: Readonly<Record<string, number>> = {
  y: 31_536_000_000,
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/**
 * Parses a duration as Alertmanager writes it back, `1w` or `1h30m`, to milliseconds.
 * @throws Error where it is not a duration
 */
export function readDuration(text: string): number {
  if (!/^(\d+(ms|[ywdhms]))+$/.test(text)) {
    throw new Error(`"${text}" is not a duration`);
  }
  return [...text.matchAll(/(\d+)(ms|[ywdhms])/g)].reduce(
    (sum, [, amount = "", unit = ""]) =>
      sum + Number(amount) * (UNITS[unit] ?? 0),
    0,
  );
}
