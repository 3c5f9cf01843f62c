import type { ChartMetrics } from "../../../model/chart-metrics";
import { always, bySet, never, perHour } from "../../../model/typical/typical";
import { serviceTargets } from "../../parts/metrics/service-targets";
import { values } from "../../../model/label-values";
import type { LabelValues } from "../../../model/label-values";
import {
  SERVICE_TARGET,
  appearing,
  counter,
  counters,
  gauge,
  gauges,
  histogram,
} from "../../parts/metrics/facts";

/**
 * Receivers that it knows, each with its counters from the start.
 * @see https://github.com/prometheus/alertmanager/blob/v0.35.0/notify/metrics.go
 */
const integration: LabelValues = values(
  "email",
  "pagerduty",
  "wechat",
  "pushover",
  "slack",
  "opsgenie",
  "webhook",
  "victorops",
  "sns",
  "telegram",
  "discord",
  "webex",
  "msteams",
  "msteamsv2",
  "incidentio",
  "jira",
  "rocketchat",
  "mattermost",
);

/** @see https://github.com/prometheus/alertmanager/blob/v0.35.0/notify/util.go */
const reason: LabelValues = values(
  "other",
  "clientError",
  "serverError",
  "contextCanceled",
  "contextDeadlineExceeded",
  "authError",
  "rateLimited",
  "templateError",
  "fileReadError",
  "configError",
  "encodingError",
  "requestError",
  "missingContext",
);

/** A single member runs without the protocol of a cluster. */
const cluster = appearing(
  "in a cluster of several members",
  counter("alertmanager_cluster_alive_messages_total", "peer"),
  gauge("alertmanager_cluster_peer_info", "peer"),
  ...gauges(
    [],
    "alertmanager_cluster_failed_peers",
    "alertmanager_cluster_members",
    "alertmanager_cluster_messages_queued",
    "alertmanager_peer_position",
  ),
  ...counters(
    ["msg_type"],
    "alertmanager_cluster_messages_received_size_total",
    "alertmanager_cluster_messages_received_total",
    "alertmanager_cluster_messages_sent_size_total",
    "alertmanager_cluster_messages_sent_total",
  ),
  ...counters(
    [],
    "alertmanager_cluster_peers_joined_total",
    "alertmanager_cluster_peers_left_total",
    "alertmanager_cluster_reconnections_failed_total",
    "alertmanager_cluster_reconnections_total",
  ),
);

/** @see https://prometheus.io/docs/alerting/latest/alertmanager/ */
export const alertmanager: ChartMetrics = {
  chart: "kube-prometheus-stack alertmanager",
  targetLabels: SERVICE_TARGET,
  values: {
    alertmanager_alerts: {
      state: values("active", "suppressed", "unprocessed"),
    },
    alertmanager_silences: { state: values("active", "pending", "expired") },
    alertmanager_alerts_received_total: {
      status: values("firing", "resolved"),
    },
    alertmanager_notifications_total: { integration },
    alertmanager_notifications_failed_total: { integration, reason },
    alertmanager_notification_requests_total: { integration },
    alertmanager_notification_requests_failed_total: { integration },
  },
  typical: ({ alertmanager: { replicas } }) => ({
    instances: serviceTargets(
      {
        name: "kps-alertmanager",
        container: "alertmanager",
        port: "http-web",
      },
      replicas,
    ),
    counters: {
      alertmanager_notifications_total: bySet({
        'integration="slack",receiver_name="chat"': perHour(12),
        'integration="email",receiver_name="mail"': perHour(4),
        // The heartbeat.
        'integration="webhook",receiver_name="watchdog"': perHour(60),
      }),
      alertmanager_notifications_failed_total: bySet({
        'integration="slack",receiver_name="chat",reason="other"': never,
        'integration="email",receiver_name="mail",reason="other"': never,
        'integration="webhook",receiver_name="watchdog",reason="other"': never,
      }),
    },
    gauges: {
      alertmanager_cluster_members: always(replicas),
    },
  }),
  metrics: [
    ...cluster,
    ...gauges(["state"], "alertmanager_alerts", "alertmanager_silences"),
    counter("alertmanager_alerts_invalid_total", "version"),
    counter("alertmanager_alerts_received_total", "status", "version"),
    ...gauges(
      [],
      "alertmanager_cluster_enabled",
      "alertmanager_config_hash",
      "alertmanager_config_last_reload_success_timestamp_seconds",
      "alertmanager_config_last_reload_successful",
      "alertmanager_dispatcher_aggregation_groups",
      "alertmanager_inhibition_rules",
      "alertmanager_integrations",
      "alertmanager_receivers",
    ),
    ...counters(
      [],
      "alertmanager_dispatcher_aggregation_group_limit_reached_total",
      "alertmanager_dispatcher_alert_processing_duration_seconds_count",
      "alertmanager_dispatcher_alert_processing_duration_seconds_sum",
      "alertmanager_nflog_queries_total",
      "alertmanager_nflog_query_errors_total",
    ),
    gauge("alertmanager_http_requests_in_flight", "method"),
    ...counters(
      ["integration", "receiver_name"],
      "alertmanager_notification_requests_failed_total",
      "alertmanager_notification_requests_total",
      "alertmanager_notifications_total",
    ),
    counter(
      "alertmanager_notifications_failed_total",
      "integration",
      "reason",
      "receiver_name",
    ),
    histogram(
      "alertmanager_http_request_duration_seconds",
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      "code",
      "handler",
      "method",
    ),
    histogram(
      "alertmanager_http_response_size_bytes",
      [100, 1000, 10000, 100000, 1000000, 10000000, 100000000],
      "handler",
      "method",
    ),
    histogram(
      "alertmanager_nflog_query_duration_seconds",
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    ),
    histogram(
      "alertmanager_notification_latency_seconds",
      [1, 5, 10, 15, 20],
      "integration",
      "receiver_name",
    ),
  ],
};
