import { markdownTable } from "../../model/markdown-table";
import { CHECKS, byReason, isNoted, sameReason } from "./finding";
import type { Check, Finding } from "./finding";

/** What was looked at, and when. */
export interface ReportFacts {
  readonly environment: string;
  /** Names of the systems. */
  readonly systems: readonly string[];
  /** In ISO 8601. */
  readonly at: string;
  readonly operator: string;
}

/** Checks whose findings are shown even where they pass. */
const NOTIFIED: readonly Check[] = [
  "alertmanager",
  "heartbeat",
  "redundancy",
  "retention",
  "test-alert",
];

/** Checks of which only the number is shown where they pass: there are hundreds. */
const COUNTED: readonly Check[] = ["chart-metrics"];

/** The report of a run without a gate, as Markdown. */
export const report = (
  facts: ReportFacts,
  findings: readonly Finding[],
): string =>
  [
    `# Verification of ${facts.environment}`,
    `${facts.operator} had ${facts.systems.join(", ")} looked at, at ${facts.at}.`,
    ...findingsPart(findings),
  ].join("\n\n") + "\n";

/**
 * The findings: open ones first, then what is worth knowing, how many there are, and all that
 * passed.
 */
export const findingsPart = (
  findings: readonly Finding[],
): readonly string[] => [
  "## Open",
  openPart(findings),
  "## Noted",
  notedPart(findings),
  "## Looked at",
  markdownTable(
    ["check", "passed", "noted", "open"],
    checksIn(findings).map((check) => {
      const of = findings.filter((finding) => finding.check === check);
      const count = (outcome: Finding["outcome"]): string =>
        String(of.filter((finding) => finding.outcome === outcome).length);
      return [CHECKS[check], count("passed"), count("noted"), count("open")];
    }),
  ),
  "## Passed",
  passedPart(findings),
];

const checksIn = (findings: readonly Finding[]): readonly Check[] =>
  (Object.keys(CHECKS) as Check[]).filter((check) =>
    findings.some((finding) => finding.check === check),
  );

/** What was found, what was expected and what to do, under the names of what was looked at. */
function openPart(findings: readonly Finding[]): string {
  const inOrder = checksIn(findings).flatMap((check) =>
    findings.filter((finding) => finding.check === check),
  );
  const groups = byReason(inOrder).map((same) => {
    const [first] = same;
    return [
      ...checksIn(same).map((check) => titleOf(check, same)),
      `  - found: ${first.found}`,
      `  - expected: ${[...new Set(same.map(({ expected }) => expected))].join("; ")}`,
      `  - next: ${first.next}`,
    ].join("\n");
  });
  return groups.length === 0 ? "Nothing." : groups.join("\n");
}

/** What is worth knowing, and what may be done, under the names of what was looked at. */
function notedPart(findings: readonly Finding[]): string {
  const groups = sameReason(findings.filter(isNoted)).map((same) =>
    [
      ...checksIn(same).map((check) => titleOf(check, same)),
      `  - found: ${same[0].found}`,
      `  - next: ${same[0].next}`,
    ].join("\n"),
  );
  return groups.length === 0 ? "Nothing." : groups.join("\n");
}

const titleOf = (check: Check, findings: readonly Finding[]): string =>
  `- **${CHECKS[check]}**: ${findings
    .filter((finding) => finding.check === check)
    .map(nameOf)
    .join(", ")}`;

const nameOf = ({ system, subject }: Finding): string =>
  system === undefined ? subject : `${subject} (${system})`;

/** One line for each check and system; what it found where that is worth reading. */
function passedPart(findings: readonly Finding[]): string {
  const lines = checksIn(findings).flatMap((check) => {
    const passed = findings.filter(
      (finding) => finding.check === check && finding.outcome === "passed",
    );
    if (COUNTED.includes(check)) {
      return passed.length === 0
        ? []
        : [`- ${CHECKS[check]}: ${String(passed.length)} as declared`];
    }
    const isShown = ({ coverage }: Finding): boolean =>
      NOTIFIED.includes(check) || coverage !== undefined;
    const others = passed.filter((finding) => !isShown(finding));
    const systems = [...new Set(others.map(({ system }) => system))];
    return [
      ...systems.map((system) => {
        const names = others
          .filter((finding) => finding.system === system)
          .map(({ subject }) => subject);
        return `- ${CHECKS[check]}${system === undefined ? "" : ` of ${system}`}: ${names.join(", ")}`;
      }),
      ...passed
        .filter(isShown)
        .map(
          ({ subject, found }) => `- ${CHECKS[check]}, ${subject}: ${found}`,
        ),
    ];
  });
  return lines.length === 0 ? "Nothing." : lines.join("\n");
}
