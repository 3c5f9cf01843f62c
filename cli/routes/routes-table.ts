import type { EnvironmentConfig } from "../../model/environment";
import { channelName } from "../../model/channel";
import type { RoutingResult } from "../../checks/routing/routing-results";
import { notifiedAfter } from "../../checks/routing/notified-after";
import { aligned } from "../aligned";

const NONE = "–";

/** Who is notified of each alert, by priority, and which alerts notify nobody. */
export function routesTable(
  environment: EnvironmentConfig,
  results: readonly RoutingResult[],
): string {
  const notifying = results.filter(({ nobody }) => nobody === undefined);
  const notNotifying = results.filter(({ nobody }) => nobody !== undefined);
  const faults = results.filter(({ faults: found }) => found.length > 0);
  return [
    `${environment.name}: ${String(results.length)} alerts, ${String(notifying.length)} notify somebody, ${String(notNotifying.length)} nobody by declaration, ${String(faults.length)} are not routed as declared`,
    aligned([
      [
        "priority",
        "system",
        "alert",
        "people",
        "hours",
        "notified after",
        "acknowledge",
        "response",
      ],
      ...sorted(notifying).map(row),
    ]).join("\n"),
    ...(notNotifying.length === 0 ? [] : [unheardText(notNotifying)]),
    NOTES,
  ].join("\n\n");
}

const NOTES = `notified after  at most, from the start of a steady condition: the expression's range, for, one evaluation, the group wait;
                for SLOs see npm run slos
acknowledge  and response count from the first message`;

const sorted = (results: readonly RoutingResult[]): readonly RoutingResult[] =>
  results.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ alert }: RoutingResult): string =>
  [priorityOf(alert), systemOf(alert), alert.name].join(" ");

export const priorityOf = ({
  expected,
  labels,
}: RoutingResult["alert"]): string =>
  expected.kind === "team" ? expected.priority : (labels["priority"] ?? NONE);

export const systemOf = ({ labels }: RoutingResult["alert"]): string =>
  labels["system"] ??
  (labels["namespace"] === undefined
    ? "chart"
    : `chart, of namespace ${labels["namespace"]}`);

const row = (result: RoutingResult): readonly string[] => {
  const { alert } = result;
  const policy =
    alert.expected.kind === "team" ? alert.expected.policy : undefined;
  return [
    priorityOf(alert),
    systemOf(alert),
    titleOf(alert),
    peopleOf(result).join(", "),
    policy?.hours === "business" ? "business" : "always",
    notifiedAfter(result)?.toString() ?? NONE,
    policy?.acknowledge?.toString() ?? NONE,
    policy?.response.toString() ?? NONE,
  ];
};

/** The alert with the labels that distinguish it from others of its name. */
export const titleOf = ({ name, labels }: RoutingResult["alert"]): string => {
  const distinguishing =
    labels["priority"] === undefined
      ? ["severity", "long"]
      : ["slo", "burn_tier"];
  const details = distinguishing.flatMap((label) => labels[label] ?? []);
  return details.length === 0 ? name : `${name} (${details.join(", ")})`;
};

/** Display names of an alert's declared channels; the destinations where no team is concerned. */
export const peopleOf = ({
  alert: { expected },
  channels,
  destinations,
}: RoutingResult): readonly string[] =>
  expected.kind === "unrouted" || expected.kind === "nobody"
    ? destinations
    : channels.map(channelName);

function unheardText(results: readonly RoutingResult[]): string {
  const byReason = new Map<string, string[]>();
  for (const { alert, nobody = "" } of results) {
    const names = byReason.get(nobody);
    if (names === undefined) byReason.set(nobody, [titleOf(alert)]);
    else names.push(titleOf(alert));
  }
  return [
    "nobody is notified, by declaration:",
    ...[...byReason].map(
      ([reason, names]) =>
        `  ${reason}: ${[...new Set(names)].sort().join(", ")}`,
    ),
  ].join("\n");
}
