import { createServer } from "node:http";

/** A comment as GitHub's API returns it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

/** A stand-in for the part of GitHub's API that keeps the comments of a pull request. */
export interface CommentServer {
  readonly url: string;
  readonly comments: readonly Comment[];
  /** Each request's method and path, in order. */
  readonly requests: readonly string[];
  /** Each `Authorization` header received. */
  readonly authorizations: ReadonlySet<string | undefined>;
  readonly close: () => Promise<void>;
}

const PAGE = 100;
const LIMIT = 65_536;

/**
 * Serves pull request 7 of example/monitoring on loopback.
 * @param comments what is there already
 * @param mayWrite whether the token may write comments
 */
export async function commentServer(
  comments: readonly Comment[],
  mayWrite = true,
): Promise<CommentServer> {
  const kept = [...comments];
  const requests: string[] = [];
  const authorizations = new Set<string | undefined>();

  const answer = (
    method: string,
    url: URL,
    body: string,
  ): readonly [number, unknown] => {
    const list = "/repos/example/monitoring/issues/7/comments";
    if (method === "GET" && url.pathname === list) {
      const page = Number(url.searchParams.get("page"));
      return [200, kept.slice((page - 1) * PAGE, page * PAGE)];
    }
    if (method === "GET") return [404, { message: "Not Found" }];
    if (!mayWrite) {
      return [403, { message: "Resource not accessible by integration" }];
    }
    const text = (JSON.parse(body) as { readonly body: string }).body;
    if (text.length > LIMIT) return [422, { message: "Body is too long" }];
    if (method === "POST" && url.pathname === list) {
      const comment = {
        id: kept.length + 1_000,
        user: { login: "github-actions[bot]" },
        body: text,
      };
      kept.push(comment);
      return [201, comment];
    }
    const comment = kept.find(({ id }) =>
      url.pathname.endsWith(`/issues/comments/${String(id)}`),
    );
    if (method !== "PATCH" || comment === undefined) {
      return [404, { message: "Not Found" }];
    }
    comment.body = text;
    return [200, comment];
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "" } = request;
      requests.push(`${method} ${url}`);
      authorizations.add(request.headers.authorization);
      const [status, json] = answer(
        method,
        new URL(url, "http://localhost"),
        Buffer.concat(chunks).toString("utf8"),
      );
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("the stand-in has no port");
  }
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    comments: kept,
    requests,
    authorizations,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
