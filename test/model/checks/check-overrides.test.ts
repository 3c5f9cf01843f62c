import { checkOverrides } from "../../../model/checks/check-overrides";
import { seconds } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import type { Service } from "../../../model/service";
import type { Threshold } from "../../../model/threshold";
import { production } from "../../support/environments/production";
import { market } from "../../support/organisation/services";

const override = (
  alert: string,
  threshold: string,
  value: Threshold,
  service: Service = market,
): readonly string[] =>
  checkOverrides(
    "environments/production",
    {
      ...production,
      thresholds: [
        { system: "market", alert, threshold, value, reason: "a test" },
      ],
    },
    [service],
  ).map(formatProblem);

it("takes another limit of an alert that a pattern proves", () => {
  expect(override("MarketErrors", "errorRatio", percent(20))).toEqual([]);
  expect(override("MarketSlow", "p95", seconds(1))).toEqual([]);
});

it("takes another limit of an alert that is proved by hand", () => {
  expect(override("MarketPodMemory", "usedRatio", percent(80))).toEqual([]);
});

it("refuses a limit that no proof can show to hold", () => {
  expect(override("MarketSlow", "p95", seconds(0.6))).toEqual([
    "environments/production threshold market MarketSlow p95: nothing proves the alert with this value: market_http_request_duration_seconds has no bound at 0.6, so whether a percentile exceeds it is a guess; the next are 0.5 and 1, got 0.6; choose a value that the alert can tell apart, or declare the alert for each environment",
  ]);
});

it("refuses another limit where the proof was changed by hand and the computed one was not", () => {
  const changed: Service = {
    ...market,
    alerts: market.alerts.map((alert) => ({
      ...alert,
      proof: { ...alert.proof, quiet: alert.proof.quiet.slice(1) },
    })),
  };
  expect(override("MarketErrors", "errorRatio", percent(20), changed)).toEqual([
    "environments/production threshold market MarketErrors errorRatio: overrides a threshold of an alert that was changed after a pattern made it, so its expression and proof for another threshold are not known; change exprFor and proofFor of the alert alike, or leave them out and give the cases of each environment",
  ]);
});
