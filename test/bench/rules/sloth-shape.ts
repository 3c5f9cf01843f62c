import type { Rule } from "../../../prometheus/rules/rule-group";
import { badRate, numbers, totalRate } from "./load";

const WINDOWS = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"];

/**
 * The rules that Sloth 0.16 makes of a ratio of events at 99.9 % over 30 days: seven raw windows,
 * the period from the recorded five minutes, seven metadata series of the SLO, and two alerts of
 * two windows each.
 * @see https://github.com/slok/sloth/blob/v0.16.0/examples/_gen/getting-started.yml
 */
export const slothShape = (slos: number): readonly Rule[] =>
  numbers(slos).flatMap((slo) => {
    const id = `sloth_id="bench-${String(slo)}", sloth_service="bench", sloth_slo="slo-${String(slo)}"`;
    const identity = {
      sloth_id: `bench-${String(slo)}`,
      sloth_service: "bench",
      sloth_slo: `slo-${String(slo)}`,
    };
    const ratio = (window: string): string =>
      `slo:sli_error:ratio_rate${window}{${id}}`;
    const above = (window: string, factor: number): string =>
      `max(${ratio(window)} > (${String(factor)} * 0.001)) without (sloth_window)`;
    const budget = `on(sloth_id, sloth_slo, sloth_service) group_left slo:error_budget:ratio{${id}}`;
    const record = (name: string, expr: string, more = {}): Rule => ({
      record: name,
      expr,
      labels: { ...identity, ...more },
    });
    const alert = (name: string, expr: string): Rule => ({
      alert: name,
      expr,
      for: "0s",
      labels: { sloth_severity: name === "page" ? "page" : "ticket" },
      annotations: {},
    });
    return [
      ...WINDOWS.map((window) =>
        record(
          `slo:sli_error:ratio_rate${window}`,
          `(${badRate(slo, window)})\n/\n(${totalRate(slo, window)})`,
          { sloth_window: window },
        ),
      ),
      record(
        "slo:sli_error:ratio_rate30d",
        `sum_over_time(slo:sli_error:ratio_rate5m{${id}}[30d])\n/ ignoring (sloth_window)\ncount_over_time(slo:sli_error:ratio_rate5m{${id}}[30d])`,
        { sloth_window: "30d" },
      ),
      record("slo:objective:ratio", "vector(0.9990000000000001)"),
      record("slo:error_budget:ratio", "vector(1-0.9990000000000001)"),
      record("slo:time_period:days", "vector(30)"),
      record("slo:current_burn_rate:ratio", `${ratio("5m")}\n/ ${budget}`),
      record("slo:period_burn_rate:ratio", `${ratio("30d")}\n/ ${budget}`),
      record(
        "slo:period_error_budget_remaining:ratio",
        `1 - slo:period_burn_rate:ratio{${id}}`,
      ),
      record("sloth_slo_info", "vector(1)", { sloth_objective: "99.9" }),
      alert(
        "page",
        `(\n  ${above("5m", 14.4)}\n  and\n  ${above("1h", 14.4)}\n)\nor\n(\n  ${above("30m", 6)}\n  and\n  ${above("6h", 6)}\n)`,
      ),
      alert(
        "ticket",
        `(\n  ${above("2h", 3)}\n  and\n  ${above("1d", 3)}\n)\nor\n(\n  ${above("6h", 1)}\n  and\n  ${above("3d", 1)}\n)`,
      ),
    ];
  });
