import type { Service } from "../../model/service";
import type { Values } from "../parts/values";
import { DEFAULT_ALERTS } from "./default-alerts";

/**
 * Parts of a control plane that a managed cluster hides: nothing could be scraped, every alert
 * would fire.
 */
const HIDDEN_COMPONENTS = [
  "kubeControllerManager",
  "kubeEtcd",
  "kubeProxy",
  "kubeScheduler",
] as const;

/** Their rule groups, and those for kinds of nodes that no cluster of ours has. */
const GROUPS_OFF = [
  "etcd",
  "kubeControllerManager",
  "kubeProxy",
  "kubeSchedulerAlerting",
  "kubeSchedulerRecording",
  "windows",
] as const;

/** The heartbeat of the whole path: it is the chart's, and it stays. */
const NEVER_REPLACED = "Watchdog";

/**
 * Names of the chart's alerts that ours replace. Names that the chart does not know would change
 * its release with every alert of ours.
 */
export const replacedAlerts = (
  services: readonly Service[],
): readonly string[] =>
  DEFAULT_ALERTS.map(({ name }) => name).filter(
    (name) =>
      name !== NEVER_REPLACED &&
      services.some(({ alerts }) =>
        alerts.some((alert) => alert.name === name),
      ),
  );

/**
 * The chart's own alerts stay, but for those that ours replace by name and those about what is not
 * there.
 */
export const defaultRulesValues = (services: readonly Service[]): Values => ({
  defaultRules: {
    rules: Object.fromEntries(GROUPS_OFF.map((group) => [group, false])),
    disabled: Object.fromEntries(
      replacedAlerts(services).map((name) => [name, true]),
    ),
  },
  ...Object.fromEntries(
    HIDDEN_COMPONENTS.map((component) => [component, { enabled: false }]),
  ),
});
