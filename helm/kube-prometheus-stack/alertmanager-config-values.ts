import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import type { Values } from "../parts/values";

/** The chart's defaults of the root route; null removes them. */
const ROUTE_WITHOUT_DEFAULTS: Values = {
  group_by: null,
  group_wait: null,
  group_interval: null,
  repeat_interval: null,
  routes: null,
};

/**
 * A configuration that replaces the chart's. Helm merges maps key by key, so whatever a
 * configuration leaves out would be filled with the chart's inhibitions, templates and grouping.
 */
export const alertmanagerConfigValues = (
  config: AlertmanagerConfig,
): Values => ({
  ...config,
  route: { ...ROUTE_WITHOUT_DEFAULTS, ...config.route },
});
