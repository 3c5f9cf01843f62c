import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkContracts } from "../../../cli/verify/checks/contracts";
import { isOpen } from "../../../cli/verify/finding";
import { Server } from "../../../cli/verify/server";
import { production } from "../../../config/environments/production";
import type { MetricContract } from "../../../model/metric";
import { readsEverySystem } from "../../../model/service";
import type { Service } from "../../../model/service";
import { services } from "../support/declared";
import { exposition } from "../../support/exposition";
import { LivePrometheus } from "../../support/live-prometheus";
import { until } from "../../support/loopback";

/** What exposes a part of a contract, with the labels that scraping adds. */
interface Exposer {
  readonly labels: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

/** A page for each kind of pod, and one for what exporters and jobs show. */
function exposersOf(service: Service): readonly Exposer[] {
  const apps = service.targets.map(({ app }) => app);
  const pages = new Map<string, Record<string, MetricContract[string]>>();
  for (const [name, metric] of Object.entries(service.metrics)) {
    const { source = "application", exposedBy, labels = {} } = metric;
    const own = "system" in labels || readsEverySystem(service);
    const jobs = source === "application" ? (exposedBy ?? apps) : [source];
    for (const job of jobs) {
      const key = own ? job : `${job} ${service.key}`;
      pages.set(key, { ...pages.get(key), [name]: metric });
    }
  }
  return [...pages].map(([key, contract]) => {
    const [job = "", system] = key.split(" ");
    return {
      labels: { job, ...(system === undefined ? {} : { system }) },
      lines: exposition(contract),
    };
  });
}

const exposers = services.flatMap(exposersOf);

let web: HttpServer;
let prometheus: LivePrometheus;
beforeAll(async () => {
  web = createServer((request, response) => {
    const index = Number(request.url?.slice(1));
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(`${exposers[index]?.lines.join("\n") ?? ""}\n`);
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const { port } = web.address() as AddressInfo;
  prometheus = await LivePrometheus.start({
    scrapes: exposers.map(({ labels }, index) => ({
      job: String(index),
      address: `127.0.0.1:${String(port)}`,
      path: `/${String(index)}`,
      // Two systems may push under the same labels.
      labels: { ...labels, instance: `exposer-${String(index)}` },
    })),
    groups: [],
    alertmanagers: [],
    externalLabels: {},
    retention: "1d",
  });
  await until("every page was scraped", async () => {
    const answer = await fetch(
      `${prometheus.url}/api/v1/query?query=count(up==1)`,
    );
    return (await answer.text()).includes(`"${String(exposers.length + 1)}"`);
  });
});
afterAll(async () => {
  await prometheus.stop();
  web.closeAllConnections();
  await new Promise((resolve) => web.close(resolve));
});

it("finds no difference where every system exposes exactly its contract", async () => {
  const found = await checkContracts(
    {
      environment: production,
      services,
      chosen: services,
      prometheus: new Server({
        name: "Prometheus",
        url: prometheus.url,
        access: "start it",
      }),
    },
    { now: Date.now() },
  );
  expect(found.filter(isOpen)).toEqual([]);
  const metrics = services.flatMap((service) => Object.keys(service.metrics));
  expect(metrics.length).toBeGreaterThan(100);
  expect(found.at(-1)?.coverage).toMatchObject({
    declared: metrics.length,
    seen: metrics.length,
  });
});
