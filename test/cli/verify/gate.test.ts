import { open, passed } from "../../../cli/verify/finding";
import type { Finding, Subject } from "../../../cli/verify/finding";
import { confirmable, judgedGate, judgedItems } from "../../../cli/verify/gate";
import { evidenceFile } from "../../../cli/verify/gate-report";
import type { GateEvidence, ReleaseGate } from "../../../model/release-gate";
import { releaseGate } from "../../../config/services/accubooks/release-gate";
import { gate } from "./shop";

const withEvidence = (...evidence: readonly GateEvidence[]): ReleaseGate => ({
  ...gate,
  checklist: [{ text: "It", evidence }],
  sections: [],
});

const reasons = (
  evidence: GateEvidence,
  ...findings: readonly Finding[]
): readonly string[] =>
  judgedGate(withEvidence(evidence), { findings, confirmed: new Set() })
    .checklist[0]?.reasons ?? [];

const well = (subject: Subject): Finding => passed(subject, "well");
const ill = (subject: Subject): Finding =>
  open(subject, { found: "ill", expected: "well", next: "mend it" });

const EVERY_KIND: readonly GateEvidence[] = [
  { kind: "targets" },
  { kind: "metrics", names: "all" },
  { kind: "metrics", names: ["shop_queue"] },
  { kind: "dashboards", uids: "all", shows: "page" },
  { kind: "dashboards", uids: ["shop"], shows: "data" },
  { kind: "dashboards", uids: ["shop"], shows: "refresh" },
  { kind: "alerts", priority: "P0" },
  { kind: "test-alert" },
  { kind: "access" },
  { kind: "retention" },
  { kind: "redundancy" },
];

it.each(EVERY_KIND)("is open while nothing was looked at: %p", (evidence) => {
  expect(reasons(evidence)).toEqual([
    expect.stringContaining("nothing of it was looked at"),
  ]);
});

it("judges a metric by its own finding, whatever the others are", () => {
  const evidence: GateEvidence = { kind: "metrics", names: ["a"] };
  const a: Subject = {
    check: "metrics",
    system: "shop",
    subject: "a",
    about: { metric: "a" },
  };
  const b: Subject = { ...a, subject: "b", about: { metric: "b" } };
  expect(reasons(evidence, well(a), ill(b))).toEqual([]);
  expect(reasons(evidence, ill(a), well(b))).toEqual(["a: ill"]);
  expect(reasons(evidence, well(b))).toEqual([
    "a: nothing of it was looked at",
  ]);
  expect(reasons({ kind: "metrics", names: "all" }, well(a), ill(b))).toEqual([
    "b: ill",
  ]);
});

it("names what kept it from looking, in place of each metric", () => {
  const general: Subject = {
    check: "metrics",
    system: "shop",
    subject: "metrics of the contract",
  };
  expect(reasons({ kind: "metrics", names: ["a", "b"] }, ill(general))).toEqual(
    ["metrics of the contract: ill"],
  );
});

it("does not count alerts of Prometheus as those of a Loki that does not answer", () => {
  const alert: Subject = {
    check: "alerts",
    system: "shop",
    subject: "A",
    about: { priority: "P0" },
  };
  const evidence: GateEvidence = { kind: "alerts", priority: "P0" };
  expect(reasons(evidence, well(alert))).toEqual([]);
  expect(
    reasons(
      evidence,
      well(alert),
      ill({ check: "rules", subject: "rules of Loki" }),
    ),
  ).toEqual(["rules of Loki: ill"]);
  expect(
    reasons(evidence, well({ ...alert, about: { priority: "P1" } })),
  ).toEqual(["P0: nothing of it was looked at"]);
});

it("does not count panels of one dashboard as those of a missing one", () => {
  const evidence: GateEvidence = {
    kind: "dashboards",
    uids: "all",
    shows: "data",
  };
  const panel: Subject = {
    check: "panels",
    subject: "a/One",
    about: { dashboard: "a" },
  };
  const page: Subject = {
    check: "dashboards",
    subject: "B",
    about: { dashboard: "b" },
  };
  expect(reasons(evidence, well(panel), well(page))).toEqual([]);
  expect(reasons(evidence, well(panel), ill(page))).toEqual(["B: ill"]);
});

it("counts the heartbeat and the members as part of redundant alerting", () => {
  for (const check of ["redundancy", "heartbeat", "alertmanager"] as const) {
    expect(
      reasons({ kind: "redundancy" }, ill({ check, subject: check })),
    ).toEqual([`${check}: ill`]);
  }
});

it("says once what keeps an item open for several things", () => {
  const subject = (metric: string): Subject => ({
    check: "metrics",
    subject: metric,
    about: { metric },
  });
  expect(
    reasons(
      { kind: "metrics", names: "all" },
      ill(subject("a")),
      ill(subject("b")),
    ),
  ).toEqual(["a, b: ill"]);
});

it("is confirmed by the word of a person and no other", () => {
  const phone: GateEvidence = {
    kind: "person",
    key: "phone",
    look: "it rings",
  };
  const confirmed = (word: string) =>
    judgedGate(withEvidence(phone), {
      findings: [],
      confirmed: new Set([word]),
    }).checklist[0];
  expect(confirmed("phone")).toEqual({
    text: "It",
    reasons: [],
    confirmed: ["it rings"],
  });
  expect(confirmed("bell")?.reasons).toHaveLength(1);
  expect(confirmable(withEvidence(phone, phone))).toEqual(["phone"]);
});

describe("the gate of AccuBooks", () => {
  it("has the twelve items, each seen by the command itself as far as it can be", () => {
    expect(releaseGate.checklist).toHaveLength(12);
    for (const { text, evidence } of releaseGate.checklist) {
      expect([text, evidence.some(({ kind }) => kind !== "person")]).toEqual([
        text,
        true,
      ]);
    }
    expect(confirmable(releaseGate)).toEqual(["channels"]);
  });

  it("names every metric of its sections, none twice", () => {
    const [metrics] = releaseGate.sections;
    const names = (metrics?.items ?? []).flatMap(({ evidence }) =>
      evidence.flatMap((one) =>
        one.kind === "metrics" && one.names !== "all" ? one.names : [],
      ),
    );
    expect(names.length).toBeGreaterThan(25);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is wholly open while nothing is known", () => {
    const judged = judgedItems(
      judgedGate(releaseGate, {
        findings: [],
        confirmed: new Set(["channels"]),
      }),
    );
    expect(judged).toHaveLength(27);
    expect(judged.every(({ reasons: why }) => why.length > 0)).toBe(true);
  });

  it("keeps its report where the owner asks for it", () => {
    expect(evidenceFile(releaseGate, "2026-12-01T10:05:30.123Z")).toBe(
      "launch/evidence/monitoring_setup_verification_2026-12-01T10-05-30Z.md",
    );
  });
});
