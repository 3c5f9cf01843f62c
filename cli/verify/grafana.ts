import * as v from "valibot";
import { InputError, fits, listOrNone } from "../../input/json";
import type { Server } from "./server";

/** A query of a panel; its fields are those of the data source's plugin. */
const TARGET = v.looseObject({
  datasource: v.fallback(
    v.optional(
      v.object({
        uid: v.optional(v.string(), ""),
        type: v.optional(v.string(), ""),
      }),
    ),
    undefined,
  ),
});

/** A query as Grafana keeps it. */
export type KeptTarget = Readonly<v.InferOutput<typeof TARGET>>;

/** A panel as Grafana keeps it, with what it asks. */
export interface KeptPanel {
  readonly title: string;
  /** Length of time that it shows, where that is not the page's: `30d`. */
  readonly timeFrom?: string | undefined;
  readonly targets: readonly KeptTarget[];
}

/** A dashboard as Grafana keeps it. */
export interface KeptDashboard {
  readonly title: string;
  /** Empty where it is off. */
  readonly refresh: string;
  readonly folderUid: string;
  /** Length of time that it shows, back from now: `now-6h`. */
  readonly from: string;
  readonly panels: readonly KeptPanel[];
  /** What each of its variables stands for at first. */
  readonly variables: Readonly<Record<string, string>>;
}

const PANEL = v.object({
  type: v.string(),
  title: v.optional(v.string(), ""),
  timeFrom: v.fallback(v.optional(v.string()), undefined),
  targets: listOrNone(TARGET),
});

const DASHBOARD = v.object({
  dashboard: v.object({
    title: v.string(),
    // Grafana writes false where it is off.
    refresh: v.fallback(v.string(), ""),
    time: v.object({ from: v.string() }),
    panels: listOrNone(
      v.object({ ...PANEL.entries, panels: listOrNone(PANEL) }),
    ),
    templating: v.optional(
      v.object({
        list: listOrNone(
          v.object({ name: v.string(), allValue: v.fallback(v.string(), "") }),
        ),
      }),
      {},
    ),
  }),
  meta: v.object({ folderUid: v.string() }),
});

/**
 * A dashboard, or undefined where there is none.
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#get-dashboard-by-uid
 */
export const dashboardOf = (
  grafana: Server,
  uid: string,
): Promise<KeptDashboard | undefined> =>
  grafana.read(
    `/api/dashboards/uid/${uid}`,
    (body, status) => (status === 404 ? undefined : keptDashboard(body)),
    { accepts: [404] },
  );

function keptDashboard(body: unknown): KeptDashboard {
  const { dashboard, meta } = fits(DASHBOARD, body);
  const { title, refresh, time, panels, templating } = dashboard;
  return {
    title,
    refresh,
    folderUid: meta.folderUid,
    from: time.from,
    // A row that is folded holds its own.
    panels: panels.flatMap((panel) =>
      panel.type === "row" ? panel.panels : panel,
    ),
    variables: Object.fromEntries(
      // Every value is chosen at first, and what a reader types is empty.
      templating.list.map(({ name, allValue }) => [name, allValue]),
    ),
  };
}

/** What Grafana says of a data source. */
export type SourceHealth =
  | { readonly kind: "healthy" }
  | { readonly kind: "ill"; readonly message: string }
  | { readonly kind: "unknown-source" }
  /** Its plugin has no such check on the server. */
  | { readonly kind: "no-check" };

const HEALTH = v.object({
  status: v.fallback(v.string(), ""),
  message: v.fallback(v.string(), ""),
});

/**
 * @see
 *   https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#check-data-source-health
 */
export const sourceHealth = (
  grafana: Server,
  uid: string,
): Promise<SourceHealth> =>
  grafana.read(
    `/api/datasources/uid/${uid}/health`,
    (body, status): SourceHealth => {
      const { status: health, message } = fits(HEALTH, body);
      if (status === 404) {
        return /data source not found/i.test(message)
          ? { kind: "unknown-source" }
          : { kind: "no-check" };
      }
      return health === "OK" ? { kind: "healthy" } : { kind: "ill", message };
    },
    // 400 means that it is unhealthy; 404 that its plugin has no health check, or that there is no
    // such data source.
    { accepts: [400, 404, 500] },
  );

/**
 * Path below which Grafana asks a data source as its own panels do, with the address and the
 * headers that it keeps.
 */
export const proxyPath = (uid: string): string =>
  `/api/datasources/proxy/uid/${uid}`;

/** Who may do what in a folder. */
export interface FolderRight {
  /** Exactly one of these three is not empty. */
  readonly role: string;
  readonly team: string;
  readonly user: string;
  /** `View`, `Edit` or `Admin`. */
  readonly permission: string;
}

const RIGHTS = v.array(
  v.pipe(
    v.object({
      role: v.nullish(v.string(), ""),
      team: v.nullish(v.string(), ""),
      userLogin: v.nullish(v.string(), ""),
      permissionName: v.string(),
    }),
    v.transform(({ role, team, userLogin, permissionName }) => ({
      role,
      team,
      user: userLogin,
      permission: permissionName,
    })),
  ),
);

/**
 * The rights of a folder, or undefined where there is no such folder.
 * @see
 *   https://grafana.com/docs/grafana/latest/developers/http_api/folder_permissions/#get-permissions-for-a-folder
 */
export const folderRights = (
  grafana: Server,
  uid: string,
): Promise<readonly FolderRight[] | undefined> =>
  grafana.read(
    `/api/folders/${uid}/permissions`,
    (body, status) => (status === 404 ? undefined : fits(RIGHTS, body)),
    { accepts: [404] },
  );

const TEAMS = v.object({
  teams: v.array(v.object({ id: v.number(), name: v.string() })),
});

const MEMBERS = v.array(
  v.object({
    login: v.fallback(v.string(), ""),
    email: v.fallback(v.string(), ""),
  }),
);

/**
 * Logins and mail addresses of a team's members, or undefined where there is no such team. @see
 * https://grafana.com/docs/grafana/latest/developers/http_api/team/
 */
export async function teamMembers(
  grafana: Server,
  name: string,
): Promise<readonly string[] | undefined> {
  const team = await grafana.read(
    `/api/teams/search?name=${encodeURIComponent(name)}`,
    (body) => fits(TEAMS, body).teams.find((one) => one.name === name),
  );
  return team === undefined
    ? undefined
    : await grafana.read(`/api/teams/${String(team.id)}/members`, (body) =>
        fits(MEMBERS, body).flatMap(({ login, email }) =>
          [login, email].filter((text) => text !== ""),
        ),
      );
}

const GRAFANA_RULES = v.array(
  v.object({ uid: v.string(), isPaused: v.optional(v.boolean(), false) }),
);

/**
 * Identifiers of the rules that Grafana evaluates itself. @see
 * https://grafana.com/docs/grafana/latest/developers/http_api/alerting_provisioning/
 */
export const grafanaRules = (
  grafana: Server,
): Promise<ReadonlyMap<string, boolean>> =>
  grafana.read(
    "/api/v1/provisioning/alert-rules",
    (body) =>
      new Map(
        fits(GRAFANA_RULES, body).map(({ uid, isPaused }) => [uid, isPaused]),
      ),
  );

const CONTACT_POINTS = v.array(v.object({ name: v.string() }));

/** Names of Grafana's contact points. */
export const contactPoints = (grafana: Server): Promise<ReadonlySet<string>> =>
  grafana.read(
    "/api/v1/provisioning/contact-points",
    (body) => new Set(fits(CONTACT_POINTS, body).map(({ name }) => name)),
  );

const TRACES = v.object({
  traces: v.optional(v.nullable(v.array(v.unknown()))),
  series: v.optional(v.nullable(v.array(v.unknown()))),
});

/**
 * How many series, streams or traces an answer of Tempo holds. @throws InputError where it is none
 */
export function tempoResults(body: unknown): number {
  const { traces, series } = fits(TRACES, body);
  if (traces === undefined && series === undefined) {
    throw new InputError("it holds neither traces nor series");
  }
  return (traces ?? series ?? []).length;
}
