import type { AlertDeclaration } from "../../model/alert";
import { minutes } from "../../model/duration";
import { lokiRequestErrors } from "./loki-request-errors";

const dashboard = "monitoring-platform";

/** Logs or traces are lost, or their stores are down. */
export const logsAndTracesAlerts: readonly AlertDeclaration[] = [
  lokiRequestErrors,
  {
    name: "LogsDropped",
    expr: "sum(rate(loki_write_dropped_entries_total[5m])) > 0 or sum(rate(loki_discarded_samples_total[5m])) > 0",
    for: minutes(15),
    priority: "P2",
    summary: "Log lines are dropped by Alloy or refused by Loki",
    description: '{{ $value | printf "%.2f" }} lines a second are lost.',
    action: "Look which reason the counters give.",
    runbook: "platform/logs-dropped",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "5+30x40",
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-1"}':
              "5+90x40",
            'loki_discarded_samples_total{reason="rate_limited"}': "7x40",
          },
          at: minutes(15),
          expect: [
            { labels: {}, description: "2.00 lines a second are lost." },
          ],
        },
        {
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "5x40",
            'loki_discarded_samples_total{reason="rate_limited", pod="loki-0"}':
              "5+30x40",
            'loki_discarded_samples_total{reason="greater_than_max_sample_age", pod="loki-1"}':
              "5+30x40",
          },
          at: minutes(15),
          expect: [
            { labels: {}, description: "1.00 lines a second are lost." },
          ],
        },
        {
          // Some in four minutes are enough, as long as it goes on.
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "9x3 69x3 129x3 189x3 249x3 309x3 369x3 429x3",
          },
          at: minutes(19),
          expect: [
            { labels: {}, description: "0.25 lines a second are lost." },
          ],
        },
        {
          // Some in four minutes are enough, as long as it goes on.
          series: {
            'loki_discarded_samples_total{reason="rate_limited", pod="loki-0"}':
              "9x3 69x3 129x3 189x3 249x3 309x3 369x3 429x3",
          },
          at: minutes(19),
          expect: [
            { labels: {}, description: "0.25 lines a second are lost." },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "5x40",
            'loki_discarded_samples_total{reason="rate_limited", pod="loki-0"}':
              "5x40",
          },
          at: minutes(35),
        },
        {
          // Lost once, long ago and for some minutes; since then nothing.
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "0x5 0+30x8 240x40",
            'loki_discarded_samples_total{reason="rate_limited"}':
              "0x20 0+30x8 240x40",
          },
          at: minutes(32),
        },
        {
          // Some in eight minutes: most lines arrive.
          series: {
            'loki_write_dropped_entries_total{reason="ingester_error", pod="alloy-0"}':
              "9x7 69x7 129x7 189x7 249x7",
          },
          at: minutes(39),
        },
        {
          // Some in eight minutes: most lines arrive.
          series: {
            'loki_discarded_samples_total{reason="rate_limited", pod="loki-0"}':
              "9x7 69x7 129x7 189x7 249x7",
          },
          at: minutes(39),
        },
      ],
    },
  },
  {
    name: "TempoSpansDiscarded",
    expr: "sum by (reason) (rate(tempo_discarded_spans_total[5m])) > 0",
    for: minutes(15),
    priority: "P2",
    summary: "Tempo discards spans: {{ $labels.reason }}",
    description: '{{ $value | printf "%.2f" }} spans a second are lost.',
    action: "Look whose spans they are, and which limit they meet.",
    runbook: "platform/tempo-spans-discarded",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-0"}':
              "9+60x40",
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-1"}':
              "9+120x40",
            'tempo_discarded_spans_total{reason="trace_too_large", pod="tempo-distributor-0"}':
              "9x40",
          },
          at: minutes(15),
          expect: [
            {
              labels: { reason: "rate_limited" },
              summary: "Tempo discards spans: rate_limited",
              description: "3.00 spans a second are lost.",
            },
          ],
        },
        {
          // Some in four minutes are enough, as long as it goes on.
          series: {
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-0"}':
              "9x3 69x3 129x3 189x3 249x3 309x3 369x3 429x3",
          },
          at: minutes(19),
          expect: [
            {
              labels: { reason: "rate_limited" },
              summary: "Tempo discards spans: rate_limited",
              description: "0.25 spans a second are lost.",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-0"}':
              "9x40",
          },
          at: minutes(35),
        },
        {
          // For eight minutes, and no longer.
          series: {
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-0"}':
              "0x5 0+60x8 480x40",
          },
          at: minutes(17),
        },
        {
          // Some in eight minutes: most of them arrive.
          series: {
            'tempo_discarded_spans_total{reason="rate_limited", pod="tempo-distributor-0"}':
              "9x7 69x7 129x7 189x7 249x7",
          },
          at: minutes(39),
        },
      ],
    },
  },
  {
    name: "TracePipelineDown",
    // By Service: the monitors of Tempo's parts name their jobs `monitoring/distributor` and the
    // like.
    expr: 'absent(up{service=~"tempo|tempo-distributor", namespace="monitoring"} == 1)',
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "Tempo is not reachable",
    description:
      "For 10 minutes no replica of Tempo that takes spans has answered its scrape: traces are lost.",
    action: "Look at the events and the log of the Tempo pods.",
    runbook: "platform/trace-pipeline-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{service="tempo-distributor", namespace="monitoring", pod="d-0"}':
              "1x3 0x30",
            // Queriers do not accept spans, and others do not count.
            'up{service="tempo-query-frontend", namespace="monitoring"}':
              "1x40",
            'up{service="tempo", namespace="other"}': "1x40",
          },
          at: minutes(14),
        },
      ],
      quiet: [
        {
          series: {
            'up{service="tempo-distributor", namespace="monitoring", pod="d-0"}':
              "0x40",
            'up{service="tempo-distributor", namespace="monitoring", pod="d-1"}':
              "1x40",
          },
          at: minutes(20),
        },
        {
          series: { 'up{service="tempo", namespace="monitoring"}': "1x40" },
          at: minutes(20),
        },
      ],
    },
  },
  {
    name: "LogPipelineDown",
    // By Service: the gateway's exporter and the caches have `loki` in their job names but accept
    // no log lines.
    expr: 'absent(up{service=~"loki|loki-distributor", namespace="monitoring"} == 1)',
    for: minutes(10),
    priority: "P1",
    summary: "Loki is not reachable",
    description:
      "For 10 minutes no replica of Loki that takes lines has answered its scrape: alerts on logs cannot fire, and lines wait on the nodes.",
    action: "Look at the events and the log of the Loki pods.",
    runbook: "platform/log-pipeline-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{service="loki", namespace="monitoring", pod="loki-0"}':
              "1x3 0x30",
            'up{service="loki-gateway-exporter", namespace="monitoring"}':
              "1x40",
            'up{service="loki", namespace="other"}': "1x40",
          },
          at: minutes(14),
        },
      ],
      quiet: [
        {
          series: {
            'up{service="loki", namespace="monitoring", pod="loki-0"}': "0x40",
            'up{service="loki", namespace="monitoring", pod="loki-1"}': "1x40",
          },
          at: minutes(20),
        },
        {
          series: {
            'up{service="loki-distributor", namespace="monitoring"}': "1x40",
          },
          at: minutes(20),
        },
      ],
    },
  },
];
