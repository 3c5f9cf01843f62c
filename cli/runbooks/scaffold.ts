import type { AlertDefinition } from "../../model/alert";
import { NOT_YET_WRITTEN } from "../written-part";

/**
 * Marks each text that a scaffold leaves to the author; a test lists the pages that still have one.
 */
export const UNFILLED = "**To be written**:";

/** What the author writes under each heading, in the order in which a person on call reads. */
const HEADINGS: readonly (readonly [heading: string, text: string])[] = [
  [
    "Meaning",
    "what is wrong when this fires, in the words of the people who are notified.",
  ],
  ["Impact", "who suffers, from what, and from when on."],
  [
    "Diagnosis",
    "what to look at first, what each result means, and where to go from there, with at least one query in a block that begins with ```promql.",
  ],
  [
    "Mitigation",
    "what stops the damage, one step a line, with what makes it safe.",
  ],
  ["Escalation", "who is asked when that does not help, and after how long."],
  ["Rollback", "how to take back the last change, and what was done here."],
];

/**
 * A page for alerts that have none: titles, headings, their dashboards, and what is left to the
 * author.
 */
export function newRunbook(
  alerts: readonly AlertDefinition[],
  dashboards: ReadonlyMap<string, string>,
): string {
  const names = [...new Set(alerts.map(({ name }) => name))];
  return [
    `# ${names.join(", ")}`,
    NOT_YET_WRITTEN,
    ...HEADINGS.flatMap(([heading, text]) => [
      `## ${heading}`,
      ...(heading === "Diagnosis" ? firstLook(alerts, dashboards) : []),
      `${UNFILLED} ${text}`,
      ...(heading === "Meaning" ? sections(alerts) : []),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A page with headings for alerts that it does not know yet. */
export function withSections(
  page: string,
  alerts: readonly AlertDefinition[],
): string {
  const [title = "", ...rest] = page.split("\n");
  const names = alerts
    .map(({ name }) => name)
    .filter((name) => !title.includes(name));
  return [[title, ...names].join(", "), ...rest]
    .join("\n")
    .replace(/^## Impact$/m, `${sections(alerts).join("\n\n")}\n\n## Impact`);
}

/** A heading for each alert that names one, as GitHub makes anchors of headings. */
const sections = (alerts: readonly AlertDefinition[]): readonly string[] =>
  alerts.flatMap(({ name, runbook }) => {
    const [, anchor] = runbook.split("#");
    if (anchor === undefined) return [];
    return [
      `### ${anchor === name.toLowerCase() ? name : anchor}`,
      `${UNFILLED} what is wrong when ${name} fires.`,
    ];
  });

/** The dashboards that the alerts open. */
const firstLook = (
  alerts: readonly AlertDefinition[],
  dashboards: ReadonlyMap<string, string>,
): readonly string[] => {
  const titles = alerts.flatMap(
    ({ dashboard }) => dashboards.get(dashboard) ?? [],
  );
  return titles.length === 0
    ? []
    : [
        `Dashboard: ${[...new Set(titles)].map((title) => `_${title}_`).join(", ")}.`,
      ];
};
