import { selectorOf } from "../tree";
import type { Lint } from "./lint";

/** @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime */
export const pendingAlerts: Lint = {
  name: "pending-alerts",
  why: "`ALERTS` has a sample for each alert that is pending too, and `ALERTS_FOR_STATE` does not say which of the two it is. Most pending alerts never fire: readers take for a fault what nobody was notified of.",
  bad: 'count(ALERTS{system="shop"})',
  good: 'count(ALERTS{system="shop", alertstate="firing"})',
  remedy: 'read ALERTS with alertstate="firing"',
  nodes: ["VectorSelector"],
  find: (query, node) => {
    const { name, matchers } = selectorOf(query, node);
    const saysWhich =
      name === "ALERTS" && matchers.some(({ label }) => label === "alertstate");
    return (name !== "ALERTS" && name !== "ALERTS_FOR_STATE") || saysWhich
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message: `${name} has alerts too that are only pending`,
            next: 'read ALERTS{alertstate="firing"}',
          },
        ];
  },
};
