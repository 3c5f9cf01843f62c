import type { Verification } from "../../../cli/verify/verify";
import type { Kept } from "../../support/grafana";
import { openEntry } from "./open-entry";
import { World, atTheGate } from "./world";
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

  /** Verifies with other content in Grafana. */
  async function withKept(
    change: (kept: Kept) => Kept,
    verification: Partial<Verification> = {},
  ): Promise<string> {
    const { kept } = world.grafana;
    world.grafana.kept = change(structuredClone(kept));
    try {
      const { text, holds } = await world.verify(verification);
      expect(holds).toBe(false);
      return text;
    } finally {
      world.grafana.kept = kept;
    }
  }

  it("lacks a dashboard, so that nothing of it counts as seen", async () => {
    const text = await withKept(
      (kept) => ({ ...kept, dashboards: {} }),
      atTheGate,
    );
    const absent = "Grafana has no such dashboard, or does not show it to you";
    const both = "Shop (shop), Shop: logs and traces (shop-queries)";
    for (const [item, of] of [
      ["Page", "Shop (shop)"],
      ["Data", both],
      ["Refresh", "Shop (shop)"],
    ] as const) {
      expect(text).toContain(`- [ ] ${item}\n  - open: ${of}: ${absent}\n`);
    }
  });

  /** Another JSON of the system's own dashboard; the generated one stays. */
  const withJson =
    (change: (json: Record<string, unknown>) => Record<string, unknown>) =>
    (kept: Kept): Kept => ({
      ...kept,
      dashboards: Object.fromEntries(
        Object.entries(kept.dashboards).map(([uid, { json, folder }]) => [
          uid,
          {
            json:
              uid === "shop" ? change(json as Record<string, unknown>) : json,
            folder,
          },
        ]),
      ),
    });
  const withPanels = (change: (panels: Record<string, unknown>[]) => unknown) =>
    withJson((json) => ({
      ...json,
      panels: change(json["panels"] as Record<string, unknown>[]),
    }));

  it.each<[string, (kept: Kept) => Kept, string, string]>([
    [
      "does not refresh a page",
      withJson((json) => ({ ...json, refresh: "" })),
      "**Refresh of dashboards**",
      "found: it is not refreshed\n  - expected: every 30s",
    ],
    [
      "refreshes a page less often",
      withJson((json) => ({ ...json, refresh: "5m" })),
      "**Refresh of dashboards**",
      "found: every 5m\n",
    ],
    [
      "shows fewer panels",
      withPanels((panels) => panels.slice(1)),
      "**Dashboards**",
      'found: it lacks the panel "Errors"\n',
    ],
    [
      "shows a panel of somebody else",
      withPanels((panels) => [
        ...panels,
        { type: "stat", title: "Mine", targets: [] },
      ]),
      "**Dashboards**",
      'found: it has a panel "Mine"\n',
    ],
    [
      "asks something else",
      withPanels(([first, ...others]) => [
        {
          ...first,
          targets: [
            {
              datasource: { type: "prometheus", uid: "prometheus" },
              expr: "vector(1)",
              instant: true,
            },
          ],
        },
        ...others,
      ]),
      "**Dashboards**",
      'found: it asks something else in "Errors"\n',
    ],
    [
      "has the page elsewhere",
      (kept) => ({
        ...kept,
        dashboards: Object.fromEntries(
          Object.entries(kept.dashboards).map(([uid, one]) => [
            uid,
            { ...one, folder: "mine" },
          ]),
        ),
      }),
      "**Dashboards**",
      "found: it is in the folder mine\n  - expected: folder shop-engineering, 5 panels",
    ],
    [
      "lacks a data source",
      (kept) => ({
        ...kept,
        sources: { ...kept.sources, loki: undefined as never },
      }),
      "**Data sources**: Loki (loki)",
      "found: Grafana has no such data source\n",
    ],
    [
      "does not reach a data source",
      (kept) => ({
        ...kept,
        sources: {
          ...kept.sources,
          prometheus: {
            ...kept.sources["prometheus"],
            url: "http://127.0.0.1:1",
            health: { status: 400, message: "connection refused" },
          },
        },
      }),
      "**Data sources**: Prometheus",
      "found: Grafana says: connection refused\n",
    ],
    [
      "cannot ask a source without a check",
      (kept) => ({
        ...kept,
        sources: { ...kept.sources, tempo: { url: "http://127.0.0.1:1" } },
      }),
      "**Data sources**: Tempo",
      "answers 502 to /api/datasources/proxy/uid/tempo/api/echo",
    ],
    [
      "lets somebody edit",
      (kept) => ({
        ...kept,
        rights: {
          "shop-engineering": [
            ...(kept.rights["shop-engineering"] ?? []),
            { userLogin: "eve", permissionName: "Edit" },
          ],
        },
      }),
      "**Access**",
      "found: has user eve Edit\n  - expected: team engineering View, role Editor View\n",
    ],
    [
      "does not let the readers in",
      (kept) => ({ ...kept, rights: { "shop-engineering": [] } }),
      "**Access**",
      "found: lacks team engineering View, lacks role Editor View\n",
    ],
    [
      "lacks a folder",
      (kept) => ({ ...kept, rights: {} }),
      "**Access**",
      "found: Grafana has no such folder, or does not show it to you\n",
    ],
    [
      "has a team without members",
      (kept) => ({ ...kept, teams: {} }),
      "**Access**",
      "found: team engineering has no members\n",
    ],
    [
      "has paused a rule of the second path",
      (kept) => ({
        ...kept,
        rules: { ...kept.rules, "second-path-prometheus": true },
      }),
      "**Redundant alerting**",
      "found: the rule second-path-prometheus is paused\n",
    ],
    [
      "lacks a contact point",
      (kept) => ({ ...kept, contactPoints: ["second-path"] }),
      "**Redundant alerting**",
      "found: lacks the contact point watched-environment\n",
    ],
  ])(
    "%s",
    async (_, change, title, fault) => {
      expect(openEntry(await withKept(change), title)).toContain(fault);
    },
    60_000,
  );

  const empty = withPanels(([first, ...others]) => [
    {
      ...first,
      targets: [
        {
          datasource: { type: "prometheus", uid: "prometheus" },
          expr: "shop_queue > 5",
          instant: true,
        },
      ],
    },
    ...others,
  ]);

  it("shows an empty panel: open, until a person says that it is rightly so", async () => {
    const text = await withKept(empty);
    expect(openEntry(text, "**Panels**")).toBe(
      [
        "- **Panels**: shop/Errors (shop)",
        "  - found: 1 of 1 queries have no data: shop_queue > 5; what it reads has samples",
        "  - expected: data for every query",
        '  - next: use the system until there is something to show; where it is rightly empty, run this with --rightly-empty "shop/Errors"',
      ].join("\n"),
    );
    expect(
      await withKept(empty, { rightlyEmpty: new Set(["shop/Errors"]) }),
    ).not.toContain("**Panels**");
  });

  it("names who is on call and may not look", async () => {
    const { text } = await world.verify({ onCall: ["ada", "bob"] });
    expect(openEntry(text, "**Access**")).toContain(
      "found: bob is in no team that may read it (engineering)\n",
    );
    expect((await world.verify({ onCall: ["ada@example.com"] })).holds).toBe(
      true,
    );
  });
});
