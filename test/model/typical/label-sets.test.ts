import { open, values } from "../../../model/label-values";
import { readLabelSet, typicalSets } from "../../../model/typical/label-sets";
import { bySet, perSecond } from "../../../model/typical/typical";

const labels = {
  status: values("ok", "failed"),
  country: open({ upTo: 40, examples: ["ch", "de"] }),
  error: values("", "timeout"),
};

describe("typicalSets", () => {
  it("divides one rate among every combination, and leaves empty labels out", () => {
    const sets = typicalSets(labels, perSecond(8));
    expect(sets).toHaveLength(8);
    expect(sets[0]).toEqual({
      labels: { status: "ok", country: "ch" },
      typical: perSecond(8),
      among: 8,
    });
  });

  it("has only the sets that are named, each divided among the values of other labels", () => {
    const sets = typicalSets(
      labels,
      bySet({
        'status="ok",error=""': perSecond(8),
        'status="failed", country="ch", error="timeout"': perSecond(1),
      }),
    );
    expect(sets.map(({ labels: set, among }) => [set, among] as const)).toEqual(
      [
        [{ status: "ok", country: "ch" }, 2],
        [{ status: "ok", country: "de" }, 2],
        [{ status: "failed", country: "ch", error: "timeout" }, 1],
      ],
    );
  });
});

describe("readLabelSet", () => {
  it("reads labels with spaces between, and an empty value", () => {
    expect(readLabelSet(' a = "1" , b=""')).toEqual({ a: "1", b: "" });
  });

  it.each([
    "",
    "status",
    'status="ok" x',
    'status=~"ok"',
    "status='ok'",
    'status="ok',
    'a="1",a="2"',
    'a="\\""',
  ])("does not read %j", (written) => {
    expect(readLabelSet(written)).toBeUndefined();
  });
});
