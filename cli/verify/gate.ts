import { gateItems } from "../../model/release-gate";
import type {
  GateEvidence,
  GateItem,
  ReleaseGate,
} from "../../model/release-gate";
import { byReason } from "./finding";
import type { Check, Finding, OpenFinding } from "./finding";

/** An item with why it is open. */
export interface JudgedItem {
  readonly text: string;
  /** Empty where the item is done. */
  readonly reasons: readonly string[];
  /** What a person says to have seen. */
  readonly confirmed: readonly string[];
}

/** A gate as it stands. */
export interface JudgedGate {
  readonly checklist: readonly JudgedItem[];
  readonly sections: readonly {
    readonly heading: string;
    readonly items: readonly JudgedItem[];
  }[];
}

/** What is known when a gate is judged. */
export interface Known {
  /** Those of the gate's system and of the platform. */
  readonly findings: readonly Finding[];
  /** Keys of the items that a person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

/** Judges every item by the findings. An item without any finding is open. */
export const judgedGate = (gate: ReleaseGate, known: Known): JudgedGate => ({
  checklist: gate.checklist.map((item) => judgedItem(item, known)),
  sections: gate.sections.map(({ heading, items }) => ({
    heading,
    items: items.map((item) => judgedItem(item, known)),
  })),
});

/** Every item, of the checklist and of the report. */
export const judgedItems = ({
  checklist,
  sections,
}: JudgedGate): readonly JudgedItem[] => [
  ...checklist,
  ...sections.flatMap(({ items }) => items),
];

/** Whether some item is open. */
export const isItemOpen = ({ reasons }: JudgedItem): boolean =>
  reasons.length > 0;

/** Words that a person may confirm. */
export const confirmable = (gate: ReleaseGate): readonly string[] => [
  ...new Set(
    gateItems(gate).flatMap(({ evidence }) =>
      evidence.flatMap((one) => (one.kind === "person" ? one.key : [])),
    ),
  ),
];

function judgedItem(
  { text, evidence }: GateItem,
  { findings, confirmed }: Known,
): JudgedItem {
  const shown = evidence.flatMap((one) => shownBy(one, findings, confirmed));
  const kept = new Set(shown.filter((one) => typeof one !== "string"));
  return {
    text,
    reasons: [
      ...byReason([...kept]).map(
        (same) =>
          `${same.map(({ subject }) => subject).join(", ")}: ${same[0].found}`,
      ),
      ...new Set(shown.filter((one) => typeof one === "string")),
    ],
    confirmed: evidence.flatMap((one) =>
      one.kind === "person" && confirmed.has(one.key) ? one.look : [],
    ),
  };
}

/** Why an item is open by one piece of evidence: a finding, or a reason in words. */
type Reason = OpenFinding | string;

function shownBy(
  evidence: GateEvidence,
  findings: readonly Finding[],
  confirmed: ReadonlySet<string>,
): readonly Reason[] {
  switch (evidence.kind) {
    case "person":
      return confirmed.has(evidence.key)
        ? []
        : [
            `only a person sees it: ${evidence.look}; then run this again with --confirm ${evidence.key}`,
          ];
    case "metrics":
      return evidence.names === "all"
        ? judged(findings, ["metrics"])
        : evidence.names.flatMap((name) =>
            judged(findings, ["metrics"], name, ({ about }) => about?.metric),
          );
    case "dashboards": {
      const checks = DASHBOARD_CHECKS[evidence.shows];
      return evidence.uids === "all"
        ? judged(findings, checks)
        : evidence.uids.flatMap((uid) =>
            judged(findings, checks, uid, ({ about }) => about?.dashboard),
          );
    }
    case "alerts":
      return judged(
        findings,
        // A server that lists no rules is reported there.
        ["alerts", "rules"],
        evidence.priority,
        ({ about }) => about?.priority,
      );
    case "targets":
    case "test-alert":
    case "access":
    case "retention":
      return judged(findings, [evidence.kind]);
    case "redundancy":
      return judged(findings, ["redundancy", "heartbeat", "alertmanager"]);
  }
}

const DASHBOARD_CHECKS: Readonly<
  Record<
    Extract<GateEvidence, { kind: "dashboards" }>["shows"],
    readonly Check[]
  >
> = {
  page: ["dashboards", "data-sources"],
  // A dashboard that does not load has no panels to check.
  data: ["panels", "dashboards"],
  refresh: ["refresh", "dashboards"],
};

/**
 * Why the findings of some checks keep an item open.
 *
 * @param name of the one thing that the item is about; a check that could not look at it is a
 * reason as well
 */
function judged(
  findings: readonly Finding[],
  checks: readonly Check[],
  name?: string,
  nameOf: (finding: Finding) => string | undefined = () => undefined,
): readonly Reason[] {
  const looked = findings.filter(({ check }) => checks.includes(check));
  const about =
    name === undefined
      ? looked
      : looked.filter((finding) => nameOf(finding) === name);
  // A server that could not be queried concerns every system and item.
  const general = looked.filter(
    (finding) =>
      nameOf(finding) === undefined &&
      (about.length === 0 || finding.system === undefined),
  );
  const reasons = [...new Set([...about, ...general])].flatMap((finding) =>
    finding.outcome === "open" ? finding : [],
  );
  return about.length === 0 && reasons.length === 0
    ? [`${name === undefined ? "" : `${name}: `}nothing of it was looked at`]
    : reasons;
}
