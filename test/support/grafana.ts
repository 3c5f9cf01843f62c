import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FolderReader } from "../../dashboards/permissions";

/** A right in a folder, as Grafana lists it. */
export interface KeptRight {
  readonly role?: string;
  readonly team?: string;
  readonly userLogin?: string;
  readonly permissionName: string;
}

/** URL of a data source. */
export interface KeptSource {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answer of its check. @default its plugin has none on the server */
  readonly health?: { readonly status: number; readonly message: string };
}

/** What a Grafana keeps. */
export interface Kept {
  readonly dashboards: Record<
    string,
    { readonly json: unknown; readonly folder: string }
  >;
  readonly rights: Record<string, readonly KeptRight[]>;
  /** Members by team. */
  readonly teams: Record<string, readonly string[]>;
  readonly sources: Record<string, KeptSource>;
  /** Whether each rule is paused. */
  readonly rules: Record<string, boolean>;
  readonly contactPoints: string[];
}

/** The right that a declared reader has in a folder. */
export const rightOf = (reader: FolderReader): KeptRight =>
  reader.kind === "role"
    ? { role: reader.role, permissionName: "View" }
    : { team: reader.team, permissionName: "View" };

/**
 * A stand-in for Grafana on loopback: its HTTP API answers as documented, from the given content,
 * and its proxy forwards queries to data sources.
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/
 */
export class GrafanaStandIn {
  /** `user:password` that it lets in. */
  readonly credentials = "admin:secret";
  kept: Kept;
  private readonly server: Server;

  constructor(kept: Kept) {
    this.kept = kept;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.statusCode = 502;
        response.end(String(error));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) =>
      this.server.listen(0, "127.0.0.1", resolve),
    );
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const say = (status: number, body: unknown): void => {
      response.statusCode = status;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    const expected = `Basic ${Buffer.from(this.credentials).toString("base64")}`;
    if (request.headers.authorization !== expected) {
      say(401, { message: "Invalid username or password" });
      return;
    }
    const { pathname, searchParams, search } = new URL(
      request.url ?? "",
      "http://grafana",
    );
    const proxied = /^\/api\/datasources\/proxy\/uid\/([^/]+)(\/.*)$/.exec(
      pathname,
    );
    if (proxied !== null) {
      const [, uid = "", path = ""] = proxied;
      await this.proxy(uid, `${path}${search}`, request, response);
      return;
    }
    const [status, body] = this.keptAt(pathname, searchParams);
    say(status, body);
  }

  private keptAt(
    path: string,
    parameters: URLSearchParams,
  ): readonly [number, unknown] {
    const { dashboards, rights, teams, sources, rules, contactPoints } =
      this.kept;
    const [, what = "", key = "", rest = ""] =
      /^\/api\/(dashboards\/uid|folders|teams|datasources\/uid)\/([^/]+)(.*)$/.exec(
        path,
      ) ?? [];
    const names = Object.keys(teams);
    switch (`${what}${key === "search" ? "/search" : rest}`) {
      case "dashboards/uid": {
        const kept = dashboards[key];
        return kept === undefined
          ? [404, { message: "Dashboard not found" }]
          : [200, { dashboard: kept.json, meta: { folderUid: kept.folder } }];
      }
      case "folders/permissions": {
        const kept = rights[key];
        return kept === undefined
          ? [404, { message: "folder not found" }]
          : [200, kept];
      }
      case "teams/search": {
        const found = names.filter((name) => name === parameters.get("name"));
        return [
          200,
          {
            totalCount: found.length,
            teams: found.map((name) => ({ id: names.indexOf(name) + 1, name })),
          },
        ];
      }
      case "teams/members":
        return [
          200,
          (teams[names[Number(key) - 1] ?? ""] ?? []).map((login) => ({
            login,
            email: `${login}@example.com`,
          })),
        ];
      case "datasources/uid/health": {
        const source = sources[key];
        if (source === undefined) {
          return [404, { message: "Data source not found" }];
        }
        if (source.health === undefined) return [404, { message: "Not found" }];
        const { status, message } = source.health;
        return [status, { status: status === 200 ? "OK" : "ERROR", message }];
      }
    }
    if (path === "/api/v1/provisioning/alert-rules") {
      return [
        200,
        Object.entries(rules).map(([uid, isPaused]) => ({ uid, isPaused })),
      ];
    }
    if (path === "/api/v1/provisioning/contact-points") {
      return [200, contactPoints.map((name) => ({ uid: name, name }))];
    }
    return [404, { message: "Not found" }];
  }

  private async proxy(
    uid: string,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const source = this.kept.sources[uid];
    if (source === undefined) {
      response.statusCode = 404;
      response.end(JSON.stringify({ message: "Data source not found" }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request)
      chunks.push(Buffer.from(chunk as Buffer));
    const type = request.headers["content-type"];
    const answer = await fetch(`${source.url}${path}`, {
      method: request.method ?? "GET",
      headers: {
        ...(type === undefined ? {} : { "content-type": type }),
        ...source.headers,
      },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    response.statusCode = answer.status;
    response.end(await answer.text());
  }
}
