import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HttpFailure, request } from "../../../cli/http/request";
import type { HttpRequest } from "../../../cli/http/request";

let server: Server | undefined;
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => {
    if (server === undefined) resolve();
    else
      server.close(() => {
        resolve();
      });
  });
  server = undefined;
});

/** A server whose answers come one after the other; the last one again and again. */
async function answering(
  ...answers: readonly [RequestListener, ...RequestListener[]]
): Promise<string> {
  const web = createServer((incoming, response) => {
    const answer = answers[asked.length] ?? answers.at(-1);
    asked.push(incoming.method ?? "");
    answer?.(incoming, response);
  });
  server = web;
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${String((web.address() as AddressInfo).port)}`;
}

const status =
  (code: number, body = ""): RequestListener =>
  (_, response) => {
    response.writeHead(code).end(body);
  };
const hangUp: RequestListener = ({ socket }) => {
  socket.destroy();
};
const breakOff: RequestListener = (_, response) => {
  response.writeHead(200, { "content-length": "10" });
  response.write("half", () => response.socket?.destroy());
};

/** Tries again at once: pauses are not what is tried. */
const QUICK = { times: 2, firstPause: 1, longestPause: 1 };

const ask = (url: string, more: Partial<HttpRequest> = {}) =>
  request({ url, patience: 20_000, retries: QUICK, ...more });

/** Why there was no answer. */
const failure = async (asking: Promise<unknown>): Promise<string> => {
  try {
    await asking;
  } catch (error) {
    if (error instanceof HttpFailure) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return "an answer";
};

it.each<[string, RequestListener]>([
  ["is unavailable for the moment", status(503, "starting")],
  ["is overloaded", status(429)],
  ["is behind a proxy that cannot connect to it", status(502)],
  ["hangs up", hangUp],
  ["breaks off", breakOff],
])("retries where a server %s", async (_, first) => {
  const url = await answering(first, status(200, "well"));
  expect(await ask(url)).toEqual({ status: 200, text: "well" });
  expect(asked).toEqual(["GET", "GET"]);
});

it("retries a POST that only queries", async () => {
  const url = await answering(status(503), status(200));
  await ask(url, { form: { query: "up" } });
  expect(asked).toEqual(["POST", "POST"]);
});

it("gives up after the given number of retries, with the last answer", async () => {
  const url = await answering(status(503, "a"), status(503, "b"), status(502));
  expect(await ask(url)).toEqual({ status: 502, text: "" });
  expect(asked).toHaveLength(3);
});

it.each<[string, RequestListener, number]>([
  ["is an error of its own", status(500), 500],
  ["is a refusal", status(403), 403],
  ["is a redirect", status(302), 302],
  [
    "is a query that took too long",
    status(503, '{"status":"error","errorType":"timeout"}'),
    503,
  ],
])("does not retry an answer that %s", async (_, answer, code) => {
  const url = await answering(answer);
  expect((await ask(url)).status).toBe(code);
  expect(asked).toHaveLength(1);
});

it.each<[string, RequestListener]>([
  ["was not taken", status(503)],
  ["may have arrived", hangUp],
])(
  "never retries a request that changes something and %s",
  async (_, answer) => {
    const url = await answering(answer);
    await request({ url, patience: 20_000, json: [] }).catch(() => undefined);
    expect(asked).toEqual(["POST"]);
  },
);

it("says that nothing answers, and no address", async () => {
  const url = await answering(hangUp);
  server?.close();
  server = undefined;
  expect(await failure(ask(url))).toMatch(
    /^unreachable: (connect ECONNREFUSED|other side closed|read ECONNRESET)/,
  );
});

it("waits for the given time, all tries together", async () => {
  const url = await answering(status(503), () => undefined);
  expect(await failure(ask(url, { patience: 300 }))).toBe(
    "late: no answer within 0.3 s",
  );
  expect(asked).toHaveLength(2);
});

it("reads up to the given size, and no more", async () => {
  const url = await answering(status(200, "x".repeat(100)));
  expect((await ask(url, { largest: 100 })).text).toHaveLength(100);
  expect(await failure(ask(url, { largest: 99 }))).toBe(
    "too-large: the answer has more than 99 bytes",
  );
  expect(asked).toHaveLength(2);
});
