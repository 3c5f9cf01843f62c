import type { PanelThresholds } from "../../../../model/dashboard";
import { count } from "../../../../model/threshold";

/** Red while it is down, green while it is up. */
export const UP_OR_DOWN: PanelThresholds = {
  kind: "steps",
  base: "red",
  steps: [{ colour: "green", from: count(1, "up") }],
};
