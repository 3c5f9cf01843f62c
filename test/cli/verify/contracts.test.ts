import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkContracts } from "../../../cli/verify/checks/contracts";
import { checkMetrics } from "../../../cli/verify/checks/metrics";
import type { Finding } from "../../../cli/verify/finding";
import { Server } from "../../../cli/verify/server";
import type { SeriesSettings } from "../../../cli/verify/series";
import type { Service } from "../../../model/service";
import { LivePrometheus } from "../../support/live-prometheus";
import { until } from "../../support/loopback";
import { API, CASES, WORKER, keyOf, page, systems } from "./contract/cases";
import { production } from "../../support/organisation/environments";

describe("what a Prometheus holds of systems", () => {
  let web: HttpServer;
  let prometheus: LivePrometheus;
  beforeAll(async () => {
    web = createServer((request, response) => {
      const [, index = "", app = ""] = (request.url ?? "").split("/");
      response.setHeader("content-type", "text/plain; version=0.0.4");
      response.end(page(Number(index), app));
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    const { port } = web.address() as AddressInfo;
    prometheus = await LivePrometheus.start({
      scrapes: CASES.flatMap((_, index) =>
        [API, WORKER].map((app) => ({
          job: `${keyOf(index)}-${app}`,
          address: `127.0.0.1:${String(port)}`,
          path: `/${String(index)}/${app}`,
          labels: { system: keyOf(index), app, job: app },
        })),
      ),
      groups: [],
      alertmanagers: [],
      externalLabels: {},
      retention: "1d",
    });
    await until("every page was scraped", async () => {
      const answer = await fetch(
        `${prometheus.url}/api/v1/query?query=count(up==1)`,
      );
      return (await answer.text()).includes(
        `"${String(2 * CASES.length + 1)}"`,
      );
    });
  });
  afterAll(async () => {
    await prometheus.stop();
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
  });

  const check = (
    chosen: readonly Service[],
    settings: Partial<SeriesSettings> = {},
  ): Promise<readonly Finding[]> =>
    checkContracts(running(prometheus.url, chosen), {
      now: Date.now(),
      ...settings,
    });

  it.each(CASES.map((each, index) => ({ ...each, index })))(
    "is named where it differs: $what",
    async ({ index, open: due = [], noted = [] }) => {
      const system = systems[index];
      if (system === undefined) throw new Error("no such case");
      const found = await check([system]);
      expect(
        found.flatMap((finding) =>
          finding.outcome === "open"
            ? [
                [
                  finding.subject,
                  `${finding.found.replace(/^(\d+) of \1 label/, "SETS of SETS label")}; allowed: ${finding.expected}`,
                ],
              ]
            : [],
        ),
      ).toEqual(due);
      expect(
        found.flatMap(({ outcome, subject, found: text }) =>
          outcome === "noted" && !subject.startsWith("coverage")
            ? [[subject, text]]
            : [],
        ),
      ).toEqual(noted);
    },
  );

  it("names the metric's declaration, and what to do", async () => {
    const [, renamed] = systems;
    if (renamed === undefined) throw new Error("no such case");
    expect(
      (await check([renamed])).find(({ outcome }) => outcome === "open"),
    ).toMatchObject({
      next: 'correct the value where the metric is exposed, or declare it in services/market-1 metric "market_parcels_total": rules that match the declared values do not see these series',
    });
  });

  it("counts what is declared, seen and read, of each system and of all", async () => {
    const last = systems.at(-1);
    const [first] = systems;
    if (last === undefined || first === undefined) throw new Error("none");
    const texts = (await check([first, last]))
      .filter(({ coverage }) => coverage !== undefined)
      .map(({ subject, found, outcome }) => [subject, outcome, found]);
    expect(texts).toEqual([
      [
        "coverage of market-0",
        "noted",
        "4 of 4 metrics (100 %) seen; 2 of 4 metrics (50 %) read by a rule, an alert, a panel or a report; nothing reads market_parcels_total, market_open",
      ],
      [
        "coverage of market-12",
        "noted",
        "4 of 5 metrics (80 %) seen, 1 more not seen yet; 2 of 5 metrics (40 %) read by a rule, an alert, a panel or a report; nothing reads market_parcels_total, market_open, market_refunds_total",
      ],
      [
        "coverage of all",
        "passed",
        "8 of 9 metrics (88 %) seen, 1 more not seen yet; 4 of 9 metrics (44 %) read by a rule, an alert, a panel or a report",
      ],
    ]);
  });

  it("does not miss the samples of a metric that appears later", async () => {
    const last = systems.at(-1);
    if (last === undefined) throw new Error("none");
    const found = await checkMetrics(running(prometheus.url, [last]));
    expect(found.filter(({ outcome }) => outcome !== "passed")).toEqual([
      expect.objectContaining({
        outcome: "noted",
        subject: "market_refunds_total",
        found: "not seen yet: its first series appears after the first refund",
      }),
    ]);
  });

  it("compares no more series than it asks for, and says so", async () => {
    const [first] = systems;
    if (first === undefined) throw new Error("none");
    const found = await check([first], { mostSeries: 3 });
    expect(found.filter(({ outcome }) => outcome === "open")).toEqual([]);
    expect(
      found.find(({ subject }) => subject === "market_http_requests_total"),
    ).toMatchObject({
      outcome: "noted",
      found:
        "it has more than 3 series; only these were compared, and no buckets",
    });
  });
});

it.each([
  [
    "refuses",
    500,
    /^Prometheus at \S+ answers 500 to \/api\/v1\/series\?match%5B%5D=\S+: overloaded$/,
  ],
  [
    "is slow",
    undefined,
    /^Prometheus at \S+ has not answered \/api\/v1\/series\?match%5B%5D=\S+ within 0\.5 s$/,
  ],
])(
  "asks a server that %s no further, and says so once",
  async (_, status, text) => {
    let asked = 0;
    const web = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "", "http://prometheus");
      if (pathname !== "/api/v1/series") {
        const data = pathname === "/api/v1/metadata" ? {} : [];
        response.end(JSON.stringify({ status: "success", data }));
        return;
      }
      asked += 1;
      if (status === undefined) return;
      response.statusCode = status;
      response.end("overloaded");
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    const { port } = web.address() as AddressInfo;
    const found = await checkContracts(
      running(`http://127.0.0.1:${String(port)}`, systems, 500),
      { now: Date.now() },
    );
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
    // As many as are asked at once, of hundreds.
    expect(asked).toBeLessThanOrEqual(4);
    expect(found).toHaveLength(systems.length);
    expect(new Set(found.map((finding) => finding.found)).size).toBe(1);
    expect(found[0]).toMatchObject({
      outcome: "open",
      found: expect.stringMatching(text) as string,
    });
  },
);

/** What the check needs of an environment. */
const running = (
  url: string,
  chosen: readonly Service[],
  patience?: number,
) => ({
  environment: production,
  services: chosen,
  chosen,
  prometheus: new Server({
    name: "Prometheus",
    url,
    access: "start it",
    ...(patience === undefined ? {} : { patience }),
  }),
});
