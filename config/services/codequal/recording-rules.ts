import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import { analysisRules } from "./recording-rules/analyses";
import { componentRules } from "./recording-rules/components";
import { costRules } from "./recording-rules/cost";

/** Rates, ratios, percentiles and sums that alerts, SLOs and pages share. */
export const recording: readonly RecordingGroupDeclaration[] = [
  analysisRules,
  componentRules,
  costRules,
];
