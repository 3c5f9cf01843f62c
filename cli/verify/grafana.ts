import type { Server } from "./server";
import {
  ShapeError,
  fieldsOf,
  listOf,
  numberOf,
  rowsOf,
  rowsOrNone,
  textOf,
} from "./shape";
import type { Fields } from "./shape";

/** A panel as Grafana keeps it, with what it asks. */
export interface KeptPanel {
  readonly title: string;
  /** Length of time that it shows, where that is not the page's: `30d`. */
  readonly timeFrom: string | undefined;
  readonly targets: readonly Fields[];
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
  const { dashboard, meta } = fieldsOf(body, "the answer");
  const { title, refresh, time, panels, templating } = fieldsOf(
    dashboard,
    "dashboard",
  );
  return {
    title: textOf(title, "title"),
    refresh: typeof refresh === "string" ? refresh : "",
    folderUid: textOf(fieldsOf(meta, "meta")["folderUid"], "folderUid"),
    from: textOf(fieldsOf(time, "time")["from"], "from"),
    panels: panelsIn(panels),
    variables: Object.fromEntries(
      rowsOrNone(
        fieldsOf(templating ?? {}, "templating")["list"],
        "templating.list",
      ).map((variable) => [
        textOf(variable["name"], "name"),
        // Every value is chosen at first, and what a reader types is empty.
        typeof variable["allValue"] === "string" ? variable["allValue"] : "",
      ]),
    ),
  };
}

/** Panels that ask something; a row that is folded holds its own. */
const panelsIn = (panels: unknown): readonly KeptPanel[] =>
  rowsOrNone(panels, "panels").flatMap((panel) =>
    panel["type"] === "row"
      ? panelsIn(panel["panels"])
      : [
          {
            title: textOf(panel["title"], "title"),
            timeFrom:
              typeof panel["timeFrom"] === "string"
                ? panel["timeFrom"]
                : undefined,
            targets: rowsOrNone(panel["targets"], "targets"),
          },
        ],
  );

/** What Grafana says of a data source. */
export type SourceHealth =
  | { readonly kind: "healthy" }
  | { readonly kind: "ill"; readonly message: string }
  | { readonly kind: "unknown-source" }
  /** Its plugin has no such check on the server. */
  | { readonly kind: "no-check" };

/** @see https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#check-data-source-health */
export const sourceHealth = (
  grafana: Server,
  uid: string,
): Promise<SourceHealth> =>
  grafana.read(
    `/api/datasources/uid/${uid}/health`,
    (body, status): SourceHealth => {
      const { status: health, message } = fieldsOf(body, "the answer");
      const text = typeof message === "string" ? message : "";
      if (status === 404) {
        return /data source not found/i.test(text)
          ? { kind: "unknown-source" }
          : { kind: "no-check" };
      }
      return health === "OK"
        ? { kind: "healthy" }
        : { kind: "ill", message: text };
    },
    // 400 is the answer of one that is not well, 404 that of a plugin without a check, and of no data source.
    { accepts: [400, 404, 500] },
  );

/** Path below which Grafana asks a data source as its own panels do, with the address and the headers that it keeps. */
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

/**
 * The rights of a folder, or undefined where there is no such folder.
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/folder_permissions/#get-permissions-for-a-folder
 */
export const folderRights = (
  grafana: Server,
  uid: string,
): Promise<readonly FolderRight[] | undefined> =>
  grafana.read(
    `/api/folders/${uid}/permissions`,
    (body, status) =>
      status === 404
        ? undefined
        : rowsOf(body, "the answer").map((right) => ({
            role: textOf(right["role"] ?? "", "role"),
            team: textOf(right["team"] ?? "", "team"),
            user: textOf(right["userLogin"] ?? "", "userLogin"),
            permission: textOf(right["permissionName"], "permissionName"),
          })),
    { accepts: [404] },
  );

/** Logins and mail addresses of a team's members, or undefined where there is no such team. @see https://grafana.com/docs/grafana/latest/developers/http_api/team/ */
export async function teamMembers(
  grafana: Server,
  name: string,
): Promise<readonly string[] | undefined> {
  const id = await grafana.read(
    `/api/teams/search?name=${encodeURIComponent(name)}`,
    (body) =>
      rowsOf(fieldsOf(body, "the answer")["teams"], "teams")
        .filter((team) => team["name"] === name)
        .map((team) => numberOf(team["id"], "id"))[0],
  );
  return id === undefined
    ? undefined
    : await grafana.read(`/api/teams/${String(id)}/members`, (body) =>
        rowsOf(body, "the answer").flatMap(({ login, email }) =>
          [login, email].flatMap((text) =>
            typeof text === "string" && text !== "" ? text : [],
          ),
        ),
      );
}

/** Identifiers of the rules that Grafana evaluates itself. @see https://grafana.com/docs/grafana/latest/developers/http_api/alerting_provisioning/ */
export const grafanaRules = (
  grafana: Server,
): Promise<ReadonlyMap<string, boolean>> =>
  grafana.read(
    "/api/v1/provisioning/alert-rules",
    (body) =>
      new Map(
        rowsOf(body, "the answer").map(({ uid, isPaused }) => [
          textOf(uid, "uid"),
          isPaused === true,
        ]),
      ),
  );

/** Names of what Grafana itself tells. */
export const contactPoints = (grafana: Server): Promise<ReadonlySet<string>> =>
  grafana.read(
    "/api/v1/provisioning/contact-points",
    (body) =>
      new Set(
        rowsOf(body, "the answer").map(({ name }) => textOf(name, "name")),
      ),
  );

/** How many series, streams or traces an answer of Tempo holds. @throws ShapeError where it is none */
export function tempoResults(body: unknown): number {
  const { traces, series } = fieldsOf(body, "the answer");
  if (traces === undefined && series === undefined) {
    throw new ShapeError("it holds neither traces nor series");
  }
  return listOf(traces ?? series ?? [], "traces").length;
}
