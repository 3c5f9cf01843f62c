import { markdownTable } from "../../model/markdown-table";
import type { AlertReport } from "./alert-report";
import type { IncidentOutcome } from "./incident-outcome";
import type { LinkReport } from "./link-report";
import type { LostAlerts } from "./silence-report";

/** What a new version changes in one environment for people on call. */
export interface UpgradingReport {
  readonly environment: string;
  readonly alerts: readonly AlertReport[];
  readonly links: LinkReport;
  /** `undefined` where no silences were given. */
  readonly silences: readonly LostAlerts[] | undefined;
  readonly inhibitions: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
  };
}

/** The report as Markdown. */
export function upgradingPage(report: UpgradingReport): string {
  const parts = [
    ...byHand(report),
    ...otherIncidents(report),
    ...alerts(report),
    ...silences(report),
    ...links(report),
    ...inhibitions(report),
  ];
  return [
    `# ${report.environment}: what this version changes`,
    ...(parts.length === 0
      ? ["Nothing for alerts, incidents of the pager, silences and links."]
      : parts),
  ].join("\n\n");
}

const isLeftOpen = ({ outcome }: AlertReport): boolean =>
  outcome.open.kind === "left-open" || outcome.open.kind === "may-be-left-open";

/** Whether something becomes of an incident, other than that it goes on. */
const concernsPager = ({ outcome }: AlertReport): boolean =>
  outcome.opensAnother || outcome.open.kind === "resolves";

function byHand({ alerts: all }: UpgradingReport): readonly string[] {
  const left = all.filter(isLeftOpen);
  return left.length === 0
    ? []
    : [
        "## Incidents to close by hand",
        "The deduplication key (routes and labels of the group) of these alerts changes, so no event ends an incident that is open now. Deploy while none of them fires, or close the older incident afterwards.",
        incidentTable(left),
      ];
}

function otherIncidents({ alerts: all }: UpgradingReport): readonly string[] {
  const others = all.filter(
    (alert) => !isLeftOpen(alert) && concernsPager(alert),
  );
  return others.length === 0
    ? []
    : ["## Other incidents of the pager", incidentTable(others)];
}

const incidentTable = (alerts: readonly AlertReport[]): string =>
  tableOf(
    [
      "Alert",
      "About",
      "Change",
      "The open incident",
      "Key before",
      "Key after",
    ],
    alerts.map((alert) => [
      nameOf(alert),
      alert.about.join(", "),
      alert.kind,
      outcomeText(alert.outcome),
      alert.keys.before.map(code).join(", "),
      alert.keys.after.map(code).join(", "),
    ]),
  );

const outcomeText = ({ open, opensAnother }: IncidentOutcome): string =>
  [fateText(open), ...(opensAnother ? ["opens another while it fires"] : [])]
    .filter((text) => text !== "")
    .join("; ");

function fateText(open: IncidentOutcome["open"]): string {
  switch (open.kind) {
    case "none":
      return "";
    case "continues":
      return "goes on";
    case "resolves":
      return "resolves by itself within minutes";
    case "left-open":
      return "stays open";
    case "may-be-left-open":
      return `stays open where the alert has ${open.labels.map(code).join(" or ")}`;
  }
}

function alerts({ alerts: all }: UpgradingReport): readonly string[] {
  const of = (...kinds: readonly AlertReport["kind"][]) =>
    all.filter(({ kind }) => kinds.includes(kind));
  const names = (title: string, some: readonly AlertReport[], text: string) =>
    some.length === 0
      ? []
      : [
          `## ${title}`,
          text,
          [...new Set(some.map(nameOf))].map((name) => `- ${name}`).join("\n"),
        ];
  const changed = of("re-prioritised", "re-labelled");
  return [
    ...names(
      "Alerts added",
      of("added"),
      "What holds at the deployment fires after the alert's own time.",
    ),
    ...names(
      "Alerts removed",
      of("removed"),
      "What fires now ends within minutes, as if it were over.",
    ),
    ...(changed.length === 0
      ? []
      : [
          "## Alerts with other labels",
          "What fires now ends within minutes, and fires again under its new labels after the alert's own time.",
          tableOf(
            ["Alert", "Label", "Before", "After"],
            unique(
              changed.flatMap((alert) =>
                alert.changes.map(({ label, before, after }) => [
                  nameOf(alert),
                  code(label),
                  valueText(before),
                  valueText(after),
                ]),
              ),
            ),
          ),
        ]),
  ];
}

const valueText = (value: string | undefined): string =>
  value === undefined ? "none" : code(value);

function silences({
  alerts: all,
  silences: lost,
}: UpgradingReport): readonly string[] {
  const lines =
    lost === undefined
      ? unique(all.flatMap(brokenMatchers).map((line) => [line])).flat()
      : lost.map(
          ({ silence: { id, comment, matchers }, alerts: names }) =>
            `- ${code(id)} (${comment}; ${matchers.map(code).join(", ")}) does not match ${names.map(code).join(", ")} any more`,
        );
  return lines.length === 0
    ? []
    : [
        "## Silences",
        lost === undefined
          ? "Silences with these matchers no longer match; make them anew before you deploy. Matchers about other labels still match."
          : "These silences are in force and no longer match; make them anew before you deploy.",
        lines.join("\n"),
      ];
}

const brokenMatchers = ({
  name,
  kind,
  changes,
}: AlertReport): readonly string[] => {
  if (kind === "removed") {
    return [`- ${code(`alertname="${name}"`)}: the alert is gone`];
  }
  return changes.flatMap(({ label, before, after }) =>
    before === undefined
      ? [
          `- ${code(`alertname="${name}"`)} with ${code(`${label}=""`)}: it is ${valueText(after)} now`,
        ]
      : [
          `- ${code(`alertname="${name}"`)} with ${code(`${label}="${before}"`)}: it is ${valueText(after)} now`,
        ],
  );
};

function links({ links: { gone, moved } }: UpgradingReport): readonly string[] {
  if (gone.length + moved.length === 0) return [];
  return [
    "## Links",
    ...(gone.length === 0
      ? []
      : [
          "Links to these, in messages that were sent and in notes, lead nowhere:",
          gone.map(({ kind, name }) => `- ${kind}: ${code(name)}`).join("\n"),
        ]),
    ...(moved.length === 0
      ? []
      : [
          "New messages of these alerts lead elsewhere; messages that were sent keep their links:",
          tableOf(
            ["Alert", "Link", "Before", "After"],
            moved.map(({ alert, annotation, before, after }) => [
              code(alert),
              annotation,
              before,
              after,
            ]),
          ),
        ]),
  ];
}

function inhibitions({
  inhibitions: { added, removed },
}: UpgradingReport): readonly string[] {
  if (added.length + removed.length === 0) return [];
  return [
    "## Inhibition",
    "An alert that fires and is no longer inhibited notifies at the next evaluation of its group; one that is inhibited from now on sends its end.",
    [
      ...removed.map((rule) => `- removed: ${code(rule)}`),
      ...added.map((rule) => `- added: ${code(rule)}`),
    ].join("\n"),
  ];
}

/** Labels that distinguish alerts of one name. */
const DISTINGUISHING = ["system", "priority", "slo", "burn_tier"];

const nameOf = ({ name, labels }: AlertReport): string => {
  const own = DISTINGUISHING.flatMap((label) => labels[label] ?? []);
  return `${code(name)}${own.length === 0 ? "" : ` (${own.join(" ")})`}`;
};

const code = (text: string): string => `\`${text}\``;

/** A table whose cells may hold regular expressions. */
const tableOf = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  markdownTable(
    head,
    rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|"))),
  );

const unique = (rows: readonly (readonly string[])[]) => [
  ...new Map(rows.map((row) => [row.join("\n"), row])).values(),
];
