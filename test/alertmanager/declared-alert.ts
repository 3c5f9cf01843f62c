import { production } from "../support/organisation/environments";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alertRule } from "../../prometheus/rules/alert-rules";
import { market } from "../support/organisation/services";
import type { FiredAlert } from "./rendered";

/**
 * An alert of a system as Prometheus sends it when it fires in production, its texts rendered.
 */
export function declaredAlert(
  name: string,
  service: Service = market,
  environment: EnvironmentConfig = production,
): FiredAlert {
  const alert = service.alerts.find((each) => each.name === name);
  if (alert === undefined) throw new Error(name);
  const rule = alertRule(alert, service, environment);
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
