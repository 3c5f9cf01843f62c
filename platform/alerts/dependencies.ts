import type { AlertDeclaration } from "../../model/alert";
import { ANY_SYSTEM_PATHS } from "../../model/any-system-paths";
import { minutes } from "../../model/duration";

const dashboard = "monitoring-platform";

/** What exporters show of what they ask, by the name of their job. */
const EXPORTERS = {
  "shop-redis-exporter": "redis_up",
  "shop-postgres-exporter": "pg_up",
} as const;

const exporter = 'up{system="shop", job="shop-redis-exporter", instance="a"}';

/**
 * What the exporters beside a system show of its dependencies. The owner of the system is
 * notified; whether users get an answer is for its own probe to say.
 */
export const dependencyAlerts: readonly AlertDeclaration[] = [
  {
    name: "DependencyUnreachable",
    expr: 'min by (system, job) (redis_up{system!=""} or pg_up{system!=""}) == 0',
    for: minutes(2),
    priority: "P1",
    system: { kind: "from-series" },
    summary:
      "{{ $labels.job }} of {{ $labels.system }} gets no answer from what it asks",
    description:
      "The exporter runs, and its Redis or PostgreSQL refuses it or does not answer. Users notice it where the system cannot do without.",
    action:
      "See whether the database or cache runs; then whether the exporter's password is still its own.",
    runbook: "platform/dependency-unreachable",
    dashboard,
    proof: {
      fires: Object.entries(EXPORTERS).map(([job, name]) => {
        const labels = `system="shop", job="${job}"`;
        return {
          series: {
            [`${name}{${labels}}`]: "1x5 0x20",
            // Another that it asks answers.
            [`${name}{${labels}, instance="other"}`]: "1x30",
          },
          at: minutes(8),
          expect: [
            {
              labels: { system: "shop", job },
              summary: `${job} of shop gets no answer from what it asks`,
            },
          ],
          resolves: {
            series: { [`${name}{${labels}}`]: "1x20" },
            after: minutes(1),
          },
        };
      }),
      quiet: [
        // A restart of the cache: shorter than two minutes.
        {
          series: {
            'redis_up{system="shop", job="shop-redis-exporter"}':
              "1x5 0x1 1x20",
          },
          at: minutes(7),
        },
        // One that belongs to no system, such as that of a chart.
        {
          series: {
            'redis_up{job="cache"}': "0x20",
            'pg_up{job="database"}': "0x20",
          },
          at: minutes(10),
        },
      ],
    },
  },
  {
    name: "ExporterGone",
    // Pods have an app, and probes have a name: their absence has alerts of its own.
    expr: `group by (system, job) (last_over_time(up{system!="", app="", probe=""}[6h]))
  unless group by (system, job) (up{system!=""})`,
    for: minutes(10),
    priority: "P2",
    path: ANY_SYSTEM_PATHS.chatSoon,
    system: { kind: "from-series" },
    summary:
      "{{ $labels.job }} of {{ $labels.system }} is no longer discovered; alerts that read it cannot fire",
    description:
      "For 10 minutes Prometheus has found no target of this job, which it scraped within the last 6 hours.",
    action:
      "See whether its pod and its ServiceMonitor exist. Six hours after it was taken away on purpose this resolves.",
    runbook: "platform/exporter-gone",
    dashboard,
    proof: {
      fires: (
        [
          ["1x20", minutes(1)],
          // Six hours after its last sample.
          ["_x400", minutes(345)],
        ] as const
      ).map(([values, after]) => ({
        series: { [exporter]: "1x10 _x30" },
        at: minutes(25),
        expect: [
          {
            labels: { system: "shop", job: "shop-redis-exporter" },
            summary:
              "shop-redis-exporter of shop is no longer discovered; alerts that read it cannot fire",
          },
        ],
        resolves: { series: { [exporter]: values }, after },
      })),
      quiet: [
        // One that belongs to no system.
        {
          series: { 'up{job="cache", instance="a"}': "1x10 _x30" },
          at: minutes(30),
        },
        // It is discovered and refuses, which has an alert of its own.
        { series: { [exporter]: "1x10 0x30" }, at: minutes(30) },
        // Another pod of it took over.
        {
          series: {
            [exporter]: "1x10",
            'up{system="shop", job="shop-redis-exporter", instance="b"}':
              "_x15 1x30",
          },
          at: minutes(30),
        },
        // Pods and probes, which have alerts of their own.
        {
          series: {
            'up{system="shop", job="api", app="api", instance="a"}': "1x10",
            'up{system="shop", job="shop-health", probe="health", instance="a"}':
              "1x10",
          },
          at: minutes(30),
        },
      ],
      equivalent: {
        'without system!="" (#2)':
          "what belongs to no system is on the left side of none",
      },
    },
  },
];
