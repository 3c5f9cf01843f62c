import { groupFindings } from "../../../cli/verify/checks/rules";
import type { LoadedGroup, LoadedRule } from "../../../cli/verify/prometheus";
import type { Rule, RuleGroup } from "../../../prometheus/rules/rule-group";

const alert = (name: string, priority = "P0"): Rule => ({
  alert: name,
  expr: "up == 0",
  for: "5m",
  labels: { priority },
  annotations: {},
});

const group: RuleGroup = {
  name: "shop-alerts",
  interval: "1m",
  rules: [alert("Down"), { record: "shop:a:b", expr: "up" }],
};

const loaded = (rule: Rule): LoadedRule => ({
  name: "alert" in rule ? rule.alert : rule.record,
  kind: "alert" in rule ? "alerting" : "recording",
  query: rule.expr,
  health: "ok",
  lastError: "",
  labels: rule.labels ?? {},
  for: "alert" in rule ? 300 : 0,
});

const asLoaded = ({ name, rules }: RuleGroup): LoadedGroup => ({
  name,
  interval: 60,
  rules: rules.map(loaded),
});

const judge = async (
  actual: readonly LoadedGroup[],
  declared = group,
): Promise<readonly string[]> =>
  (
    await groupFindings("shop", declared, actual, (left, right) =>
      Promise.resolve(left === right),
    )
  ).map((finding) =>
    finding.outcome === "passed"
      ? `${finding.subject} passed`
      : `${finding.subject}: ${finding.found} → ${finding.next}`,
  );

const withFirst = (change: Partial<LoadedRule>): readonly LoadedGroup[] => {
  const whole = asLoaded(group);
  return [
    {
      ...whole,
      rules: whole.rules.map((rule, index) =>
        index === 0 ? { ...rule, ...change } : rule,
      ),
    },
  ];
};

it("passes what is loaded as declared, whatever else is loaded", async () => {
  expect(
    await judge([{ name: "other", interval: 1, rules: [] }, asLoaded(group)]),
  ).toEqual(["group shop-alerts passed", "Down passed"]);
});

it("reports a failing rule, with the engine's error", async () => {
  const [found, one] = await judge(
    withFirst({ health: "err", lastError: "found duplicate series" }),
  );
  expect(found).toBe(
    "group shop-alerts: 1 of 2 rules are wrong: Down fails: found duplicate series → see the page of rules of the server; correct the rule where it is declared",
  );
  expect(one).toContain("Down: it fails: found duplicate series");
});

it("does not pass a rule that was never evaluated", async () => {
  expect((await judge(withFirst({ health: "unknown" })))[1]).toBe(
    "Down: it has not been evaluated yet → wait for an evaluation, then run this again",
  );
});

it("reports recording rules too", async () => {
  const whole = asLoaded(group);
  expect(await judge([{ ...whole, rules: whole.rules.slice(0, 1) }])).toEqual([
    expect.stringContaining("1 of 2 rules are wrong: shop:a:b is not loaded"),
    "Down passed",
  ]);
});

it("reports another interval", async () => {
  expect((await judge([{ ...asLoaded(group), interval: 30 }]))[0]).toContain(
    "it is evaluated every 30 s",
  );
});

it("requires an alert that is declared twice to be loaded twice", async () => {
  const twice: RuleGroup = { ...group, rules: [alert("Down"), alert("Down")] };
  expect(await judge([asLoaded(twice)], twice)).toEqual([
    "group shop-alerts passed",
    "Down passed",
    "Down passed",
  ]);
  const [first] = await judge(
    [asLoaded({ ...twice, rules: twice.rules.slice(1) })],
    twice,
  );
  expect(first).toContain("1 of 2 rules are wrong: Down is not loaded");
});

it("distinguishes alerts of one name by their labels", async () => {
  const tiers: RuleGroup = {
    ...group,
    rules: [alert("Burn", "P1"), alert("Burn", "P0")],
  };
  const whole = asLoaded(tiers);
  expect(
    await judge([{ ...whole, rules: [...whole.rules].reverse() }], tiers),
  ).toEqual(["group shop-alerts passed", "Burn passed", "Burn passed"]);
});
