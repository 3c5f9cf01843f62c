import type { EnvironmentConfig } from "../model/environment";
import { rememberedTogether } from "../model/remembered";
import type { Service } from "../model/service";
import type { AlertmanagerConfig } from "./alertmanager-form";
import { inhibitions } from "./inhibitions";
import { secretFile } from "./integrations";
import { timeIntervals } from "./time-intervals";
import { receivers } from "./receivers";
import { routeTree } from "./route-tree";

/** Folder in which the operator puts the configuration and the templates beside it. */
const CONFIG_FOLDER = "/etc/alertmanager/config";

/**
 * Alertmanager's whole configuration for an environment: routes, receivers, inhibitions, time
 * intervals and templates.
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export const alertmanagerConfig = rememberedTogether(
  (
    environment: EnvironmentConfig,
    services: readonly Service[],
  ): AlertmanagerConfig => ({
    global: globalSettings(environment),
    templates: [`${CONFIG_FOLDER}/*.tmpl`],
    route: routeTree(environment, services),
    inhibit_rules: inhibitions(services),
    time_intervals: timeIntervals(environment),
    receivers: receivers(environment, services),
  }),
);

/**
 * SMTP is configured only where some receiver sends mail; otherwise its password file is not
 * needed.
 */
const globalSettings = ({
  notification,
  smtp,
}: EnvironmentConfig): Readonly<Record<string, unknown>> => ({
  resolve_timeout: "5m",
  ...(notification.email.kind === "on"
    ? {
        smtp_smarthost: smtp.host,
        smtp_from: smtp.from,
        smtp_auth_username: smtp.user,
        smtp_auth_password_file: secretFile(smtp.password),
        smtp_require_tls: true,
      }
    : {}),
});
