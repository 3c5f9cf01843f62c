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

/** Grafana's roles below Admin, which may read everything. */
type BasicRole = "Viewer" | "Editor";

/**
 * Everyone who is signed in. Grafana's folders go by the very role: what a Viewer may read is
 * closed to an Editor who is not named.
 */
export const EVERYONE: readonly BasicRole[] = ["Viewer", "Editor"];

/**
 * Who may read a folder. Nobody may edit: dashboards are code. That includes engineers, who are
 * Editors so that they can silence alerts.
 */
export type FolderReader =
  | {
      /** Everyone who is signed in and has this role. */
      readonly kind: "role";
      readonly role: BasicRole;
    }
  | { readonly kind: "team"; readonly team: GrafanaTeam };

/**
 * All readers of a folder: nobody else may read it, except administrators. Executives read public
 * and business folders.
 */
export function folderReaders(access: AccessClass): readonly FolderReader[] {
  switch (access) {
    case "public":
      return EVERYONE.map((role) => ({ kind: "role", role }));
    case "business":
      return [
        { kind: "team", team: "business" },
        { kind: "team", team: "executives" },
      ];
    case "product-business":
      return [{ kind: "team", team: "product" }, ...folderReaders("business")];
    case "engineering":
      // Grafana's teams are filled by hand; the role comes from a group of the identity provider.
      return [
        { kind: "team", team: "engineering" },
        { kind: "role", role: "Editor" },
      ];
    case "product":
      return [{ kind: "team", team: "product" }];
    default:
      return assertNever(access);
  }
}
