import { bySet, perSecond } from "../model/typical/typical";
import type { Rate, TypicalSets } from "../model/typical/typical";

/** Share of each kind of answer of a healthy API: most are good, some callers are wrong. */
const ANSWERS = [
  { method: "GET", status: "200", share: 0.7985 },
  { method: "POST", status: "201", share: 0.12 },
  { method: "PUT", status: "200", share: 0.05 },
  { method: "GET", status: "404", share: 0.02 },
  { method: "POST", status: "400", share: 0.0098 },
  { method: "POST", status: "401", share: 0.001 },
  { method: "GET", status: "403", share: 0.0005 },
  // One in 5,000: nobody's objective is a request without any failure.
  { method: "GET", status: "500", share: 0.0002 },
] as const;

/**
 * The traffic of a healthy HTTP API, for a counter with the labels `method` and `status`, or
 * `status_code`.
 *
 * @param rate requests per second of all its pods
 * @param labels which of them it has. @default `method` and `status`
 */
export function httpTraffic(
  rate: number,
  labels: readonly ("method" | "status" | "status_code")[] = [
    "method",
    "status",
  ],
): TypicalSets<Rate> {
  const shares = new Map<string, number>();
  for (const answer of ANSWERS) {
    const set = labels
      .map(
        (label) =>
          `${label}="${answer[label === "status_code" ? "status" : label]}"`,
      )
      .join(",");
    shares.set(set, (shares.get(set) ?? 0) + answer.share);
  }
  return bySet(
    Object.fromEntries(
      [...shares].map(([set, share]) => [set, perSecond(rate * share)]),
    ),
  );
}
