import { environments } from "../../../config/environments";
import { days, hours, minutes, seconds } from "../../../model/duration";
import {
  splitByWindow,
  groupsSplitByWindow,
} from "../../../prometheus/rules/long-windows";
import type { RuleGroup } from "../../../prometheus/rules/rule-group";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { longestRange } from "../../../query/promql/longest-range";
import { namesIn } from "../../../query/promql/names-in";
import { readQuery } from "../../../query/promql/read-query";
import { services } from "../../support/declared";

const record = (name: string, expr: string) => ({ record: name, expr });
const short = record("a:b:rate5m", "sum(rate(b_total[5m]))");
const week = record("a:b:avg7d", "avg_over_time(a:b:rate5m[7d])");
const trend = record("a:b:trend", "a:b:avg7d / a:b:avg7d offset 7d");

it("takes what reads a long window out of a group, with what reads that, and keeps their order", () => {
  expect(groupsSplitByWindow("a", minutes(1), [short, week, trend])).toEqual([
    { name: "a", interval: "1m", rules: [short] },
    { name: "a-long-windows", interval: "2m", rules: [week, trend] },
  ]);
  expect(groupsSplitByWindow("a", seconds(30), [week])).toEqual([
    { name: "a-long-windows", interval: "2m", rules: [week] },
  ]);
});

it("leaves a group alone that has no such rule, or is evaluated as seldom", () => {
  expect(groupsSplitByWindow("a", minutes(1), [short])).toEqual([
    { name: "a", interval: "1m", rules: [short] },
  ]);
  expect(splitByWindow(minutes(2), [short, week])).toEqual({
    short: [short, week],
    long: [],
  });
});

it.each([
  ["rate(b_total[5h59m])", 0],
  ["rate(b_total[6h])", 1],
  ["max_over_time(b[6h:5m])", 1],
  ["b offset 7d", 0],
])("%s: %d rules are long", (expr, count) => {
  expect(splitByWindow(minutes(1), [record("a:b:c", expr)]).long).toHaveLength(
    count,
  );
});

describe.each(environments.map((one) => [one.name, one] as const))(
  "the groups of every system in %s",
  (_, environment) => {
    const groups: readonly RuleGroup[] = services.flatMap((service) => {
      const { recording, slos, alerts } = ruleGroups(service, environment);
      return [...recording, ...slos, ...alerts];
    });
    const own = (expr: string): number =>
      longestRange(expr, new Map()).milliseconds;

    it("read no window of six hours and more oftener than every two minutes", () => {
      const oftener = groups
        .filter(({ interval }) => interval !== "2m")
        .flatMap(({ name, interval, rules }) =>
          rules
            .filter(({ expr }) => own(expr) >= hours(6).milliseconds)
            // The tree of SLO windows reads a handful of samples of each, whatever its length.
            .filter(
              (rule) =>
                !(
                  "record" in rule &&
                  /^slo:(bad|total)_events:|^slo:sli_error:ratio_calendar_month$/.test(
                    rule.record,
                  )
                ),
            )
            .map(
              (rule) =>
                `${name} ${interval} ${"record" in rule ? rule.record : rule.alert}`,
            ),
        );
      expect(oftener).toEqual([]);
      expect(
        groups
          .filter(({ interval }) => interval === "2m")
          .flatMap(({ rules }) => rules)
          .filter(({ expr }) => own(expr) >= days(1).milliseconds).length,
      ).toBeGreaterThan(40);
    });

    it("are evaluated every 30 seconds to 2 minutes, and have names of their own", () => {
      expect(new Set(groups.map(({ interval }) => interval))).toEqual(
        new Set(["30s", "1m", "2m"]),
      );
      const names = groups.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual(
        [],
      );
    });

    it("let no SLO read series that are recorded only every two minutes", () => {
      const seldom = new Set(
        groups
          .filter(({ interval }) => interval === "2m")
          .flatMap(({ rules }) =>
            rules.flatMap((rule) => ("record" in rule ? [rule.record] : [])),
          ),
      );
      const read = groups
        .filter(({ name }) => name.endsWith("-slos"))
        .flatMap(({ rules }) =>
          rules.flatMap(({ expr }) => [...namesIn(readQuery(expr))]),
        );
      expect(read.filter((name) => seldom.has(name))).toEqual([]);
      expect(read.length).toBeGreaterThan(100);
    });

    it("repeat nothing", () => {
      const records = groups.flatMap(({ rules }) =>
        rules.flatMap((rule) =>
          "record" in rule
            ? [`${rule.record} ${JSON.stringify(rule.labels)} ${rule.expr}`]
            : [],
        ),
      );
      expect(new Set(records).size).toBe(records.length);
    });
  },
);
