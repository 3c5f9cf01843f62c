import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import type { Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";
import { recordedAnswers } from "../../reports/recorded";

/** A server on loopback. */
export interface Standing {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const portOf = (server: { readonly address: () => unknown }): number =>
  (server.address() as AddressInfo).port;

async function web(
  answer: (path: string, body: string) => { status: number; body: string },
): Promise<Standing> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { status, body } = answer(
        request.url ?? "",
        Buffer.concat(chunks).toString("utf8"),
      );
      response.statusCode = status;
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Queries that were asked, each with its moment in seconds. */
export type Asked = { readonly query: string; readonly time: string }[];

/**
 * Answers with recorded answers of a real Prometheus, except for queries whose answers are given
 * here.
 */
export function prometheus(
  asked: Asked,
  instead: (query: string) => { status: number; body: string } | undefined,
): Promise<Standing> {
  const answers = recordedAnswers();
  return web((path, body) => {
    const query = new URLSearchParams(body).get("query") ?? "";
    const time = new URLSearchParams(body).get("time") ?? "";
    asked.push({ query, time });
    if (path !== "/api/v1/query") return { status: 404, body: "not found" };
    return (
      instead(query) ?? { status: 200, body: JSON.stringify(answers[query]) }
    );
  });
}

/** A stand-in for Slack. */
export const slack = (
  notified: unknown[],
  answer: { status: number; body: string },
): Promise<Standing> =>
  web((path, body) => {
    notified.push({ path, ...(JSON.parse(body) as object) });
    return answer;
  });

/** A mail server with one user, `reports` with the password `secret-password`. */
export async function mail(
  received: Email[],
  options: SMTPServerOptions,
): Promise<Standing> {
  const server = new SMTPServer({
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === "reports" && password === "secret-password") {
        callback(null, { user: username });
      } else callback(new Error("535 wrong user or password"));
    },
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((found) => {
          received.push(found);
          callback();
        });
      });
    },
    ...options,
  });
  // A client that refuses the certificate goes away in the middle.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: portOf(server.server),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
}
