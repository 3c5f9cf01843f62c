import { confirmable, judgedGate, judgedItems } from "../../../cli/verify/gate";
import { evidenceFile } from "../../../cli/verify/gate-report";
import { releaseGate } from "../../../config/services/accubooks/release-gate";

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
