import { readFileSync } from "node:fs";
import { alertName } from "../../../cli/coverage/addresses";
import { production } from "../../../config/environments/production";
import type { Alert } from "../../../model/alert";
import type { ChannelRole } from "../../../model/channel";
import { notificationPolicyOf } from "../../../model/notification-path";
import { alertsIn } from "../../../prometheus/rules/alert-rules";
import { services } from "../../support/declared";
import { itNeeding } from "../../support/describe-needing";
import { referenceSpec } from "../../support/reference-spec";
import { idsAt } from "./asked";

interface Declared {
  readonly id: string;
  readonly alert: string;
  readonly priority: string;
  readonly path: readonly string[];
  readonly response: string;
}

/** Everything in a tree of declarations that is an alert with a path. */
function alertsOf(value: unknown): readonly Declared[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "alert" in value && "path" in value && "id" in value
      ? [value as Declared]
      : [];
  return [...own, ...Object.values(value).flatMap(alertsOf)];
}

/** The specification's words for what people talk in. */
const ROLES: Readonly<Record<string, ChannelRole>> = {
  pager: "pager",
  slack: "chat",
  email: "email",
  escalation: "escalation",
};

const minutesOf = (text: string): number | "next business day" => {
  if (text === "next business day") return text;
  const [, count = "", unit = ""] = /^<? ?(\d+) ?(min|m|h)\b/.exec(text) ?? [];
  return Number(count) * (unit === "h" ? 60 : 1);
};

/**
 * Of alerts that share a name the most urgent one: the specification lists each name once, at that
 * priority.
 */
const mostUrgent = (alerts: readonly Alert[]): readonly Alert[] =>
  alerts.filter(
    ({ name, priority }) =>
      !alerts.some((other) => other.name === name && other.priority < priority),
  );

const file = referenceSpec("declarations.json");

itNeeding("the specification", file !== undefined)(
  "notifies the people and response times of the specification for every alert",
  () => {
    const specified = new Map(
      alertsOf(JSON.parse(readFileSync(file ?? "", "utf8"))).map((alert) => [
        alert.id,
        alert,
      ]),
    );
    const compared = services.flatMap((service) =>
      mostUrgent(alertsIn(production, service)).flatMap((alert) => {
        const { channels, response } = notificationPolicyOf(alert, service);
        return idsAt(
          `${service.key} alert ${alertName(alert, service.alerts)}`,
        ).flatMap((id) => {
          const wanted = specified.get(id);
          if (wanted === undefined) return [];
          return {
            id,
            is: {
              priority: alert.priority,
              channels,
              response:
                typeof response === "string"
                  ? response
                  : response.milliseconds / 60_000,
            },
            wanted: {
              priority: wanted.priority,
              channels: wanted.path.map((word) => ROLES[word]),
              response: minutesOf(wanted.response),
            },
          };
        });
      }),
    );
    expect(compared.length).toBeGreaterThan(25);
    expect(compared.map(({ id, is }) => ({ id, is }))).toEqual(
      compared.map(({ id, wanted }) => ({ id, is: wanted })),
    );
  },
);
