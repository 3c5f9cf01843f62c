import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";

/** What to say where promtool proves nothing of that name: an alert on logs is proved by Loki. */
export function nothingNamed(
  environments: readonly Pick<EnvironmentConfig, "name">[],
  services: readonly Pick<Service, "key" | "logAlerts">[],
  name: string,
): string {
  const onLogs = services.flatMap(({ key, logAlerts = [] }) =>
    logAlerts
      .filter((alert) => alert.name.includes(name))
      .map((alert) => `${alert.name} of ${key}`),
  );
  return onLogs.length > 0
    ? `${onLogs.join(", ")}: an alert on logs is proved by Loki: npx jest test/config/proof/log-alerts`
    : `${environments.map((each) => each.name).join(" and ")}: no alert or recorded series has "${name}" in its name`;
}
