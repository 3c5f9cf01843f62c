import type { EnvironmentConfig } from "../../model/environment";
import { channelName } from "../../model/channel";
import type { Reached } from "../../checks/routing/reached";
import { toldAfter } from "../../checks/routing/told-after";
import { aligned } from "../aligned";

const NONE = "–";

/** Who is told of each alert, and who of none, by priority. */
export function routesTable(
  environment: EnvironmentConfig,
  results: readonly Reached[],
): string {
  const heard = results.filter(({ nobody }) => nobody === undefined);
  const unheard = results.filter(({ nobody }) => nobody !== undefined);
  const faults = results.filter(({ faults: found }) => found.length > 0);
  return [
    `${environment.name}: ${String(results.length)} alerts, ${String(heard.length)} reach somebody, ${String(unheard.length)} nobody by declaration, ${String(faults.length)} are not as promised`,
    aligned([
      [
        "priority",
        "system",
        "alert",
        "people",
        "hours",
        "told after",
        "acknowledge",
        "response",
      ],
      ...sorted(heard).map(row),
    ]).join("\n"),
    ...(unheard.length === 0 ? [] : [unheardText(unheard)]),
    NOTES,
  ].join("\n\n");
}

const NOTES = `told after   at most, from the beginning of a steady condition: what the expression reads of the past, the waiting, one evaluation, the gathering;
             for promises see npm run slos
acknowledge  and response count from the first message`;

const sorted = (results: readonly Reached[]): readonly Reached[] =>
  results.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ alert }: Reached): string =>
  [priorityOf(alert), systemOf(alert), alert.name].join(" ");

export const priorityOf = ({ promised, labels }: Reached["alert"]): string =>
  promised.kind === "team" ? promised.priority : (labels["priority"] ?? NONE);

export const systemOf = ({ labels }: Reached["alert"]): string =>
  labels["system"] ?? "chart";

const row = (result: Reached): readonly string[] => {
  const { alert } = result;
  const reach =
    alert.promised.kind === "team" ? alert.promised.reach : undefined;
  return [
    priorityOf(alert),
    systemOf(alert),
    titleOf(alert),
    peopleOf(result).join(", "),
    reach?.hours === "business" ? "business" : "always",
    toldAfter(result)?.toString() ?? NONE,
    reach?.acknowledge?.toString() ?? NONE,
    reach?.response.toString() ?? NONE,
  ];
};

/** The alert with what tells it from others of its name. */
export const titleOf = ({ name, labels }: Reached["alert"]): string => {
  const telling =
    labels["priority"] === undefined
      ? ["severity", "long"]
      : ["slo", "burn_tier"];
  const details = telling.flatMap((label) => labels[label] ?? []);
  return details.length === 0 ? name : `${name} (${details.join(", ")})`;
};

/** How people call the channels that an alert is promised to; where no team is concerned, the places themselves. */
export const peopleOf = ({
  alert: { promised },
  channels,
  places,
}: Reached): readonly string[] =>
  promised.kind === "unrouted" || promised.kind === "nobody"
    ? places
    : channels.map(channelName);

function unheardText(results: readonly Reached[]): string {
  const byReason = new Map<string, string[]>();
  for (const { alert, nobody = "" } of results) {
    const names = byReason.get(nobody);
    if (names === undefined) byReason.set(nobody, [titleOf(alert)]);
    else names.push(titleOf(alert));
  }
  return [
    "nobody is told, by declaration:",
    ...[...byReason].map(
      ([reason, names]) =>
        `  ${reason}: ${[...new Set(names)].sort().join(", ")}`,
    ),
  ].join("\n");
}
