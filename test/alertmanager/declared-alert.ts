import { production } from "../../config/environments/production";
import { alertRule } from "../../prometheus/rules/alert-rules";
import { codeverify } from "../support/declared";
import type { FiredAlert } from "./rendered";

/**
 * An alert of CodeVerify as Prometheus sends it when it fires in production, its texts rendered.
 */
export function declaredAlert(name: string): FiredAlert {
  const alert = codeverify.alerts.find((each) => each.name === name);
  if (alert === undefined) throw new Error(name);
  const rule = alertRule(alert, codeverify, production);
  return {
    status: "firing",
    labels: {
      ...rule.labels,
      alertname: name,
      cluster: "production",
      environment: "production",
    },
    annotations: {
      ...rule.annotations,
      description: "7.1 % of requests fail & <more> soon",
      value: "0.0712",
    },
    startsAt: "2026-11-21T10:15:30Z",
  };
}
