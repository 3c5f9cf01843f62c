import type { RoutingResult } from "../../checks/routing/routing-results";
import { notifiedAfter } from "../../checks/routing/notified-after";
import { peopleOf, priorityOf, systemOf, titleOf } from "./routes-table";

/**
 * One alert step by step: its labels, each route that matched, who is notified, and what may
 * suppress it.
 */
export function explain(
  result: RoutingResult,
  inhibitedBy: readonly string[],
): string {
  const { alert, arrival, besides, nobody, destinations, faults } = result;
  const policy =
    alert.expected.kind === "team" ? alert.expected.policy : undefined;
  const heading = `${titleOf(alert)} of ${systemOf(alert)}, ${priorityOf(alert)}, declared in ${alert.source}`;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [
      "labels",
      Object.entries(alert.labels)
        .map(([label, value]) => `${label}="${value}"`)
        .join(" "),
    ],
    ...arrival.steps.map((step) => ["route", step] as const),
    ["receiver", arrival.receiver],
    [
      "and receiver",
      besides.map((end) => end.receiver).join(", ") || undefined,
    ],
    ["nobody", nobody],
    ["people", peopleOf(result).join(", ") || undefined],
    ["destinations", destinations.join(", ") || undefined],
    ["grouped by", arrival.groupBy.join(", ")],
    [
      "groups",
      `${arrival.groupWait} before the first message, ${arrival.groupInterval} between changes, again after ${arrival.repeatInterval}`,
    ],
    ["active only in", arrival.activeIn.join(", ") || undefined],
    ["muted in", arrival.mutedIn.join(", ") || undefined],
    ["inhibited by", inhibitedBy.join(", ") || undefined],
    ["notified after", notifiedAfter(result)?.toString()],
    ["acknowledge", policy?.acknowledge?.toString()],
    ["response", policy?.response.toString()],
    ...escalationOf(result).map((step) => ["called", step] as const),
    ...faults.map((fault) => ["WRONG", fault] as const),
  ];
  return [
    heading,
    ...lines.flatMap(([name, text]) =>
      text === undefined ? [] : [`  ${name.padEnd(14)}  ${text}`],
    ),
  ].join("\n");
}

/** The pager's escalation, where the alert pages. */
const escalationOf = ({ alert: { expected }, destinations }: RoutingResult) =>
  expected.kind === "team" &&
  destinations.some((place) => place.startsWith("pagerduty"))
    ? expected.team.escalation.map(({ who, when }) => `${who}, ${when}`)
    : [];
