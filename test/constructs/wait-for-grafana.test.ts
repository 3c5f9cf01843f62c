import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const SCRIPT = join(
  __dirname,
  "../../constructs/grafana-ready/wait-for-grafana.mjs",
);

/** @param onWord called with the script's output, as it arrives */
const run = (
  environment: Readonly<Record<string, string>>,
  onWord: () => void = () => undefined,
): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [SCRIPT],
      {
        env: {
          PATH: process.env["PATH"],
          PAUSE_MILLISECONDS: "50",
          ...environment,
        },
      },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
    child.stdout?.once("data", onWord);
  });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A Grafana on loopback that answers with each status in turn, and then with the last. */
const grafana = (statuses: readonly number[]): Promise<string> =>
  new Promise((resolve) => {
    let asked = 0;
    const server = createServer((request, response) => {
      const status = statuses[Math.min(asked, statuses.length - 1)] ?? 500;
      asked += 1;
      response.writeHead(request.url === "/api/health" ? status : 404).end();
    });
    servers.push(server);
    server.listen(0, "127.0.0.1", () => {
      resolve(
        `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
      );
    });
  });

it("goes on at once when Grafana answers", async () => {
  const url = await grafana([200]);
  expect(await run({ GRAFANA_URL: `${url}/` })).toEqual({
    code: 0,
    stdout: `Grafana answers at ${url}/\n`,
    stderr: "",
  });
});

it("waits while Grafana starts, and says for what", async () => {
  const url = await grafana([503, 503, 200]);
  const { code, stdout } = await run({ GRAFANA_URL: url });
  expect(code).toBe(0);
  expect(stdout).toContain(
    `waiting for Grafana at ${url}/api/health (HTTP 503)`,
  );
});

it("waits for a Grafana that does not listen yet", async () => {
  const url = await grafana([200]);
  const server = servers[0];
  if (server === undefined) throw new Error("no server was started");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { code, stdout } = await run({ GRAFANA_URL: url }, () => {
    server.listen(port, "127.0.0.1");
  });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `waiting for Grafana at ${url}/api/health (ECONNREFUSED)\nGrafana answers at ${url}\n`,
  });
});

it("does not take a page elsewhere for Grafana", async () => {
  const url = await grafana([200]);
  const { code, stderr } = await run({
    GRAFANA_URL: `${url}/elsewhere`,
    TIMEOUT_SECONDS: "0",
  });
  expect(code).toBe(1);
  expect(stderr).toContain("(last: HTTP 404)");
});

it("gives up with what to do when Grafana never answers", async () => {
  const { code, stderr } = await run({
    // A port that nothing listens on.
    GRAFANA_URL: "http://127.0.0.1:1",
    TIMEOUT_SECONDS: "0.2",
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^Grafana did not answer at http:\/\/127\.0\.0\.1:1\/api\/health within 0\.2 s \(last: .+\)\. Make it reachable \(ingress, or kubectl port-forward with TF_VAR_grafana_url\) and apply again\.\n$/,
  );
});

it("says what is missing without Grafana's URL", async () => {
  expect(await run({})).toMatchObject({
    code: 2,
    stderr: "GRAFANA_URL is not set\n",
  });
});
