import * as v from "valibot";
import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NoAnswer } from "../../../cli/verify/no-answer";
import { Server } from "../../../cli/verify/server";
import { fits } from "../../../input/json";

let web: HttpServer;
let url: string;
const asked: string[] = [];
beforeAll(async () => {
  web = createServer((request, response) => {
    const [, status = "200", body = ""] = (request.url ?? "").split("/");
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push(
        `${request.method ?? ""} ${request.headers["content-type"] ?? ""} ${Buffer.concat(chunks).toString("utf8")}`,
      );
      response.statusCode = Number(status);
      if (status === "302") response.setHeader("location", "/200/{}");
      response.end(decodeURIComponent(body));
    });
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${String((web.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  web.closeAllConnections();
  await new Promise((resolve) => web.close(resolve));
});

const server = (credentials?: string): Server =>
  new Server({
    name: "Grafana",
    url,
    access: "open a way",
    ...(credentials === undefined ? {} : { credentials }),
  });

/** What is found, and what to do, where there is no answer. */
const refusal = async (asking: Promise<unknown>): Promise<string> => {
  try {
    await asking;
  } catch (error) {
    if (error instanceof NoAnswer) return `${error.message} → ${error.next}`;
    throw error;
  }
  return "an answer";
};

it.each([
  [
    "/302",
    "see GRAFANA_AUTH",
    "answers 302 to /302: (nothing) → see GRAFANA_AUTH",
  ],
  [
    "/401/who%3F",
    "see GRAFANA_AUTH",
    "answers 401 to /401/who%3F: who? → see GRAFANA_AUTH",
  ],
  [
    "/403",
    undefined,
    "→ Grafana asks for no credentials: look at what stands before it",
  ],
  [
    "/404",
    undefined,
    "→ look at the address of Grafana, and whether this is deployed",
  ],
  [
    "/500/it%20broke",
    undefined,
    "it broke → see the log of Grafana, then run this again",
  ],
])("says what %s is, and what to do", async (path, credentials, said) => {
  expect(await refusal(server(credentials).ask(path))).toContain(said);
});

it("takes a status for an answer where it is one", async () => {
  expect(await server().ask("/404/%7B%7D", { accepts: [404] })).toEqual({
    status: 404,
    body: {},
  });
});

it("says what of an answer is not as it must be", async () => {
  const GROUPS = v.object({ groups: v.array(v.object({ name: v.string() })) });
  const groups = (body: unknown) => fits(GROUPS, body);
  expect(await refusal(server().read("/200/%7B%7D", groups))).toBe(
    `what ${url} answers to /200/%7B%7D is not what Grafana answers: groups is missing → look at the address of Grafana, and at its version`,
  );
  const path = `/200/${encodeURIComponent('{"groups":[{"name":"a"},{"name":7}]}')}`;
  expect(await refusal(server().read(path, groups))).toBe(
    `what ${url} answers to ${path} is not what Grafana answers: groups[1].name is 7 where a text is due → look at the address of Grafana, and at its version`,
  );
});

it("posts a form, and JSON", async () => {
  asked.length = 0;
  await server().ask("/200/%7B%7D", { form: { query: "a b" } });
  await server().ask("/200/%7B%7D", { json: { count: 1 } });
  expect(asked).toEqual([
    "POST application/x-www-form-urlencoded;charset=UTF-8 query=a+b",
    'POST application/json {"count":1}',
  ]);
});
