import type { ReleaseGate } from "../../model/release-gate";
import type { Finding } from "./finding";
import { isItemOpen, judgedItems } from "./gate";
import type { JudgedGate, JudgedItem } from "./gate";
import { findingsPart } from "./report";
import type { ReportFacts } from "./report";

/**
 * The report of a release gate, after the template of its owner. What a person decides and signs is
 * left to the person.
 */
export function gateReport(
  facts: ReportFacts,
  gate: ReleaseGate,
  judged: JudgedGate,
  findings: readonly Finding[],
): string {
  const open = judged.checklist.filter(isItemOpen).length;
  return (
    [
      `# ${gate.title}`,
      [
        `**System**: ${facts.systems.join(", ")}`,
        `**Environment**: ${facts.environment}`,
        `**Implementation Date**: ${facts.at}`,
        `**Operator**: ${facts.operator}`,
      ].join("\\\n"),
      "## Verification Checklist",
      `Before ${gate.unlocks}, all of these. ${
        open === 0
          ? "Nothing is open."
          : `${String(open)} of ${String(judged.checklist.length)} are open: do not proceed.`
      }`,
      itemsPart(judged.checklist, facts.operator),
      ...judged.sections.flatMap(({ heading, items }) => [
        `## ${heading}`,
        itemsPart(items, facts.operator),
      ]),
      "## Decision",
      judgedItems(judged).some(isItemOpen)
        ? "As long as anything above is open, the gate is shut."
        : "All of the above is done. Decision and signature are a person's.",
      gate.decisions.map((decision) => `- [ ] ${decision}`).join("\n"),
      ["**Signature**: ", "**Timestamp**: "].join("\\\n"),
      ...findingsPart(findings),
    ].join("\n\n") + "\n"
  );
}

/** How many reasons of one item are written out; all of them are under what is open. */
const MOST = 5;

const itemsPart = (items: readonly JudgedItem[], operator: string): string =>
  items
    .map(({ text, reasons, confirmed }) =>
      [
        `- [${reasons.length === 0 ? "x" : " "}] ${text}`,
        ...confirmed.map((look) => `  - ${operator} has seen: ${look}`),
        ...reasons.slice(0, MOST).map((reason) => `  - open: ${reason}`),
        ...(reasons.length > MOST
          ? [`  - and ${String(reasons.length - MOST)} more`]
          : []),
      ].join("\n"),
    )
    .join("\n");

/** Where a report is kept: the gate's own place, with the time as a file's name may hold it. */
export const evidenceFile = (gate: ReleaseGate, at: string): string =>
  `${gate.evidence}_${at.replace(/\.\d+/, "").replaceAll(":", "-")}.md`;
