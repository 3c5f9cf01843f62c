import { BEGINS, incidentName } from "../../proof/incidents/incident";
import type { JudgedIncident } from "../../proof/incidents/judgement";
import type { Notification } from "../../proof/incidents/notifications";
import { namesIn } from "../../proof/incidents/pages";
import { minutesAfter } from "./incident-line";

interface Entry {
  readonly minute: number;
  readonly text: string;
}

/** What a person lives through, minute by minute, and what was expected. */
export function timeline(judged: JudgedIncident): string {
  const { file, courses, answer, differences } = judged;
  const entries: Entry[] = [
    ...courses.flatMap(({ labels, firing }) =>
      firing.flatMap(([from, until]) => [
        { minute: from - BEGINS, text: `fires     ${alertText(labels)}` },
        { minute: until - BEGINS, text: `ends      ${alertText(labels)}` },
      ]),
    ),
    ...answer.inhibited.map(({ labels, by, minutes }) => ({
      minute: (minutes[0] ?? 0) - BEGINS,
      text: `inhibited ${alertText(labels)}, by ${alertText(by)}`,
    })),
    ...together(answer.notifications).map(({ first, through }) => ({
      minute: Math.floor(first.second / 60) - BEGINS,
      text: `message   to ${first.receiver} (${through.join(", ")}): ${messageText(first)}`,
    })),
  ];
  return [
    `${file.service.key}: ${incidentName(file.incident)}`,
    file.incident.about,
    "",
    ...[...entries]
      .sort((a, b) => a.minute - b.minute)
      .map(
        ({ minute, text }) => `${minutesAfter(minute).padStart(5)}  ${text}`,
      ),
    "",
    differences.length === 0
      ? "As expected."
      : `Not as expected:\n${differences.map((each) => `  ${each}`).join("\n")}`,
  ].join("\n");
}

/** Labels by which alerts of one name differ. */
const DISTINGUISHING = [
  "slo",
  "burn_tier",
  "pod",
  "service",
  "instance",
  "metric",
];

const alertText = (labels: Readonly<Record<string, string>>): string => {
  const own = DISTINGUISHING.flatMap((label) => labels[label] ?? []);
  return `${labels["alertname"] ?? ""}${own.length === 0 ? "" : ` (${own.join(", ")})`}${
    labels["priority"] === undefined ? "" : ` ${labels["priority"]}`
  }`;
};

const messageText = ({ firing, resolved }: Notification): string =>
  [
    ...(firing.length === 0 ? [] : [namesIn(firing).join(", ")]),
    ...(resolved.length === 0
      ? []
      : [`resolved: ${namesIn(resolved).join(", ")}`]),
  ].join("; ");

/** One message goes through several integrations of its receiver at once. */
function together(notifications: readonly Notification[]): readonly {
  readonly first: Notification;
  readonly through: readonly string[];
}[] {
  const messages = new Map<
    string,
    { readonly first: Notification; readonly through: string[] }
  >();
  for (const each of notifications) {
    const key = JSON.stringify([
      each.second,
      each.receiver,
      each.group,
      each.firing,
      each.resolved,
    ]);
    const through = each.integration
      .replace(/Configs\/\d+$/u, "")
      .toLowerCase();
    const known = messages.get(key);
    if (known === undefined)
      messages.set(key, { first: each, through: [through] });
    else known.through.push(through);
  }
  return [...messages.values()];
}
