import type { ChartMetrics } from "../../model/chart-metrics";
import { gauge, gauges, appearing } from "../parts/metrics/facts";

/** What a probe finds. @see https://github.com/prometheus/blackbox_exporter */
export const blackboxExporter: ChartMetrics = {
  chart: "prometheus-blackbox-exporter",
  // Set by the Probe object, which is of one system, or of the environment that is watched.
  targetLabels: ["system", "watched", "probe", "job", "instance", "namespace"],
  metrics: [
    ...gauges(
      [],
      "probe_success",
      "probe_duration_seconds",
      "probe_timeout_seconds",
      "probe_dns_lookup_time_seconds",
      "probe_ip_protocol",
      "probe_ip_addr_hash",
      "probe_failed_due_to_regex",
      "probe_http_status_code",
      "probe_http_version",
      "probe_http_ssl",
      "probe_http_redirects",
      "probe_http_content_length",
      "probe_http_uncompressed_body_length",
    ),
    gauge("probe_http_duration_seconds", "phase"),
    ...appearing(
      "with a probe over TLS",
      ...gauges(
        [],
        "probe_ssl_earliest_cert_expiry",
        "probe_ssl_last_chain_expiry_timestamp_seconds",
      ),
      gauge("probe_tls_version_info", "version"),
      gauge("probe_tls_cipher_info", "cipher"),
      gauge(
        "probe_ssl_last_chain_info",
        "fingerprint_sha256",
        "issuer",
        "serialnumber",
        "subject",
        "subjectalternative",
      ),
    ),
    ...appearing(
      "with a probe whose answer says when it was changed",
      ...gauges([], "probe_http_last_modified_timestamp_seconds"),
    ),
  ],
};
