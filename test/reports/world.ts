const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A Tuesday, and the first working day of its month. */
export const INSTANT = Date.parse("2026-12-01T08:00:00Z");
const END = INSTANT / 1000;

/** A name with special characters of Markdown, HTML and Slack. */
export const HOSTILE = `<script>alert("1")</script>|*_x_*&amp;'<!channel>`;

type Labels = Readonly<Record<string, string>>;

const series = (name: string, labels: Labels): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replaceAll('"', '\\"')}"`)
    .join(",")}}`;

/** Samples of one series over the last days, each computed of its age in days. */
function samples(
  name: string,
  labels: Labels,
  { days, every }: { readonly days: number; readonly every: number },
  valueAt: (age: number) => number,
): readonly string[] {
  const text = series(name, labels);
  const count = Math.round((days * DAY) / every);
  return Array.from({ length: count + 1 }, (_, index) => {
    const time = END - (count - index) * every;
    return `${text} ${String(valueAt((END - time) / DAY))} ${String(time)}`;
  });
}

/** One sample, now. */
const now = (
  name: string,
  labels: Labels,
  value: number | "NaN" | "+Inf" | "-Inf",
): string => `${series(name, labels)} ${String(value)} ${String(END)}`;

/** A counter that grows by so much a day, and has grown before. */
const counter = (
  name: string,
  labels: Labels,
  days: number,
  perDay: number,
): readonly string[] =>
  samples(name, labels, { days, every: HOUR }, (age) => 1e5 - age * perDay);

const system = "cqvr";

/** Everything that the reports read, as OpenMetrics. Nobody has counted remediation actions. */
export const WORLD: readonly string[] = [
  ...samples(
    "cqvr_average_score",
    { system },
    { days: 61, every: 5 * MINUTE },
    (age) => (age < 7 ? 78.5 : age < 14 ? 74 : age < 30 ? 72 : 70),
  ),
  ...Array.from({ length: 12 }, (_, index) =>
    now(
      "cqvr_contract_score",
      { system, contract: `q${String(index + 1).padStart(3, "0")}`, tier: "1" },
      40 + index * 5,
    ),
  ),
  now("cqvr_contract_score", { system, contract: HOSTILE, tier: "2" }, 12.34),
  ...counter("cqvr_deployments_total", { system, result: "success" }, 31, 3),
  ...counter("cqvr_deployments_total", { system, result: "failure" }, 31, 0),
  now("cqvr:deployment_success:ratio_30d", { system }, 0.999996),
  now("cqvr:uptime:ratio_30d", { system }, "NaN"),
  ...counter(
    "cqvr_incident_resolution_seconds_count",
    { system, priority: "P1" },
    31,
    0.2,
  ),
  ...counter(
    "cqvr_incident_resolution_seconds_sum",
    { system, priority: "P1" },
    31,
    1800,
  ),
  ...counter(
    "cqvr_incident_resolution_seconds_count",
    { system, priority: "P0" },
    31,
    0,
  ),
  ...counter(
    "cqvr_incident_resolution_seconds_sum",
    { system, priority: "P0" },
    31,
    0,
  ),
  now("slo:compliance:ratio", { system: "codeverify" }, 0.5),
  now("slo:compliance:ratio", { system }, 1),
  now(
    "slo:error_budget_remaining_min:ratio",
    { system: "codeverify", slo: "api-availability" },
    -0.25,
  ),
  now(
    "slo:error_budget_remaining_min:ratio",
    { system: "codeverify", slo: "api-latency" },
    0.75,
  ),
  now(
    "slo:error_budget_remaining_min:ratio",
    { system, slo: "dashboard" },
    "-Inf",
  ),
  ...counter(
    "codequal_cost_dollars_total",
    { component: "llm", provider: "one" },
    31,
    41.5,
  ),
  ...counter(
    "codequal_cost_dollars_total",
    { component: "llm", provider: "two" },
    31,
    0.5,
  ),
  ...counter(
    "codequal_cost_dollars_total",
    { component: "deepwiki", provider: "one" },
    31,
    7,
  ),
  // A dollar, or 40 cents at the cheaper provider; and a mode that has only one.
  ...[
    { mode: "deep", provider: "one", perDay: 20, cost: 1 },
    { mode: "deep", provider: "two", perDay: 10, cost: 0.4 },
    { mode: "quick", provider: "one", perDay: 40, cost: 0.05 },
  ].flatMap(({ mode, provider, perDay, cost }) => [
    ...counter(
      "codequal_analysis_cost_dollars_count",
      { mode, provider },
      31,
      perDay,
    ),
    ...counter(
      "codequal_analysis_cost_dollars_sum",
      { mode, provider },
      31,
      perDay * cost,
    ),
  ]),
  // Half a day of one alert on two pods at once, and half an hour of another.
  ...["a", "b"].flatMap((pod) =>
    samples(
      "ALERTS",
      {
        alertname: "PodMemoryHigh",
        alertstate: "firing",
        system: "codeverify",
        pod,
      },
      { days: 0.5, every: MINUTE },
      () => 1,
    ),
  ),
  ...samples(
    "ALERTS",
    { alertname: "LowScore", alertstate: "firing", system },
    { days: 1 / 48, every: MINUTE },
    () => 1,
  ),
];

/** Queries outside of reports with unusual results. */
export const HARD_QUERIES = [
  "1 / vector(0)",
  "-1 / vector(0)",
  "vector(0) / 0",
  "scalar(vector(7))",
  "sum(no_such_series)",
  "up{",
  "cqvr_average_score[5m]",
  '"text"',
  'quantile(2, cqvr_contract_score{tier="1"})',
  'label_replace(vector(1), "a", "1", "", "") or label_replace(vector(2), "b", "1", "", "")',
] as const;
