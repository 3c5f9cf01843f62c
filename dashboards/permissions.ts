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

/** Roles of Grafana below administrators, which may look everywhere. */
type BasicRole = "Viewer" | "Editor";

/**
 * Everyone who is signed in. Grafana's folders go by the very role: what a Viewer may read is
 * closed to an Editor who is not named.
 */
export const EVERYONE: readonly BasicRole[] = ["Viewer", "Editor"];

/**
 * Who may look into a folder. Nobody may edit: dashboards are code, for those on call too, who are
 * Editors to silence alerts.
 */
export type FolderReader =
  | {
      /** Everyone who is signed in and has this role. */
      readonly kind: "role";
      readonly role: BasicRole;
    }
  | { readonly kind: "team"; readonly team: GrafanaTeam };

/**
 * The readers of a folder, all of them: what is not listed may not look. Administrators always may.
 * Executives read what is public, as everyone does, and what is for business.
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
    case "product":
      return [{ kind: "team", team: access }];
    default:
      return assertNever(access);
  }
}
