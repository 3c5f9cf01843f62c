import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";

/** A route with so many failures a minute on two pods, and so many mistakes of clients. */
const hardlyAsked = (
  first: number,
  second: number,
  mistakes = 0,
): InputSeries =>
  Object.fromEntries(
    (
      [
        ["500", "loki-0", first],
        ["503", "loki-1", second],
        ["400", "loki-0", mistakes],
      ] as const
    ).map(([status, pod, perMinute]) => [
      `loki_request_duration_seconds_count{route="loki_api_v1_rules", status_code="${status}", pod="${pod}"}`,
      perMinute === 0 ? "0x90" : `1000+${String(perMinute)}x90`,
    ]),
  );

/** A route of Loki answers with errors. */
export const lokiRequestErrors: AlertDeclaration = {
  name: "LokiRequestErrors",
  expr: `sum by (route) (rate(loki_request_duration_seconds_count{status_code=~"5.."}[5m]))
  / (sum by (route) (rate(loki_request_duration_seconds_count[5m])) > 0) > {failedRatio}
and sum by (route) (increase(loki_request_duration_seconds_count{status_code=~"5.."}[15m])) >= {failed}`,
  thresholds: {
    failedRatio: percent(10),
    // At least five: a route that is asked a few times in a quarter of an hour fails once by
    // chance.
    failed: count(4.5, "requests in 15 minutes"),
  },
  for: minutes(15),
  severity: "warning",
  priority: "P1",
  summary: "Loki route {{ $labels.route }} fails",
  description:
    "{{ $value | humanizePercentage }} of the requests to {{ $labels.route }} fail.",
  action: "Read the errors in Loki's own log.",
  runbook: "platform/loki-request-errors",
  dashboard: "monitoring-platform",
  proof: {
    fires: [
      {
        // 6 of 50 a minute, on two pods; another route has a thousand good ones.
        series: {
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="500", pod="loki-0"}':
            "1000+4x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="503", pod="loki-1"}':
            "1000+2x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="204", pod="loki-0"}':
            "1000+22x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="204", pod="loki-1"}':
            "1000+22x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_query_range", status_code="200", pod="loki-0"}':
            "1000+1000x40",
        },
        at: minutes(18),
        expect: [
          {
            labels: { route: "loki_api_v1_push" },
            summary: "Loki route loki_api_v1_push fails",
            description: "12% of the requests to loki_api_v1_push fail.",
          },
        ],
      },
      {
        // As many fail as before, of half as many.
        series: {
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="500", pod="loki-0"}':
            "1000+8x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="204", pod="loki-0"}':
            "1000+42x40",
        },
        at: minutes(17),
        expect: [
          {
            labels: { route: "loki_api_v1_push" },
            summary: "Loki route loki_api_v1_push fails",
            description: "16% of the requests to loki_api_v1_push fail.",
          },
        ],
      },
      // Half as many again fail, of as many.
      {
        series: {
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="500", pod="loki-0"}':
            "1000+12x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="204", pod="loki-0"}':
            "1000+88x40",
        },
        at: minutes(18),
        expect: [
          {
            labels: { route: "loki_api_v1_push" },
            summary: "Loki route loki_api_v1_push fails",
            description: "12% of the requests to loki_api_v1_push fail.",
          },
        ],
      },
      {
        // Hardly more than four and a half in a quarter of an hour, on two pods, and no other.
        series: hardlyAsked(0.21, 0.1),
        before: "nothing",
        at: minutes(29),
        expect: [
          {
            labels: { route: "loki_api_v1_rules" },
            summary: "Loki route loki_api_v1_rules fails",
            description: "100% of the requests to loki_api_v1_rules fail.",
          },
        ],
        resolves: { series: hardlyAsked(0, 0), after: minutes(5) },
      },
    ],
    quiet: [
      {
        // 8 %; and what the client itself did wrong.
        series: {
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="500", pod="loki-0"}':
            "1000+8x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="400", pod="loki-0"}':
            "1000+42x40",
          'loki_request_duration_seconds_count{route="loki_api_v1_push", status_code="204", pod="loki-0"}':
            "1000+50x40",
        },
        at: minutes(35),
      },
      // Four, and some that the client itself did wrong.
      { series: hardlyAsked(0.2, 0.08, 0.5), at: minutes(60) },
    ],
    equivalent: {
      "sum by (route) (rate(loki_request_dur… > → >=":
        "without requests the ratio is NaN, which is not above any limit",
      "0 → (-1)":
        "without requests the ratio is NaN, which is not above any limit",
    },
  },
};
