import type { Reached } from "../../checks/routing/reached";
import { toldAfter } from "../../checks/routing/told-after";
import { peopleOf, priorityOf, systemOf, titleOf } from "./routes-table";

/** One alert step by step: its labels, each route that took it, who is told, and what may keep it silent. */
export function explain(
  result: Reached,
  inhibitedBy: readonly string[],
): string {
  const { alert, arrival, nobody, places, faults } = result;
  const reach =
    alert.promised.kind === "team" ? alert.promised.reach : undefined;
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
    ["nobody", nobody],
    ["people", peopleOf(result).join(", ") || undefined],
    ["places", places.join(", ") || undefined],
    [
      "gathers",
      `${arrival.groupWait} before the first message, ${arrival.groupInterval} between changes, again after ${arrival.repeatInterval}`,
    ],
    ["told only in", arrival.activeIn.join(", ") || undefined],
    ["not told in", arrival.mutedIn.join(", ") || undefined],
    ["silent while", inhibitedBy.join(", ") || undefined],
    ["told after", toldAfter(result)?.toString()],
    ["acknowledge", reach?.acknowledge?.toString()],
    ["response", reach?.response.toString()],
    ...escalationOf(result).map((step) => ["called", step] as const),
    ...faults.map((fault) => ["WRONG", fault] as const),
  ];
  return [
    heading,
    ...lines.flatMap(([name, text]) =>
      text === undefined ? [] : [`  ${name.padEnd(12)}  ${text}`],
    ),
  ].join("\n");
}

/** Whom the pager calls, one after the other, where the alert reaches it. */
const escalationOf = ({ alert: { promised }, places }: Reached) =>
  promised.kind === "team" &&
  places.some((place) => place.startsWith("pagerduty"))
    ? promised.team.escalation.map(({ who, when }) => `${who}, ${when}`)
    : [];
