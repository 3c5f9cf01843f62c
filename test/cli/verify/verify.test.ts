import { days } from "../../../model/duration";
import { openEntry } from "./open-entry";
import { environment, World, atTheGate } from "./world";
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

  /** Verifies with another environment declared. */
  const declared = (change: Partial<typeof environment>) =>
    world.verify({
      running: {
        ...world.running(),
        environment: { ...environment, ...change },
      },
    });

  it("finds nothing where all is well", async () => {
    const { text, json, holds, evidence } = await world.verify();
    expect(text).toContain("## Open\n\nNothing.\n");
    expect(text).toContain(
      "- Metric contracts of shop: shop_requests_total, shop_duration_seconds, shop_queue\n",
    );
    expect(text).toMatch(/- Metrics of charts: 1\d\d as declared\n/);
    expect(json).toMatchObject({ environment: "production", holds: true });
    expect(json.findings.flatMap(({ coverage = [] }) => coverage)).toEqual([
      {
        declared: 3,
        seen: 3,
        notSeenYet: 0,
        unread: ["shop_duration_seconds", "shop_queue"],
      },
    ]);
    expect(text).toContain(
      "- Metrics of shop: shop_requests_total, shop_duration_seconds, shop_queue\n",
    );
    expect(text).toContain(
      "- Panels of shop: shop/Errors, shop/Now, shop/Lines, shop/Rate of lines, shop/Traces, shop-queries/Log lines, shop-queries/Traces, shop-queries/Traces with an error, shop-queries/Log lines by level, shop-queries/Service map\n",
    );
    expect(text).toContain("- Retention, samples of Prometheus: kept for 90d");
    expect(holds).toBe(true);
    expect(evidence).toBeUndefined();
  });

  describe("the application", () => {
    afterEach(async () => {
      world.application.up = true;
      world.application.healthy = true;
      world.application.hidden.clear();
      await world.settled();
    });

    it("is down", async () => {
      world.application.up = false;
      await world.until(/no sample of probe_success|not up/);
      const { text, holds } = await world.verify();
      const entry = openEntry(text, "target shop (shop)");
      expect(entry).toContain("1 of 1 not up: http://127.0.0.1:");
      expect(entry).toContain(
        "is down (server returned HTTP status 503 Service Unavailable)",
      );
      expect(entry).toContain("  - expected: up, scraped every 1s\n");
      expect(entry).toContain("  - next: ask that address for its metrics");
      expect(holds).toBe(false);
    });

    it("is not healthy, though it answers", async () => {
      world.application.healthy = false;
      await world.until(/answer to probe shop-health[^]*found: it fails/);
    });

    it("lacks a metric of its contract, and only that is missing", async () => {
      world.application.hidden.add("shop_queue");
      await world.until(/\*\*Metrics\*\*/);
      const { text, holds } = await world.verify();
      expect(openEntry(text, "**Metrics**")).toBe(
        [
          "- **Metrics**: shop_queue (shop)",
          "  - found: no sample",
          "  - expected: samples of a gauge",
          "  - next: look for shop_queue at /metrics of the application: it must be there from the start, with zero where nothing has happened yet",
        ].join("\n"),
      );
      expect(text).toContain(
        "| Metrics               | 2      | 0     | 1    |",
      );
      expect(holds).toBe(false);
    });

    it("shows a panel nothing, because a metric is missing", async () => {
      world.application.hidden.add("shop_requests_total");
      await world.until(
        /\*\*Panels\*\*: shop\/Now[^]*1 of 1 queries have no data: sum\(increase\(shop_requests_total\[\d+s\]\)\); no sample of shop_requests_total/,
        // The window of the rate, after which nothing of it is seen any more.
        { now: Date.now() + 600_000 },
      );
    });
  });

  describe("what Prometheus runs", () => {
    afterEach(async () => {
      await world.prometheus.become(world.settings);
      await world.settled();
    });

    it("scrapes less often than declared", async () => {
      const [first, ...others] = world.settings.scrapes;
      await world.prometheus.become({
        ...world.settings,
        scrapes:
          first === undefined ? [] : [{ ...first, interval: "2s" }, ...others],
      });
      await world.until(
        /target shop \(shop\)\n {2}- found: http:\S+ is scraped every 2s\n {2}- expected: up, scraped every 1s/,
      );
    });

    it("does not scrape a target", async () => {
      await world.prometheus.become({
        ...world.settings,
        scrapes: world.settings.scrapes.slice(1),
      });
      await world.until(
        /Prometheus scrapes nothing with system="shop", job="shop-api"/,
      );
    });

    it("has a platform target down, which a run for one system ignores", async () => {
      await world.prometheus.become({
        ...world.settings,
        scrapes: [
          ...world.settings.scrapes,
          { job: "kubelet", address: "127.0.0.1:1", labels: {} },
        ],
      });
      await world.until(
        /job kubelet\n {2}- found: 1 of 1 not up: http:\S+ is down \(.*connection refused\)/,
      );
      const running = world.running();
      const { holds } = await world.verify({
        running: {
          ...running,
          services: [...running.services, { ...shop, key: "other" }],
        },
      });
      expect(holds).toBe(true);
    });

    it("lacks a group", async () => {
      await world.prometheus.become({
        ...world.settings,
        groups: world.settings.groups.filter(
          ({ name }) => name !== "shop-http",
        ),
      });
      const { text, holds } = await world.verify();
      expect(openEntry(text, "group shop-http")).toContain(
        "  - found: it is not loaded\n  - expected: 1 rules without error, every 1s\n  - next: deploy; ",
      );
      expect(holds).toBe(false);
    });

    it.each([
      [
        "asks something else",
        { expr: "vector(1) > 2" },
        "asks something else: vector(1) > 2",
      ],
      ["waits for another time", { for: "1m" }, "waits for 60 s, not 1s"],
      [
        "has another priority",
        { labels: { priority: "P3" } },
        "has other labels",
      ],
      ["is not there", { alert: "Another" }, "is not loaded"],
    ])(
      "has an alert that %s",
      async (_, change, fault) => {
        await world.prometheus.become({
          ...world.settings,
          groups: world.settings.groups.map((group) => ({
            ...group,
            rules: group.rules.map((rule) =>
              "alert" in rule && rule.alert === "ShopFails"
                ? { ...rule, ...change }
                : rule,
            ),
          })),
        });
        // Not until it was evaluated: a rule that is not known yet is open too, for another reason.
        await world.until(
          new RegExp(
            `ShopFails \\(shop\\)\\n {2}- found: it ${fault.replace(/[()]/g, "\\$&")}`,
          ),
        );
        const { text } = await world.verify(atTheGate);
        expect(text).toContain(
          `- [ ] Alerts P0\n  - open: ShopFails: it ${fault}`,
        );
      },
      60_000,
    );

    it("has no Watchdog", async () => {
      await world.prometheus.become({
        ...world.settings,
        groups: world.settings.groups.slice(1),
      });
      await world.until(
        /Watchdog in Prometheus\n {2}- found: it does not fire/,
      );
    });

    it("keeps samples for less than is declared, or than the gate asks", async () => {
      const { text } = await declared({
        prometheus: { ...environment.prometheus, retention: days(120) },
      });
      expect(openEntry(text, "**Retention**")).toContain(
        "  - found: kept for 90d\n  - expected: 120d or more\n",
      );
      const { text: gated } = await world.verify({
        ...atTheGate,
        gate: { ...gate, retention: days(180) },
      });
      expect(gated).toContain(
        "- [ ] Retention\n  - open: samples of Prometheus: kept for 90d",
      );
    });
  });

  describe("Alertmanager", () => {
    afterEach(async () => {
      world.alertmanager.sink.status = undefined;
      await world.settled();
    });

    it("runs something else than what is declared", async () => {
      const running = world.running();
      const { text } = await world.verify({
        running: {
          ...running,
          rendered: {
            ...running.rendered,
            route: { ...running.rendered.route, group_wait: "7s" },
            receivers: [...running.rendered.receivers, { name: "another" }],
          },
        },
      });
      expect(openEntry(text, "configuration of")).toContain(
        'found: 2 differences: route.group_wait is "1s", not "7s"; receivers lacks another\n',
      );
      expect(openEntry(text, "receivers of")).toContain(
        "found: it lacks another\n",
      );
    });

    it("has a heartbeat whose requests fail", async () => {
      world.alertmanager.sink.status = 500;
      await world.until(
        /its messages\n {2}- found: 0 of \d+ requests taken within 10s/,
      );
    });

    it("has silenced Watchdog", async () => {
      const later = new Date(Date.now() + 60_000).toISOString();
      const answer = await fetch(`${world.alertmanager.url}/api/v2/silences`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          matchers: [
            {
              name: "alertname",
              value: "Watchdog",
              isRegex: false,
              isEqual: true,
            },
          ],
          startsAt: new Date().toISOString(),
          endsAt: later,
          createdBy: "Ada",
          comment: "too loud",
        }),
      });
      const { silenceID } = (await answer.json()) as {
        readonly silenceID: string;
      };
      try {
        await world.until(
          /Watchdog in http\S+\n {2}- found: it is suppressed, routed to heartbeat/,
        );
      } finally {
        await fetch(`${world.alertmanager.url}/api/v2/silence/${silenceID}`, {
          method: "DELETE",
        });
      }
    });

    it("has fewer members than are declared, and so has Prometheus", async () => {
      const { text } = await declared({
        alertmanager: { ...environment.alertmanager, replicas: 3 },
        prometheus: { ...environment.prometheus, replicas: 2 },
      });
      expect(openEntry(text, "cluster of")).toContain(
        "found: disabled, 0 members\n  - expected: ready, 3 members",
      );
      expect(openEntry(text, "Alertmanagers that Prometheus sends to")).toMatch(
        /found: 1: http\S+\n {2}- expected: 3, each of them/,
      );
      expect(openEntry(text, "servers of Prometheus")).toContain(
        "found: 1 up\n  - expected: 2 up",
      );
    });
  });
});
