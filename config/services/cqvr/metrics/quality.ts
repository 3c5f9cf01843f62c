import { minutes } from "../../../../model/duration";
import { values } from "../../../../model/label-values";
import { gauge } from "../../../../model/metric";
import type { Gauge, MetricContract } from "../../../../model/metric";
import {
  always,
  between,
  bySet,
  lastRun,
} from "../../../../model/typical/typical";
import type { TypicalGauge } from "../../../../model/typical/typical";
import { contracts, tiers } from "./labels";

const ranges = values("0-39", "40-59", "60-69", "70-79", "80-89", "90-100");

/** Pushed by the collection run with its own target labels. */
const collected = (fields: Omit<Gauge, "type" | "source">): Gauge =>
  gauge({ ...fields, source: "push" });

/** Kept as long as people look back at the quality of contracts. */
const score = (
  help: string,
  typical: TypicalGauge,
  fields: Partial<Gauge> = {},
): Gauge => collected({ help, retention: "long", typical, ...fields });

/** Collected every five minutes from all contracts: their quality. */
export const qualityMetrics: MetricContract = {
  cqvr_average_score: score(
    "Mean score of all contracts, 0 to 100 points",
    between(82.9, 83.1, 83.4),
  ),
  cqvr_contracts: score("Contracts that were evaluated", always(298)),
  cqvr_contracts_passed_80: score(
    "Contracts with a score of 80 points or more",
    always(218),
    { partOf: "cqvr_contracts" },
  ),
  cqvr_contracts_failed_40: score(
    "Contracts with a score below 40 points",
    always(0),
    { partOf: "cqvr_contracts" },
  ),
  cqvr_tier1_average: score(
    "Mean score of tier 1 (critical), 0 to 100 points",
    between(84.9, 85.2, 85.4),
  ),
  cqvr_tier2_average: score(
    "Mean score of tier 2 (functional), 0 to 100 points",
    between(82.8, 83, 83.3),
  ),
  cqvr_tier3_average: score(
    "Mean score of tier 3 (quality), 0 to 100 points",
    between(80.7, 81, 81.4),
  ),
  cqvr_contracts_by_score_range: score(
    "Contracts by range of their score (0-39, 40-59, 60-69, 70-79, 80-89, 90-100)",
    bySet({
      'range="0-39"': always(0),
      'range="40-59"': always(4),
      'range="60-69"': always(19),
      'range="70-79"': always(57),
      'range="80-89"': always(154),
      'range="90-100"': always(64),
    }),
    { labels: { range: ranges } },
  ),
  cqvr_contracts_by_tier_score_range: score(
    "Contracts by tier and range of the score within it",
    bySet({
      'tier="1",range="0-39"': always(0),
      'tier="1",range="40-59"': always(3),
      'tier="1",range="60-69"': always(12),
      'tier="1",range="70-79"': always(43),
      'tier="1",range="80-89"': always(148),
      'tier="1",range="90-100"': always(92),
      'tier="2",range="0-39"': always(0),
      'tier="2",range="40-59"': always(5),
      'tier="2",range="60-69"': always(20),
      'tier="2",range="70-79"': always(61),
      'tier="2",range="80-89"': always(147),
      'tier="2",range="90-100"': always(65),
      'tier="3",range="0-39"': always(2),
      'tier="3",range="40-59"': always(9),
      'tier="3",range="60-69"': always(31),
      'tier="3",range="70-79"': always(72),
      'tier="3",range="80-89"': always(128),
      'tier="3",range="90-100"': always(56),
    }),
    { labels: { tier: tiers, range: ranges } },
  ),
  cqvr_contract_score: score(
    "Score of a contract in a tier, 0 to 100 points",
    bySet({
      'contract="eligibility"': between(88, 91, 92),
      'contract="premium"': between(75, 76, 78),
    }),
    { labels: { contract: contracts, tier: tiers } },
  ),
  cqvr_collection_last_success_timestamp_seconds: collected({
    help: "Unix time of the last collection run that succeeded",
    typical: lastRun(minutes(5)),
  }),
  cqvr_collection_duration_seconds: collected({
    help: "Time that the last collection run took",
    typical: between(40, 65, 110),
  }),
};
