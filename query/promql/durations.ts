const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/**
 * Length of a duration in seconds: `1h30m` is 5400, so is `5400`. Undefined for arithmetic, whose
 * value is only known at evaluation.
 */
export function secondsOf(written: string): number | undefined {
  const text = written.replace(/\s/g, "");
  if (/^[-+]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const sign = text.startsWith("-") ? -1 : 1;
  const parts = text.replace(/^[-+]/, "");
  if (!/^(?:\d+(?:ms|[smhdwy]))+$/.test(parts)) return undefined;
  return [...parts.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, amount, unit]) =>
      sum + sign * Number(amount) * (UNIT_SECONDS[unit ?? ""] ?? 0),
    0,
  );
}
