import type { AlertDeclaration } from "../../model/alert";
import { ANY_SYSTEM_PATHS } from "../../model/any-system-paths";
import { days, hours, minutes } from "../../model/duration";

const dashboard = "monitoring-platform";

/**
 * A target of some system cannot be scraped. These alerts keep the system of the target, so its
 * team is notified.
 */
export const targetAlerts: readonly AlertDeclaration[] = [
  {
    name: "MonitoredTargetDown",
    expr: 'up{system!=""} == 0',
    for: minutes(5),
    priority: "P2",
    path: ANY_SYSTEM_PATHS.chatSoon,
    system: { kind: "from-series" },
    summary: "Target {{ $labels.instance }} of {{ $labels.system }} is down",
    description:
      "For 5 minutes Prometheus has got no answer from this target, or one that it cannot read; other targets of the system may answer.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "platform/monitored-target-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{system="shop", job="api", instance="10.0.0.1:8000"}':
              "1x3 0x20",
          },
          at: minutes(9),
          expect: [
            {
              labels: {
                system: "shop",
                job: "api",
                instance: "10.0.0.1:8000",
              },
              summary: "Target 10.0.0.1:8000 of shop is down",
            },
          ],
        },
      ],
      quiet: [
        {
          // Down for less than 5 minutes; and a chart's target, which has alerts of its own.
          series: {
            'up{system="shop", job="api", instance="10.0.0.1:8000"}':
              "1x3 0x4 1x20",
            'up{job="kubelet", instance="node"}': "0x30",
          },
          at: minutes(8),
        },
      ],
    },
  },
  {
    name: "ScrapeSampleLimitExceeded",
    expr: "increase(prometheus_target_scrapes_exceeded_sample_limit_total[10m]) > 0",
    for: minutes(10),
    priority: "P2",
    summary: "A target exceeds its sample limit (cardinality)",
    description:
      "For 10 minutes a target has offered more samples than its limit allows, and Prometheus has taken none of them: a label with too many values.",
    action: "Find the target that answers with too many samples.",
    runbook: "platform/scrape-sample-limit-exceeded",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            prometheus_target_scrapes_exceeded_sample_limit_total: "0+1x40",
          },
          at: minutes(10),
        },
        {
          // One in eight minutes is enough, as long as it goes on.
          series: {
            prometheus_target_scrapes_exceeded_sample_limit_total:
              "1x7 2x7 3x7 4x7 5x7",
          },
          at: minutes(18),
        },
      ],
      quiet: [
        {
          // One refused scrape, then none: too short to matter.
          series: {
            prometheus_target_scrapes_exceeded_sample_limit_total: "0x10 1x40",
          },
          at: minutes(30),
        },
      ],
      equivalent: {
        "0 → 1":
          "a counter grows by whole numbers, and increase() makes a little more of one",
      },
    },
  },
  {
    name: "ScrapeFailing",
    // One of them is enough: the others' samples say nothing of it. One that is down has no samples
    // either, and an alert of its own; a wrong token makes all of them fail.
    expr: `min by (system, job) (scrape_samples_scraped{system!=""} and up == 1) == 0
  or sum by (system, job) (scrape_samples_scraped{system!=""}) == 0`,
    for: minutes(10),
    priority: "P2",
    path: ANY_SYSTEM_PATHS.chat,
    system: { kind: "from-series" },
    summary:
      "Target of {{ $labels.system }} answers without samples (wrong token, wrong path or wrong content type)",
    description:
      "For 10 minutes a target that is up has given no samples, or no target of the job has: alerts that read them cannot fire.",
    action: "Ask the endpoint by hand with the token that Prometheus uses.",
    runbook: "platform/scrape-failing",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'scrape_samples_scraped{system="shop", job="api", instance="a"}':
              "0x30",
            'scrape_samples_scraped{system="shop", job="api", instance="b"}':
              "0x30",
          },
          at: minutes(10),
          expect: [
            {
              labels: { system: "shop", job: "api" },
              summary:
                "Target of shop answers without samples (wrong token, wrong path or wrong content type)",
            },
          ],
        },
        {
          // One of two of a job, and another job that answers.
          series: {
            'up{system="shop", job="api", instance="a"}': "1x30",
            'scrape_samples_scraped{system="shop", job="api", instance="a"}':
              "0x30",
            'up{system="shop", job="api", instance="b"}': "1x30",
            'scrape_samples_scraped{system="shop", job="api", instance="b"}':
              "12x30",
            'up{system="shop", job="web", instance="c"}': "1x30",
            'scrape_samples_scraped{system="shop", job="web", instance="c"}':
              "12x30",
          },
          at: minutes(10),
          expect: [
            {
              labels: { system: "shop", job: "api" },
              summary:
                "Target of shop answers without samples (wrong token, wrong path or wrong content type)",
            },
          ],
        },
      ],
      quiet: [
        {
          // One of two is down, which is another alert's.
          series: {
            'up{system="shop", job="api", instance="a"}': "0x30",
            'scrape_samples_scraped{system="shop", job="api", instance="a"}':
              "0x30",
            'up{system="shop", job="api", instance="b"}': "1x30",
            'scrape_samples_scraped{system="shop", job="api", instance="b"}':
              "1x30",
            // A target of a chart, which has no system.
            'up{job="kubelet", instance="n"}': "1x30",
            'scrape_samples_scraped{job="kubelet", instance="n"}': "0x30",
          },
          at: minutes(15),
        },
      ],
      equivalent: {
        "sum by (system, job) (scrape_samples_…: avg":
          "of numbers that are not negative both are zero at once",
      },
    },
  },
  {
    name: "TlsCertificateExpiring",
    expr: "min by (system, instance) (probe_ssl_earliest_cert_expiry) - time() < {remaining}",
    thresholds: { remaining: days(14) },
    for: hours(1),
    priority: "P2",
    path: ANY_SYSTEM_PATHS.chat,
    system: { kind: "from-series" },
    summary: "Certificate of {{ $labels.instance }} expires within 14 days",
    description:
      "For an hour the certificate that is shown has had less than 14 days left; cert-manager renews it 30 days before its end.",
    action: "Ask cert-manager why it did not renew.",
    runbook: "platform/tls-certificate-expiring",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'probe_ssl_earliest_cert_expiry{system="shop", instance="https://shop.example.com", probe="health"}':
              "1209600x120",
            // Another probe of it sees a newer one.
            'probe_ssl_earliest_cert_expiry{system="shop", instance="https://shop.example.com", probe="login"}':
              "7776000x120",
          },
          at: minutes(60),
          expect: [
            {
              labels: {
                system: "shop",
                instance: "https://shop.example.com",
              },
              summary:
                "Certificate of https://shop.example.com expires within 14 days",
            },
          ],
          resolves: {
            // Renewed for 90 days.
            series: {
              'probe_ssl_earliest_cert_expiry{system="shop", instance="https://shop.example.com", probe="health"}':
                "7776000x120",
            },
            after: minutes(1),
          },
        },
      ],
      quiet: [
        {
          // 14 days and 2 hours after the start of the test.
          series: {
            'probe_ssl_earliest_cert_expiry{system="shop", instance="https://shop.example.com", probe="health"}':
              "1216800x120",
          },
          at: minutes(90),
        },
      ],
      equivalent: {
        "min by (system, instance) (probe_ssl_… < → <=":
          "a second more of fourteen days",
      },
    },
  },
];
