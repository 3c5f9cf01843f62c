import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** One message that arrived somewhere. */
export interface Delivery {
  /** Destination, as of a receiver: `slack #codeverify-alerts`. */
  readonly place: string;
  readonly title: string;
  /** The whole message. */
  readonly text: string;
  /** Text of the message, in which an alert is searched. */
  readonly words: ReadonlySet<string>;
  readonly at: number;
}

interface SlackMessage {
  readonly channel: string;
  readonly attachments: readonly { readonly title: string }[];
}

interface PagerDutyEvent {
  readonly routing_key: string;
  readonly event_action: "trigger" | "resolve";
  readonly payload?: { readonly summary: string };
}

interface WebhookMessage {
  readonly status: string;
  readonly groupLabels: Readonly<Record<string, string>>;
}

/**
 * A stand-in for Slack, PagerDuty, a mail server and the heartbeat service that records what is
 * sent to them.
 */
export class Sink {
  readonly deliveries: Delivery[] = [];
  /** Requests over HTTP as they came: `<path> <body>`. */
  readonly taken: string[] = [];
  /** Status of every answer. @default what each of them answers when all is well */
  status: number | undefined;
  private readonly folder: string;
  private readonly web: Server;
  private readonly mail: SMTPServer;
  /** Mails that arrived and are still to be parsed, one after the other. */
  private unread: Promise<void> = Promise.resolve();

  /**
   * @param folder what the paths of secrets begin with in the configuration
   * @param user whom the mail server lets in, with the password
   */
  constructor(
    folder: string,
    user: { readonly name: string; readonly password: string },
  ) {
    this.folder = folder;
    this.web = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const { url = "", method } = request;
        const at = Date.now();
        // PagerDuty says 202, the others 200.
        response.statusCode = this.status ?? (url === "/pagerduty" ? 202 : 200);
        response.end("ok");
        this.taken.push(`${url} ${body}`);
        if (method === "POST") this.record(url, body, at);
      });
    });
    this.mail = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) => {
        if (username === user.name && password === user.password) {
          callback(null, { user: username });
        } else callback(new Error("wrong user or password"));
      },
      onData: (stream, _session, callback) => {
        void streamText(stream).then((raw) => {
          // Answered at once: if a member waits too long, another one sends the message as well.
          const at = Date.now();
          callback();
          this.unread = this.unread.then(() => this.readMail(raw, at));
        });
      },
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) =>
      this.web.listen(0, "127.0.0.1", resolve),
    );
    await new Promise<void>((resolve) => {
      this.mail.listen(0, "127.0.0.1", resolve);
    });
  }

  async stop(): Promise<void> {
    this.web.closeAllConnections();
    await new Promise((resolve) => this.web.close(resolve));
    await new Promise<void>((resolve) => {
      this.mail.close(resolve);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.web.address() as AddressInfo).port)}`;
  }

  get smtp(): string {
    return `127.0.0.1:${String((this.mail.server.address() as AddressInfo).port)}`;
  }

  private add(delivery: Omit<Delivery, "at" | "words">, at: number): void {
    const { title, text } = delivery;
    const words = new Set(`${title} ${text}`.split(/\W+/));
    this.deliveries.push({ ...delivery, words, at });
  }

  private async readMail(raw: string, at: number): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const { subject = "", to, text = "", html = "" } = mail;
    const place = `email ${(to ?? []).map(({ address }) => address).join(", ")}`;
    this.add({ place, title: subject, text: `${text}\n${html}` }, at);
  }

  private record(path: string, body: string, at: number): void {
    const message = JSON.parse(body) as unknown;
    if (path === "/pagerduty") {
      const event = message as PagerDutyEvent;
      this.add(
        {
          place: `pagerduty ${event.routing_key}`,
          title: event.payload?.summary ?? event.event_action,
          text: body,
        },
        at,
      );
    } else if ("attachments" in (message as object)) {
      const { channel, attachments } = message as SlackMessage;
      this.add(
        {
          place: `slack ${channel}`,
          title: attachments.map(({ title }) => title).join("\n"),
          text: body,
        },
        at,
      );
    } else {
      const { status, groupLabels } = message as WebhookMessage;
      this.add(
        {
          place: `webhook ${this.folder}${path}`,
          title: `${status} ${groupLabels["alertname"] ?? ""}`,
          text: body,
        },
        at,
      );
    }
  }
}

const bodyOf = (request: IncomingMessage): Promise<string> =>
  streamText(request);

async function streamText(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
