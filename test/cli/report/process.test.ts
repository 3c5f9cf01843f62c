import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Email } from "postal-mime";
import type { SMTPServerOptions } from "smtp-server";
import type { ReportDefinitions } from "../../../reports/definitions";
import { freePort } from "../../support/loopback";
import { runScript } from "../../support/run-script";
import { definitions } from "../../reports/definitions";
import { INSTANT } from "../../reports/world";
import { imageFolder } from "./image";
import type { ImageFolder } from "./image";
import { mail, prometheus, slack } from "./sinks";
import type { Asked, Standing } from "./sinks";

const BUILD_MS = 120_000;
// Each starts a process, on a machine that may be busy.
const FIRST_SCORE = "Average score this week";

let image: ImageFolder | undefined;
let folder = "";
let standing: Standing[] = [];
let asked: Asked = [];
let mails: Email[] = [];
let notified: unknown[] = [];

beforeAll(() => {
  image = imageFolder();
}, BUILD_MS);
afterAll(() => {
  image?.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "report-run-"));
  [standing, asked, mails, notified] = [[], [], [], []];
});
afterEach(async () => {
  for (const server of standing) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Trial {
  readonly prometheus?: (
    query: string,
  ) => { status: number; body: string } | undefined;
  readonly smtp?: SMTPServerOptions;
  readonly tls?: "required" | "none";
  readonly slack?: { status: number; body: string };
  readonly password?: string;
  readonly change?: Partial<ReportDefinitions>;
}

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Everything that the program talks to, on loopback; the path of the definitions that name it. */
async function stand(trial: Trial): Promise<string> {
  const [source, post, chat] = await Promise.all([
    prometheus(asked, trial.prometheus ?? (() => undefined)),
    mail(mails, trial.smtp ?? { disabledCommands: ["STARTTLS"] }),
    slack(notified, trial.slack ?? { status: 200, body: "ok" }),
  ]);
  standing = [source, post, chat];
  const own: ReportDefinitions = {
    ...definitions(),
    prometheusUrl: `http://127.0.0.1:${String(source.port)}`,
    mail: {
      host: "127.0.0.1",
      port: post.port,
      tls: trial.tls ?? "none",
      from: "monitoring@example.com",
      user: "reports",
      passwordFile: file("password", trial.password ?? "secret-password\n"),
    },
    slack: {
      channel: "#monitoring-reports",
      webhookFile: file(
        "webhook",
        `http://127.0.0.1:${String(chat.port)}/services/T/secret-webhook`,
      ),
    },
    ...trial.change,
  };
  return file("reports.json", JSON.stringify(own));
}

/** Runs what the image holds, as its entry point does. */
const run = (path: string, report: string, ...more: readonly string[]) =>
  runScript(
    process.execPath,
    "cli/report/main.js",
    [
      ...["--report", report, "--environment", "production"],
      ...["--definitions", path, "--patience", "0"],
      ...["--at", new Date(INSTANT).toISOString(), ...more],
    ],
    {},
    image?.app,
  );

const nothingSent = (): void => {
  expect({ mails: mails.length, notified: notified.length }).toEqual({
    mails: 0,
    notified: 0,
  });
};

it("sends the report by mail, and posts it to Slack", async () => {
  const path = await stand({});
  expect(await run(path, "weekly")).toEqual({
    code: 0,
    stdout: "weekly: sent to stakeholders@example.com, #monitoring-reports\n",
    stderr: "",
  });
  const [received, ...more] = mails;
  expect(more).toEqual([]);
  expect(received).toMatchObject({
    subject: "Weekly summary, production, 2026-12-01",
    from: { address: "monitoring@example.com" },
    to: [{ address: "stakeholders@example.com" }],
  });
  expect(received?.text).toContain("| Average score this week       | 78.5  |");
  expect(received?.html).toContain(">78.5</td>");
  expect(received?.html).not.toContain("<script");
  expect(notified).toEqual([
    {
      path: "/services/T/secret-webhook",
      text: expect.stringContaining(
        "• Average score this week: 78.5",
      ) as string,
      unfurl_links: false,
      unfurl_media: false,
    },
  ]);
  // All of one moment, and each once.
  expect(new Set(asked.map(({ time }) => time))).toEqual(
    new Set([String(INSTANT / 1000)]),
  );
  expect(new Set(asked.map(({ query }) => query)).size).toBe(asked.length);
});

it("sends a file that another program has written, without asking Prometheus", async () => {
  const written = file("REPORT.md", "# Score 78\n\nGrün | rot\n");
  const path = await stand({
    change: {
      reports: {
        quality: {
          kind: "file",
          title: "CQVR quality report",
          file: written,
          recipients: ["farfan@example.com"],
        },
      },
    },
  });
  expect(await run(path, "quality")).toMatchObject({ code: 0, stderr: "" });
  expect(asked).toEqual([]);
  const [received] = mails;
  expect(received?.text?.trim()).toBe("# Score 78\n\nGrün | rot");
  expect(
    received?.attachments.map(({ filename, mimeType }) => [filename, mimeType]),
  ).toEqual([["REPORT.md", "text/markdown"]]);
});

it.each([
  ["markdown", /^# Weekly summary, production, 2026-12-01\n/],
  ["html", /^<!DOCTYPE html>\n/],
  ["slack", /^\*Weekly summary, production, 2026-12-01\*\n/],
])("shows it as %s and sends nothing", async (form, text) => {
  const ended = await run(await stand({}), "weekly", "--print", form);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toMatch(text);
  nothingSent();
});

describe("the monthly report", () => {
  const other = ["--at", "2026-12-02T08:00:00Z"];

  it("is sent on the first working day", async () => {
    expect(await run(await stand({}), "monthly")).toMatchObject({ code: 0 });
    expect(mails).toHaveLength(1);
  });

  it("succeeds without sending anything on another", async () => {
    expect(await run(await stand({}), "monthly", ...other)).toEqual({
      code: 0,
      stdout:
        "monthly: 2026-12-02 is not the first working day of its month; nothing to send\n",
      stderr: "",
    });
    nothingSent();
    expect(asked).toEqual([]);
  });

  it("is sent on another when that is asked for", async () => {
    const ended = await run(await stand({}), "monthly", ...other, "--any-day");
    expect(ended).toMatchObject({ code: 0 });
    expect(mails).toHaveLength(1);
  });
});

const refuses = (status: number, body: string) => (query: string) =>
  query.includes("topk(10") ? { status, body } : undefined;

it.each<[string, Trial, RegExp]>([
  [
    "Prometheus refuses one query",
    {
      prometheus: refuses(
        422,
        '{"status":"error","errorType":"execution","error":"query processing would load too many samples"}',
      ),
    },
    /^Prometheus refuses the query "Ten best contracts": query processing would load too many samples; correct the query/,
  ],
  [
    "Prometheus gives up on one query",
    {
      prometheus: refuses(
        503,
        '{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}',
      ),
    },
    /^Prometheus refuses the query "Ten best contracts": query timed out/,
  ],
  [
    "another server answers for Prometheus",
    { prometheus: refuses(200, "<html>Sign in</html>") },
    /^the response to the query "Ten best contracts" is not from Prometheus/,
  ],
  [
    "a proxy cannot reach Prometheus",
    { prometheus: refuses(502, "Bad Gateway") },
    /^Prometheus at http:\/\/127\.0\.0\.1:\d+ does not answer the query "Ten best contracts": status 502; check that it runs/,
  ],
  [
    "the password is wrong",
    { password: "secret-other" },
    /^the mail server at 127\.0\.0\.1:\d+ did not take the report: .*535.*; nobody received it: correct smtp/s,
  ],
  [
    "the password is empty",
    { password: "\n" },
    /^.*password is empty; make the Secret with this key: npm run preflight names it/,
  ],
  [
    "the mail server refuses the message",
    {
      smtp: {
        disabledCommands: ["STARTTLS"],
        onMailFrom: (_address, _session, callback) => {
          callback(new Error("this sender may not send"));
        },
      },
    },
    /did not take the report: .*this sender may not send.*; nobody received it/s,
  ],
  [
    "the mail server does not encrypt",
    { tls: "required" },
    /did not take the report: .*STARTTLS.*; nobody received it/s,
  ],
  [
    "the mail server's certificate is not trusted",
    { tls: "required", smtp: {} },
    /did not take the report: .*certificate.*; nobody received it/s,
  ],
])("sends nothing where %s", async (_, trial, message) => {
  const ended = await run(await stand(trial), "weekly");
  expect(ended.stderr).toMatch(message);
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr).not.toContain("secret-");
  nothingSent();
});

it("sends nothing where Prometheus is not there", async () => {
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const ended = await run(await stand({}), "weekly", "--prometheus", url);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    new RegExp(
      `^Prometheus at ${url} does not answer the query "${FIRST_SCORE}": .*ECONNREFUSED.*; check that it runs and that the network policy admits report jobs`,
    ),
  );
  nothingSent();
});

it("waits for a Prometheus that is starting", async () => {
  let before = 0;
  const path = await stand({
    prometheus: () =>
      (before += 1) === 1
        ? { status: 503, body: "Service Unavailable" }
        : undefined,
  });
  expect(await run(path, "weekly", "--patience", "30")).toMatchObject({
    code: 0,
  });
  expect(before).toBe(asked.length);
  expect(asked[0]).toEqual(asked[1]);
  expect(mails).toHaveLength(1);
});

it("names recipients that the mail server refused, when others have the report", async () => {
  const summary = definitions().reports["weekly"];
  if (summary?.kind !== "summary") throw new Error("no weekly report");
  const path = await stand({
    smtp: {
      disabledCommands: ["STARTTLS"],
      onRcptTo: ({ address }, _session, callback) => {
        callback(address.startsWith("b@") ? new Error("no mailbox") : null);
      },
    },
    change: {
      reports: {
        weekly: { ...summary, recipients: ["a@example.com", "b@example.com"] },
      },
    },
  });
  const ended = await run(path, "weekly");
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    /refused b@example\.com; the others have the report; correct reports\.recipients/,
  );
  expect(mails).toHaveLength(1);
});

it("says that the mail is sent where Slack refuses, and keeps the webhook to itself", async () => {
  const path = await stand({ slack: { status: 404, body: "no_team" } });
  const ended = await run(path, "weekly");
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    /^the mail is sent, and Slack does not take the message for #monitoring-reports: status 404 no_team; make a new webhook/,
  );
  expect(ended.stderr).not.toContain("secret-webhook");
  expect(mails).toHaveLength(1);
});

it.each<[string, Partial<ReportDefinitions>, string]>([
  [
    "of another form",
    { format: 2 as 1 },
    "the definitions have format 2, this program reads 1; build the image",
  ],
  [
    "of another environment",
    { environment: "staging" },
    "the definitions are for staging, not of production; name that",
  ],
  [
    "without the report",
    { reports: {} },
    'production has no report "weekly"; name one of',
  ],
])("refuses definitions %s", async (_, change, message) => {
  const ended = await run(await stand({ change }), "weekly");
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr).toContain(message);
  nothingSent();
});

it("refuses what is no definition", async () => {
  const next = "; apply the environment again: it writes them\n";
  expect((await run(file("a.json", "{"), "weekly")).stderr).toBe(
    `what holds the definitions is no JSON: it begins with "{"${next}`,
  );
  expect((await run(file("b.json", "[]"), "weekly")).stderr).toBe(
    `what holds the definitions: format is missing${next}`,
  );
});

it.each([
  ["--at", "tomorrow", "write it as 2026-12-01T08:00:00Z"],
  ["--patience", "long", "write whole seconds"],
  ["--print", "pdf", "Allowed choices are markdown, html, slack"],
])("refuses %s %s", async (option, value, message) => {
  const ended = await run(file("c.json", "{}"), "weekly", option, value);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(message);
});
