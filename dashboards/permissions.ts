import type { AccessClass } from "../model/dashboard";
import { engineersMayRead, teamsThatRead } from "../model/folder-teams";
import type { GrafanaTeam } from "../model/folder-teams";

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

/** All readers of a folder: nobody else may read it, except administrators. */
export function folderReaders(access: AccessClass): readonly FolderReader[] {
  const teams = teamsThatRead(access).map(
    (team) => ({ kind: "team", team }) as const,
  );
  const roles = access === "public" ? EVERYONE : ofEngineers(access);
  return [...teams, ...roles.map((role) => ({ kind: "role", role }) as const)];
}

/**
 * Grafana's teams are filled by hand, but the role comes from a group of the identity provider, so
 * that engineers read their folders from the first day.
 */
const ofEngineers = (access: AccessClass): readonly BasicRole[] =>
  engineersMayRead(access) ? ["Editor"] : [];
