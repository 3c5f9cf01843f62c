import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Service } from "../../model/service";
import { TEXT_FORMAT, expositions } from "../../prometheus/typical/exposition";
import type { Scrape } from "./live-prometheus";

/** A healthy system whose endpoints answer on loopback, each at a path of its own. */
export class LiveSystem {
  /** What a Prometheus is to scrape. */
  readonly scrapes: readonly Scrape[];
  private readonly server: Server;

  private constructor(scrapes: readonly Scrape[], server: Server) {
    this.scrapes = scrapes;
    this.server = server;
  }

  /** Starts the endpoints of all pods of a system. */
  static async start(service: Service): Promise<LiveSystem> {
    const endpoints = expositions(service, Infinity);
    const started = Date.now();
    const server = createServer((request, response) => {
      const at = Date.now() / 1000;
      const endpoint = endpoints[Number(request.url?.slice(1))];
      response.setHeader("Content-Type", TEXT_FORMAT);
      response.end(endpoint?.textAt({ at, busy: at - started / 1000 }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const scrapes = endpoints.map(({ instance }, index) => ({
      job: `endpoint-${String(index)}`,
      address: `127.0.0.1:${String(port)}`,
      path: `/${String(index)}`,
      labels: instance,
    }));
    return new LiveSystem(scrapes, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
