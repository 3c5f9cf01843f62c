import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { minutes, seconds } from "../../../model/duration";
import { Server } from "../../../cli/verify/server";
import type { Provocation } from "../../../cli/verify/checks/provoked-fault";
import type { Verification } from "../../../cli/verify/verify";
import type { ProvokedFault } from "../../../model/release-gate";
import { freePort } from "../../support/loopback";
import { World, atTheGate } from "./world";
import { gate, shop } from "./shop";
import { describeWith } from "../../support/describe-with";

describeWith("loki", () => {
  let world: World;
  beforeAll(
    async () => {
      world = await World.start();
    },
    20 * 60 * 1_000,
  );
  afterAll(async () => {
    await world.stop();
  });

  const progress: string[] = [];
  const testAlert: Verification["testAlert"] = {
    priorities: ["P0"],
    sender: "Ada",
    grace: 3_000,
    patience: 0,
    pause: 100,
    onProgress: (text) => progress.push(text),
  };

  describe("a release gate", () => {
    it("is open to the system when all was seen, and leaves the decision to a person", async () => {
      const before = world.alertmanager.sink.taken.length;
      const { text, holds, evidence } = await world.verify({
        ...atTheGate,
        testAlert,
      });
      expect(text).toContain("## Open\n\nNothing.\n");
      expect(text).not.toContain("- [ ] Scraped");
      const [checklist = ""] = text.split("## Metrics");
      expect(checklist.match(/- \[x\]/g)?.length).toBe(gate.checklist.length);
      expect(text).toContain(
        "- [x] Phone\n  - Ada has seen: the phone rings\n",
      );
      expect(text).toContain(
        "All of the above is done. Decision and signature are a person's.\n\n- [ ] OPEN\n- [ ] WAIT\n\n**Signature**: \\\n**Timestamp**: \n",
      );
      expect(text).toMatch(
        /- Test alert, P0 of shop: shop P0: reached receiver shop-p0/,
      );
      expect(holds).toBe(true);
      expect(evidence).toMatch(
        /^evidence\/shop_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.md$/,
      );
      const taken = world.alertmanager.sink.taken.slice(before).join("\n");
      expect(taken).toContain("/pagerduty ");
      expect(taken).toContain("TestAlert");
      // Where to look is for the person who looks now.
      expect(progress.join("\n")).toContain("[ ] pager shop shows TEST");
    });

    it.each<[string, Partial<Verification>, string]>([
      [
        "no test alert was tried",
        {},
        "- [ ] Test alert\n  - open: P0 of shop: it was not tried\n",
      ],
      [
        "nobody confirms what only a person sees",
        { testAlert, confirmed: new Set() },
        "- [ ] Phone\n  - open: only a person sees it: the phone rings; then run this again with --confirm phone\n",
      ],
      [
        "nobody says who is on call",
        { testAlert, onCall: [] },
        "- [ ] Access\n  - open: whoever is on call: nobody was named\n",
      ],
    ])(
      "is shut where %s",
      async (_, change, item) => {
        // The trial before holds the group open.
        const { text, holds } = await world.verify({
          ...atTheGate,
          ...change,
        });
        expect(text).toContain(item);
        expect(text).toContain(
          "As long as anything above is open, the gate is shut.",
        );
        expect(holds).toBe(false);
      },
      60_000,
    );

    it("is shut while a channel refuses the test alert", async () => {
      world.alertmanager.sink.status = 404;
      try {
        const { text, holds } = await world.verify({ ...atTheGate, testAlert });
        expect(text).toMatch(
          /- \[ \] Test alert\n {2}- open: P0 of shop: shop-p0\/\w+: 0 of 1 messages taken/,
        );
        expect(text).toContain(
          "  - next: see docs/test-alerts.md, When it fails",
        );
        expect(holds).toBe(false);
      } finally {
        world.alertmanager.sink.status = undefined;
        await world.settled();
      }
    });

    it("is shut where a foreign configuration runs, and sends nothing", async () => {
      const running = world.running();
      const { text, holds } = await world.verify({
        ...atTheGate,
        testAlert,
        running: {
          ...running,
          environment: {
            ...running.environment,
            notification: {
              ...running.environment.notification,
              pager: { kind: "off", reason: "a test" },
            },
          },
        },
      });
      expect(text).toMatch(
        /open: P0 of shop: this Alertmanager does not run the configuration of production: its receiver shop-p0/,
      );
      expect(holds).toBe(false);
    });
  });

  describe("a provoked fault", () => {
    const provocation = (change: Partial<ProvokedFault> = {}): Provocation => ({
      service: shop,
      fault: {
        path: "/fail",
        body: { count: 100 },
        alert: "ShopFails",
        within: minutes(1),
        ...change,
      },
      application: new Server({
        name: "Shop",
        url: world.applicationUrl,
        access: "open a way to the shop",
      }),
      pause: 100,
      grace: 5_000,
      onProgress: () => undefined,
    });
    afterEach(async () => {
      world.application.errors = 1;
      await world.quiet();
    });

    it("makes the alert fire, and every channel of its receiver gets it", async () => {
      const { text, holds } = await world.verify({
        ...atTheGate,
        provocation: provocation(),
      });
      expect(world.application.asked).toContain("/fail");
      expect(text).toMatch(
        /- Test alert, ShopFails after a provoked fault: fires, receiver shop-p0, .*shop-p0\/pagerduty: [1-9] of 1 messages taken/,
      );
      expect(text).toContain("- [x] Test alert\n");
      expect(holds).toBe(true);

      // It fires still: another trial would show nothing.
      const again = await world.verify({ provocation: provocation() });
      expect(again.text).toContain(
        "found: it is pending or fires already, so that nothing can be shown\n",
      );
      expect(again.holds).toBe(false);
    });

    it("has failed where the alert does not fire in time", async () => {
      const { text, holds } = await world.verify({
        provocation: {
          ...provocation({ alert: "ShopErrors", within: seconds(2) }),
          grace: 1_000,
        },
      });
      expect(text).toMatch(/found: it is pending after 2s\n/);
      expect(holds).toBe(false);
    });
  });

  describe("a server", () => {
    const parts = ["prometheus", "alertmanager", "grafana", "loki"] as const;
    const NAMES = {
      prometheus: "Prometheus",
      alertmanager: "Alertmanager",
      grafana: "Grafana",
      loki: "Loki",
    };

    it.each(parts)(
      "that does not answer is open: %s",
      async (part) => {
        const url = `http://127.0.0.1:${String(await freePort())}`;
        const { text, holds } = await world.verify({
          running: world.running({ [part]: url }),
        });
        expect(text).toContain(
          `  - found: nothing answers at ${url}, where ${NAMES[part]} should: connect ECONNREFUSED`,
        );
        expect(text).toContain(
          `  - next: open a way to ${NAMES[part]}, then run this again`,
        );
        expect(holds).toBe(false);
      },
      60_000,
    );

    /** Something that answers the same to everything. */
    async function answering(
      answer: string | undefined,
      act: (url: string) => Promise<void>,
    ): Promise<void> {
      const server: HttpServer = createServer((_request, response) => {
        if (answer !== undefined) response.end(answer);
      });
      await new Promise<void>((resolve) =>
        server.listen(0, "127.0.0.1", resolve),
      );
      const { port } = server.address() as AddressInfo;
      try {
        await act(`http://127.0.0.1:${String(port)}`);
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    }

    it.each(parts)(
      "that is something else is open: %s",
      async (part) => {
        for (const [answer, said] of [
          ["<html>Sign in</html>", "but <html>Sign in</html>"],
          ["{}", `is not what ${NAMES[part]} answers: `],
          ["[]", `is not what ${NAMES[part]} answers: `],
          ['{"status":"success"}', `is not what ${NAMES[part]} answers: `],
        ] as const) {
          await answering(answer, async (url) => {
            const { text, holds } = await world.verify({
              ...atTheGate,
              testAlert,
              running: world.running({ [part]: url }),
            });
            expect(text).toContain(said);
            expect(text).toContain(
              `  - next: look at the address of ${NAMES[part]}`,
            );
            expect(holds).toBe(false);
          });
        }
      },
      120_000,
    );

    it("that says nothing is waited for once", async () => {
      await answering(undefined, async (url) => {
        const running = world.running();
        const began = Date.now();
        const { text, holds } = await world.verify({
          running: {
            ...running,
            prometheus: new Server({
              ...running.prometheus.facts,
              url,
              patience: 500,
            }),
          },
        });
        expect(text).toContain(
          `found: Prometheus at ${url} has not answered /api/v1/targets?state=active within 0.5 s\n`,
        );
        expect(holds).toBe(false);
        expect(Date.now() - began).toBeLessThan(10_000);
      });
    });

    it("that does not let one in says what to do", async () => {
      const running = world.running();
      const { text, holds } = await world.verify({
        running: {
          ...running,
          grafana: new Server({
            ...running.grafana.facts,
            headers: { authorization: "Bearer wrong" },
            credentials: "see that GRAFANA_AUTH is right",
          }),
        },
      });
      expect(text).toMatch(
        /answers 401 to \S+: \{"message":"Invalid username or password"\}/,
      );
      expect(text).toContain("  - next: see that GRAFANA_AUTH is right\n");
      expect(text).not.toContain("wrong");
      expect(holds).toBe(false);
    });
  });
});
