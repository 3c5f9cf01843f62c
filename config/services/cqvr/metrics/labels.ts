import { open, values } from "../../../../model/label-values";

/** Evaluated contracts at most. */
export const contracts = open({
  upTo: 300,
  examples: ["eligibility", "premium"],
});

/** Of a contract: critical, functional, quality. */
export const tiers = values("1", "2", "3");
