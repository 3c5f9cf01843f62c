import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import { business } from "./recording-rules/business";
import { cache } from "./recording-rules/cache";
import { database } from "./recording-rules/database";
import { forecasts } from "./recording-rules/forecasts";
import { httpLong, httpNow } from "./recording-rules/http";

/**
 * Rates, ratios and percentiles that alerts and dashboards share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  httpNow,
  httpLong,
  database,
  cache,
  forecasts,
  ...business,
];
