import type { EnvironmentConfig } from "../model/environment";
import type { ServiceDeclaration } from "../model/service";
import { nullReceiver, receivers } from "./receivers";
import { dimsOf, tierInhibitions } from "./tier-inhibitions";

const GROUPING = ["system", "environment"];

/**
 * Who is told of what: Slack for everything, the pager for P0 where the environment has one,
 * the external heartbeat for Watchdog. Alerts of the charts carry no system and go to the platform's channel.
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export function alertmanagerConfig(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): Readonly<Record<string, unknown>> {
  return {
    global: { resolve_timeout: "5m" },
    route: {
      receiver: "unrouted",
      group_by: [
        "alertname",
        "severity",
        ...GROUPING,
        "slo",
        ...dimsOf(services),
      ],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "4h",
      routes: [
        heartbeatRoute(),
        { matchers: ['alertname="InfoInhibitor"'], receiver: nullReceiver },
        ...services.map(systemRoute),
        ...chartRoutes(),
      ],
    },
    inhibit_rules: [...inhibitRules(), ...tierInhibitions(services)],
    receivers: receivers(environment, services),
  };
}

const heartbeatRoute = () => ({
  matchers: ['alertname="Watchdog"'],
  receiver: "heartbeat",
  group_by: ["alertname"],
  group_wait: "0s",
  group_interval: "1m",
  // Below the group interval: at one minute it would be sent every second minute.
  repeat_interval: "50s",
});

const systemRoute = (service: ServiceDeclaration) => ({
  matchers: [`system="${service.key}"`],
  receiver: service.key,
  routes: [
    {
      matchers: ['priority="P0"'],
      receiver: `${service.key}-p0`,
      group_wait: "10s",
      repeat_interval: "1h",
    },
    {
      matchers: ['priority=~"P2|P3"'],
      receiver: service.key,
      repeat_interval: "12h",
    },
  ],
});

const chartRoutes = () => [
  {
    matchers: ['priority=""', 'severity=~"critical|warning"'],
    receiver: "platform",
    repeat_interval: "12h",
  },
  {
    matchers: ['priority=""', 'severity=~"info|none"'],
    receiver: nullReceiver,
  },
];

/** Tiers of promises inhibit each other by rules of their own, which know their dims. */
const NO_TIER = 'burn_tier=""';

const inhibitRules = () => [
  {
    source_matchers: ['priority="P0"'],
    target_matchers: ['priority=~"P1|P2|P3"', NO_TIER],
    equal: [...GROUPING, "condition", "slo"],
  },
  {
    source_matchers: ['priority="P1"'],
    target_matchers: ['priority=~"P2|P3"', NO_TIER],
    equal: [...GROUPING, "condition", "slo"],
  },
  {
    source_matchers: ['condition="system-down"'],
    target_matchers: ['priority=~"P1|P2|P3"', 'condition!="system-down"'],
    equal: GROUPING,
  },
  {
    source_matchers: ['severity="critical"'],
    target_matchers: ['severity=~"warning|info"', 'priority=""'],
    equal: ["namespace", "alertname"],
  },
  {
    source_matchers: ['alertname="InfoInhibitor"'],
    target_matchers: ['severity="info"', 'priority=""'],
    equal: ["namespace"],
  },
];
