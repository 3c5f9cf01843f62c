import { assertNever } from "../model/assert-never";
import type { AccessClass } from "../model/dashboard";

/** Teams of Grafana that read dashboards. */
export type GrafanaTeam = "engineering" | "product" | "business" | "executives";

/** Every team, so that each can be created. */
export const GRAFANA_TEAMS: readonly GrafanaTeam[] = [
  "engineering",
  "product",
  "business",
  "executives",
];

/** Who may look into a folder. Nobody may edit: dashboards are code. */
export type FolderReader =
  | {
      /** Everyone who is signed in. */
      readonly kind: "role";
      readonly role: "Viewer";
    }
  | { readonly kind: "team"; readonly team: GrafanaTeam };

/**
 * The readers of a folder, all of them: what is not listed may not look. Administrators always may.
 * Executives read what is public, as everyone does, and what is for business.
 */
export function folderReaders(access: AccessClass): readonly FolderReader[] {
  switch (access) {
    case "public":
      return [{ kind: "role", role: "Viewer" }];
    case "business":
      return [
        { kind: "team", team: "business" },
        { kind: "team", team: "executives" },
      ];
    case "product-business":
      return [{ kind: "team", team: "product" }, ...folderReaders("business")];
    case "engineering":
    case "product":
      return [{ kind: "team", team: access }];
    default:
      return assertNever(access);
  }
}
