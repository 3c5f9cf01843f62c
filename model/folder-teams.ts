import { assertNever } from "./assert-never";
import type { AccessClass } from "./dashboard";

/** Teams of Grafana that read dashboards. */
export type GrafanaTeam = "engineering" | "product" | "business" | "executives";

/** Every team, so that each can be created. */
export const GRAFANA_TEAMS: readonly GrafanaTeam[] = [
  "engineering",
  "product",
  "business",
  "executives",
];

/**
 * Teams that read the dashboards of an access class, which for `public` needs none. Executives read
 * business folders.
 */
export function teamsThatRead(access: AccessClass): readonly GrafanaTeam[] {
  switch (access) {
    case "public":
      return [];
    case "engineering":
    case "product":
      return [access];
    case "business":
      return ["business", "executives"];
    case "product-business":
      return ["product", ...teamsThatRead("business")];
    default:
      return assertNever(access);
  }
}

/** Whether engineers, who are notified, may open dashboards of an access class. */
export const engineersMayRead = (access: AccessClass): boolean =>
  access === "public" || teamsThatRead(access).includes("engineering");
