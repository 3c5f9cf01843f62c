import { ROLES } from "./grafana-site";
import type { GrafanaSite, Role } from "./grafana-site";
import { opened } from "./follow-link";

/** Who opens a link. */
export interface Reader {
  /** As Grafana gives it at sign-in. */
  readonly role: Role;
  /** Teams of Grafana that somebody has put them into. */
  readonly teams: readonly string[];
}

/** Where links of an environment may lead. */
export interface Places {
  readonly grafana: GrafanaSite;
  readonly runbooks: {
    /** Address below which the pages are published. */
    readonly url: string;
    /** Pages, and headings of them after `#`. */
    readonly pages: ReadonlySet<string>;
  };
}

/**
 * Least role for pages of Grafana whose folder does not decide; the permission that opens them is
 * granted to it.
 * @see https://github.com/grafana/grafana/blob/main/public/app/features/alerting/routes.tsx
 * @see
 *   https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/access-control/rbac-fixed-basic-role-definitions/
 */
const LEAST: Readonly<Record<string, Role>> = {
  "/": "Viewer",
  // alert.instances.external:read
  "/alerting/groups": "Viewer",
  // alert.rules.external:read
  "/alerting/list": "Viewer",
  // alert.instances.external:write
  "/alerting/silence/new": "Editor",
  // datasources:explore
  "/explore": "Editor",
};

/** Why a link does not open for a reader; nothing where it does. */
export function refusal(
  link: string,
  reader: Reader,
  { grafana, runbooks }: Places,
): string | undefined {
  if (link.startsWith(`${runbooks.url}/`)) {
    const page = link.slice(runbooks.url.length + 1).replace(/\.md(?=#|$)/, "");
    return runbooks.pages.has(page) ? undefined : "no such runbook";
  }
  const url = new URL(link);
  if (url.protocol !== "https:" || !grafana.hosts.includes(url.host)) {
    return "no ingress serves the host";
  }
  if (url.pathname.startsWith("/d/")) return ofDashboard(link, reader, grafana);
  const [, rule] =
    /^\/alerting\/grafana\/([^/]+)\/view$/.exec(url.pathname) ?? [];
  if (rule !== undefined) {
    const readers = grafana.rules.get(rule);
    return readers === undefined ? "no such rule" : ofFolder(readers, reader);
  }
  const least = LEAST[url.pathname];
  if (least === undefined) return "no such page";
  const source = url.searchParams.get("alertmanager");
  if (source !== null && !grafana.alertmanagers.includes(source)) {
    return `no Alertmanager "${source}"`;
  }
  return atLeast(reader.role, least) ? undefined : `takes the role ${least}`;
}

function ofDashboard(
  link: string,
  reader: Reader,
  { dashboards }: GrafanaSite,
): string | undefined {
  const { uid, choices } = opened(link);
  const dashboard = dashboards.get(uid);
  if (dashboard === undefined) return `no dashboard "${uid}"`;
  const unknown = Object.keys(choices).filter(
    (name) => !dashboard.variables.includes(name),
  );
  return unknown.length > 0
    ? `no variable "${unknown.join('", "')}" on "${uid}"`
    : ofFolder(dashboard.readers, reader);
}

/** A folder names each role by itself: what a Viewer may view is closed to an unnamed Editor. */
const ofFolder = (
  {
    roles,
    teams,
  }: { readonly roles: readonly string[]; readonly teams: readonly string[] },
  reader: Reader,
): string | undefined =>
  reader.role === "Admin" ||
  roles.includes(reader.role) ||
  teams.some((team) => reader.teams.includes(team))
    ? undefined
    : `the folder is for ${[...roles, ...teams].join(", ")}`;

const atLeast = (role: Role, least: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(least);

/** Addresses in a message, as a reader of JSON, HTML, Markdown or plain text would open them. */
export const linksIn = (text: string): readonly string[] =>
  [
    ...text
      .replaceAll("\\u0026", "&")
      .replaceAll("&amp;", "&")
      .matchAll(/https?:\/\/[^\s"'<>|)\\]+/g),
  ].map(([link]) => link);
