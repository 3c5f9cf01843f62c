import { checkLogAlerts } from "../../checks/check-log-alerts";
import { hours, minutes } from "../../model/duration";
import { formatProblem } from "../../model/problem";
import type { LogAlert } from "../../model/log-alert";
import { withLogAlert } from "../support/log-alerts";

const problems = (change: Partial<LogAlert> = {}): readonly string[] =>
  checkLogAlerts(withLogAlert(change)).map(formatProblem);

it("finds nothing in a good declaration", () => {
  expect(problems()).toEqual([]);
});

it("refuses to keep an alert firing, which Loki does not do", () => {
  expect(problems({ keepFiringFor: hours(1) })).toEqual([
    'services/shop alert "ShopErrorLogs" keepFiringFor: Loki does not know it, so the alert would end at once, got 1h; remove it, and let the expression read a longer range',
  ]);
});

describe("what pages on a single line", () => {
  const single = (range: string, change: Partial<LogAlert> = {}) =>
    problems({
      expr: `sum by (pod) (count_over_time({system="shop"} |= "lost" [${range}])) > 0`,
      thresholds: {},
      for: minutes(0),
      priority: "P0",
      severity: "critical",
      ...change,
    });

  it("must not end before somebody else is called", () => {
    expect(single("5m")).toEqual([
      'services/shop alert "ShopErrorLogs" expr: pages on a single line and ends soon after it, which closes the pager\'s incident before a second person is called, got 5m; allowed: a range of 1h or more; count over a longer range',
    ]);
  });

  it("may read an hour, wait, or page nobody", () => {
    expect(single("1h")).toEqual([]);
    expect(single("5m", { for: minutes(5) })).toEqual([]);
    expect(single("5m", { priority: "P1" })).toEqual([]);
  });
});
