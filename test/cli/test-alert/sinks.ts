import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";

/** Takes the messages of Slack, Teams, PagerDuty and webhooks in their stead. */
export interface HttpSink {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What came, as `<path> <body>`. */
  readonly taken: string[];
  /** Status of the answers. */
  status: number;
  readonly close: () => Promise<void>;
}

/** Starts a sink that answers 200 at first. */
export async function httpSink(): Promise<HttpSink> {
  const taken: string[] = [];
  const server = createHttpServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => (body += part));
    request.on("end", () => {
      taken.push(`${request.url ?? ""} ${body}`);
      response.writeHead(sink.status, { "content-type": "text/plain" });
      response.end("ok");
    });
  });
  const sink: HttpSink = {
    url: `http://127.0.0.1:${String(await listening(server))}`,
    taken,
    status: 200,
    close: async () => {
      server.closeAllConnections();
      await closed(server);
    },
  };
  return sink;
}

/** Takes e-mail in the stead of a mail server. */
export interface MailSink {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  /** Each message with its headers. */
  readonly taken: string[];
  readonly close: () => Promise<void>;
}

/** Starts a mail server that takes everything and passes nothing on. */
export async function mailSink(): Promise<MailSink> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let text = "";
    let message: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 sink");
    socket.setEncoding("utf8");
    socket.on("error", () => {
      socket.destroy();
    });
    socket.on("data", (part: string) => {
      text += part;
      const lines = text.split("\r\n");
      text = lines.pop() ?? "";
      for (const line of lines) {
        if (message !== undefined && line !== ".") message += `${line}\n`;
        else if (message !== undefined) {
          taken.push(message);
          message = undefined;
          say("250 taken");
        } else if (line === "DATA") {
          message = "";
          say("354 go on");
        } else if (line === "QUIT") {
          say("221 bye");
          socket.end();
        } else say("250 sink");
      }
    });
  });
  return {
    host: `127.0.0.1:${String(await listening(server))}`,
    taken,
    close: () => closed(server),
  };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
