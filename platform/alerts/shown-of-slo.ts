/** Template of a number of the SLO that an alert is about, which Prometheus looks up. */
const shown = (query: string, written: string): string =>
  `{{ with printf "${query}" $labels.system $labels.slo | query }}{{ . | first | value | ${written} }}{{ else }}?{{ end }}`;

const OWN = "{system=%q, slo=%q}";
const WHOLE = 'printf "%.0f"';

/** Numbers of an SLO with a budget, of all its groups together; events of moments are seconds. */
export const SHOWN = {
  badInPeriod: shown(`sum(slo:bad_events:count_period${OWN})`, WHOLE),
  periodDays: shown(`max(slo:time_period:days${OWN})`, WHOLE),
  burnRate: shown(`max(slo:burn_rate:ratio_1h${OWN})`, 'printf "%.1f"'),
  badInHour: shown(`sum(slo:bad_events:rate1h${OWN}) * 3600`, WHOLE),
  allInHour: shown(`sum(slo:total_events:rate1h${OWN}) * 3600`, WHOLE),
  badInFiveMinutes: shown(`sum(slo:bad_events:rate5m${OWN}) * 300`, WHOLE),
  allInFiveMinutes: shown(`sum(slo:total_events:rate5m${OWN}) * 300`, WHOLE),
  remaining: shown(
    `min(slo:error_budget_remaining:ratio${OWN})`,
    "humanizePercentage",
  ),
} as const;
