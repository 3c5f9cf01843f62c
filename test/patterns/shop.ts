import { minutes } from "../../model/duration";
import type { AlertDeclaration } from "../../model/alert";
import type { RecordingRule } from "../../model/recording-rule";
import type { Service } from "../../model/service";
import { wholeService } from "../../model/whole-service";
import type { Events } from "../../patterns/events";
import type { Observations } from "../../patterns/observations";
import { goodService } from "../support/services";

/** A service with nothing but these rules. */
export const shopWith = (
  rules: readonly RecordingRule[],
  alerts: readonly AlertDeclaration[] = [],
): Service =>
  wholeService({
    ...goodService,
    recording: [{ name: "shop", interval: minutes(1), rules }],
    alerts,
    dashboards: [],
  });

const request = (status: string): Readonly<Record<string, number>> => ({
  [`api_requests_total{system="shop", route="cart", status="${status}"}`]: 1,
});

/** Requests of the shop, among those of others. */
export const requests: Events = {
  total: 'api_requests_total{system="shop"}',
  bad: 'api_requests_total{system="shop", status=~"5.."}',
  examples: { good: request("200"), bad: request("503") },
};

/** The same by route. */
export const requestsByRoute: Events = { ...requests, by: ["route"] };

/** Visits of the shop, which begin and, much later, end. */
export const sessions: Events = {
  total: 'sessions_begun_total{system="shop"}',
  bad: 'sessions_ended_total{system="shop", reason!="left"}',
  examples: {
    good: {
      'sessions_begun_total{system="shop"}': 1,
      'sessions_ended_total{system="shop", reason="left"}': 1,
    },
    bad: {
      'sessions_begun_total{system="shop"}': 1,
      'sessions_ended_total{system="shop", reason="lost"}': 1,
    },
  },
};

/** Times of the same requests. */
export const times: Observations = {
  histogram: "api_request_duration_seconds",
  matchers: 'system="shop"',
  buckets: [0.05, 0.1, 0.25, 0.5, 1],
};

export const timesByRoute: Observations = {
  ...times,
  by: ["route"],
  labels: { route: "cart" },
};

/** Required fields of an alert. */
export const alertFields = {
  severity: "critical",
  priority: "P1",
  summary: "Shop fails",
  runbook: "shop/errors",
  dashboard: "shop",
  for: minutes(5),
} as const;

/** How much of a volume is used. */
export const disk = {
  part: 'disk_used_bytes{system="shop"}',
  whole: 'disk_total_bytes{system="shop"}',
  aggregation: "max",
  by: ["volume"],
  labels: { volume: "data" },
} as const;
