import type { MetricContract } from "../../../model/metric";
import { analyses } from "./metrics/analyses";
import { business } from "./metrics/business";
import { components } from "./metrics/components";
import { deepwiki } from "./metrics/deepwiki";

/** What CodeQual and DeepWiki expose. */
export const metrics: MetricContract = {
  ...analyses,
  ...components,
  ...deepwiki,
  ...business,
};
