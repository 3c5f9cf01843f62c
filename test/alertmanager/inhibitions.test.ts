import type { InhibitRule } from "../../alertmanager/alertmanager-form";
import { groupByLabels } from "../../alertmanager/group-by-labels";
import { inhibitions } from "../../alertmanager/inhibitions";
import { sameConditionInhibitions } from "../../alertmanager/same-condition";
import type { Alert } from "../../model/alert";
import type { Service } from "../../model/service";
import { market } from "../support/organisation/services";
import { goodAlert, goodService } from "../support/services";

const withGroupBy = (groupBy: readonly string[]) => ({
  ...market,
  slos: market.slos.map((slo) => ({ ...slo, groupBy })),
});

const ofTiers = (services: readonly Service[]) =>
  inhibitions(services).filter(({ source_matchers: [source] }) =>
    source?.startsWith("burn_tier="),
  );

it("lets each tier inhibit the slower ones of the same SLO", () => {
  const equal = ["system", "environment", "slo"];
  expect(ofTiers([market])).toEqual([
    {
      source_matchers: ['burn_tier="1h"'],
      target_matchers: ['burn_tier=~"6h|1d|3d"'],
      equal,
    },
    {
      source_matchers: ['burn_tier="6h"'],
      target_matchers: ['burn_tier=~"1d|3d"'],
      equal,
    },
    {
      source_matchers: ['burn_tier="1d"'],
      target_matchers: ['burn_tier=~"3d"'],
      equal,
    },
  ]);
});

it("requires equal group-by labels of tiers, whichever system declares them", () => {
  const services = [
    withGroupBy(["service"]),
    withGroupBy(["region", "service"]),
  ];
  expect(groupByLabels(services)).toEqual(["region", "service"]);
  const tiers = ofTiers(services);
  expect(tiers).toHaveLength(3);
  for (const { equal } of tiers) {
    expect(equal).toEqual(
      expect.arrayContaining(["environment", "region", "service"]),
    );
  }
});

/** A system with alerts of these conditions, each the more urgent with its labels first. */
const system = (
  key: string,
  alerts: readonly (readonly [
    name: string,
    priority: Alert["priority"],
    condition: string,
    by: readonly string[],
  ])[],
): Service => ({
  ...goodService,
  key,
  alerts: alerts.map(([name, priority, condition, by]) => ({
    ...goodAlert,
    name,
    priority,
    condition,
    expr: `max by (${by.join(", ")}) (shop_requests_total) > 1`,
  })),
});

const written = (rules: readonly InhibitRule[]): readonly string[] =>
  rules.map(
    ({ source_matchers, target_matchers, equal }) =>
      `${source_matchers.join(" ")} ▶ ${target_matchers.join(" ")} where ${equal.join(" ")}`,
  );

describe("alerts of one condition", () => {
  it("share one rule of each priority where both carry no other labels", () => {
    const services = [
      system("a", [
        ["Worse", "P0", "errors", []],
        ["Bad", "P1", "errors", []],
      ]),
      system("b", [["Alone", "P1", "disk", ["pod"]]]),
    ];
    expect(written(sameConditionInhibitions(services))).toEqual([
      'priority="P0" ▶ priority=~"P1|P2|P3" burn_tier="" where system environment condition slo',
      'priority="P1" ▶ priority=~"P2|P3" burn_tier="" where system environment condition slo',
    ]);
  });

  it("have one rule for each set of labels that both carry", () => {
    const services = [
      system("a", [
        ["Worse", "P1", "memory", ["pod"]],
        ["Bad", "P2", "memory", ["pod"]],
        ["Full", "P1", "disk", ["instance", "mountpoint"]],
        ["Fuller", "P2", "disk", ["instance", "mountpoint"]],
      ]),
      system("b", [
        ["Hot", "P1", "heat", ["pod", "zone"]],
        ["Warm", "P2", "heat", ["pod"]],
      ]),
    ];
    expect(written(sameConditionInhibitions(services))).toEqual([
      'priority="P0" condition!~"disk|heat|memory" ▶ priority=~"P1|P2|P3" burn_tier="" where system environment condition slo',
      'priority="P1" condition!~"disk|heat|memory" ▶ priority=~"P2|P3" burn_tier="" where system environment condition slo',
      'priority="P1" condition="disk" ▶ priority=~"P2|P3" burn_tier="" where system environment condition instance mountpoint',
      'priority="P1" condition=~"heat|memory" ▶ priority=~"P2|P3" burn_tier="" where system environment condition pod',
    ]);
  });

  it("have rules by name where one condition has alerts with different labels", () => {
    const services = [
      system("a", [
        ["Worst", "P0", "disk", []],
        ["Worse", "P1", "disk", ["volume"]],
        ["Bad", "P2", "disk", ["volume"]],
      ]),
      // The same condition elsewhere: a rule of its own, since both would lack the volume.
      system("b", [
        ["Worse", "P1", "disk", ["pod"]],
        ["Bad", "P2", "disk", ["pod"]],
      ]),
    ];
    expect(written(sameConditionInhibitions(services).slice(2))).toEqual([
      'system="a" alertname="Worst" priority="P0" ▶ system="a" alertname=~"Bad|Worse" priority=~"P1|P2|P3" where system environment condition',
      'system="a" alertname="Worse" priority="P1" ▶ system="a" alertname="Bad" priority=~"P2|P3" where system environment condition volume',
      'system="b" alertname="Worse" priority="P1" ▶ system="b" alertname="Bad" priority=~"P2|P3" where system environment condition pod',
    ]);
  });
});
