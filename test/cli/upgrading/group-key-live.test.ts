import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  groupKey,
  pagerIncidents,
} from "../../../cli/upgrading/pager-incidents";
import { findEngine } from "../../../engines/find-engine";
import { seconds } from "../../../model/duration";
import { AlertmanagerCluster } from "../../support/alertmanager-cluster";
import { until } from "../../support/loopback";

const labels = {
  alertname: "ShopDown",
  system: "shop",
  priority: "P0",
  summary: 'a "quoted, text"',
};

const root = {
  receiver: "default",
  group_by: ["system", "summary", "model"],
  group_wait: "0s",
  routes: [
    {
      // Sorted, as an inventory reads them; Alertmanager sorts them itself.
      matchers: ['priority=~"P0|P1"', 'summary!="x, y"'],
      receiver: "pager",
    },
  ],
};

const events: string[] = [];
const pager = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    events.push(body);
    response.writeHead(202).end("{}");
  });
});

let cluster: AlertmanagerCluster | undefined;
let folder = "";

beforeAll(
  async () => {
    const engine = await findEngine("alertmanager");
    await new Promise<void>((listening) =>
      pager.listen(0, "127.0.0.1", listening),
    );
    const { port } = pager.address() as AddressInfo;
    folder = mkdtempSync(join(tmpdir(), "group-key-"));
    const config = join(folder, "alertmanager.yaml");
    writeFileSync(
      config,
      JSON.stringify({
        route: root,
        receivers: [
          { name: "default" },
          {
            name: "pager",
            pagerduty_configs: [
              {
                routing_key: "key",
                url: `http://127.0.0.1:${String(port)}/`,
              },
            ],
          },
        ],
      }),
    );
    cluster = await AlertmanagerCluster.start({
      engine,
      config,
      folder,
      size: 1,
      peerTimeout: seconds(1),
    });
  },
  20 * 60 * 1000,
);

afterAll(async () => {
  await cluster?.stop();
  pager.close();
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

it("computes the deduplication key that Alertmanager sends to the pager", async () => {
  const [incident] = pagerIncidents(
    {
      alerts: [],
      route: {
        ...root,
        matchers: [],
        continue: false,
        routes: root.routes.map((route) => ({
          ...route,
          continue: false,
          routes: [],
        })),
      },
      pagers: { pager: ["key"] },
      inhibitions: [],
      systems: [],
    },
    labels,
  );
  if (incident === undefined) throw new Error("no pager is notified");
  await cluster?.post([{ labels }]);
  await until("the pager is notified", () => events.length > 0);
  expect(JSON.parse(events[0] ?? "")).toMatchObject({
    dedup_key: createHash("sha256").update(groupKey(incident)).digest("hex"),
  });
});
