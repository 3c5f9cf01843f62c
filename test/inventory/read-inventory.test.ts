import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { production, staging } from "../support/organisation/environments";
import type { Inventory, SloEntry } from "../../inventory/inventory";
import { readInventories } from "../../inventory/read-inventory";
import { sloDefinitions } from "../../prometheus/slo/slo-definitions";
import { goodLogAlert, withLogAlert } from "../support/log-alerts";
import { never, promisingService } from "../support/slos";
import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";
import { plain } from "../stacks/output";

const [inventory] = synthesised(
  {
    environments: [plain(production)],
    services: [goodService],
  },
  readInventories,
);

/** Reads a stack whose text was changed after it was written. */
const changed = <T>(
  change: (text: string) => string,
  read: (inventories: readonly Inventory[]) => T,
): T =>
  synthesised(
    {
      environments: [plain(production)],
      services: [goodService],
    },
    (outdir) => {
      const path = join(outdir, "stacks/production/cdk.tf.json");
      writeFileSync(path, change(readFileSync(path, "utf8")));
      return read(readInventories(outdir));
    },
  );

it("counts alerts on logs, which are text in a ConfigMap, as any other", () => {
  const [withLogs] = synthesised(
    {
      environments: [plain(production)],
      services: [withLogAlert()],
    },
    readInventories,
  );
  expect(withLogs?.alerts.find(({ name }) => name === "ShopErrorLogs")).toEqual(
    {
      name: "ShopErrorLogs",
      system: "shop",
      priority: "P2",
      expr: goodLogAlert.expr.replace("{lines}", "5"),
      for: "1m",
    },
  );
});

it("knows of a Grafana that accepts no password", () => {
  const { grafana, ...environment } = plain(production);
  const [tokensOnly] = synthesised(
    {
      environments: [
        { ...environment, grafana: { ...grafana, basicAuthentication: false } },
      ],
      services: [goodService],
    },
    readInventories,
  );
  expect(tokensOnly?.grafanaPasswords).toBe(false);
});

it("reads back what an environment runs", () => {
  expect(inventory).toMatchObject({
    environment: "production",
    backend: "s3",
    kubeconfigContext: "production",
    grafanaPasswords: true,
    monitors: [
      ...["grafana", "prometheus", "alertmanager"].map((part) => ({
        kind: "Probe",
        name: `watch-staging-${part}`,
        system: "platform",
        series: 0,
      })),
      { kind: "ServiceMonitor", name: "shop", system: "shop", series: 10 },
      { kind: "Probe", name: "shop-health", system: "shop", series: 0 },
    ],
    recordingRules: ["shop:errors:ratio_rate5m"],
    alerts: [
      {
        name: "ShopErrors",
        system: "shop",
        priority: "P1",
        expr: 'shop:errors:ratio_rate5m > 0.05 and on () sum(increase(shop_requests_total{status="500"}[5m])) >= 4.5',
        for: "5m",
      },
    ],
    dashboards: [
      { uid: "shop-queries", title: "Shop: logs and traces", panels: 5 },
      { uid: "shop", title: "Shop", panels: 1 },
    ],
    warnings: [],
  });
});

it("reads the dashboard generated from SLOs, in a folder of the service although it declares no dashboard itself", () => {
  const [read] = synthesised(
    {
      environments: [plain(production)],
      services: [{ ...promisingService, alerts: [], dashboards: [] }],
    },
    readInventories,
  );
  expect(read?.dashboards).toMatchObject([
    { uid: "shop-queries", title: "Shop: logs and traces", panels: 5 },
    { uid: "shop-slos", title: "Shop: error budgets", panels: 11 },
  ]);
  expect(read?.addresses).toContainEqual(
    expect.stringMatching(/^grafana_folder\.systems_shop_shop-engineering_/),
  );
});

const files = "stacks/production/files/slos";

it("reads the SLOs of each system, system by system", () => {
  const [read] = synthesised(
    {
      environments: [plain(production)],
      services: [
        promisingService,
        {
          ...promisingService,
          key: "depot",
          slos: [never],
          alerts: [],
          dashboards: [],
        },
      ],
    },
    readInventories,
  );
  expect(read?.slos.map(({ system, name }) => [system, name])).toEqual([
    ["depot", "never"],
    ["shop", "answers"],
    ["shop", "per-status"],
    ["shop", "seldom"],
    ["shop", "never"],
  ]);
  const written: readonly Omit<SloEntry, "system">[] =
    sloDefinitions(promisingService).slos;
  expect(read?.slos[1]).toEqual({ ...written[0], system: "shop" });
  expect(inventory?.slos).toEqual([]);
});

it("refuses SLOs in an unknown form", () => {
  expect(() =>
    synthesised(
      {
        environments: [plain(production)],
        services: [promisingService],
      },
      (outdir) => {
        const path = join(outdir, files, "shop.json");
        const text = readFileSync(path, "utf8");
        writeFileSync(path, text.replace('"version": 1', '"version": 2'));
        return readInventories(outdir);
      },
    ),
  ).toThrow(
    "shop.json has version 2, and only 1 is known here; run npm start with this checkout",
  );
});

it("distinguishes the service's own release from the charts", () => {
  expect(
    inventory?.releases.find(({ name }) => name === "shop-monitoring"),
  ).toEqual({
    name: "shop-monitoring",
    chart: "raw-objects",
    version: "1.0.0",
  });
});

it("names the Secrets that must exist", () => {
  expect(inventory?.secrets.map(({ name }) => name)).toContain("shop-token");
});

it("says what to do where nothing was synthesised", () => {
  expect(() => readInventories("/nowhere")).toThrow(
    "/nowhere holds no stacks; run npm start or npx cdktf synth first",
  );
});

it("lists the address of every resource, sorted", () => {
  const addresses = inventory?.addresses ?? [];
  expect(addresses).toEqual([...addresses].sort());
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(
    addresses.filter((address) => address.startsWith("terraform_data.")),
  ).toHaveLength(1);
  expect(
    addresses.filter((address) => address.startsWith("helm_release.")),
  ).toHaveLength(inventory?.releases.length ?? 0);
});

it("reads each environment by its own name and folder", () => {
  const read = synthesised(
    {
      environments: [staging, production].map(plain),
      services: [goodService],
    },
    (outdir) =>
      readInventories(outdir).map(({ environment, folder }) => [
        environment,
        relative(outdir, folder),
      ]),
  );
  expect(read).toEqual([
    ["production", "stacks/production"],
    ["staging", "stacks/staging"],
  ]);
});

it("sorts addresses of a stack that was written in another order", () => {
  const addresses = changed(
    (text) => {
      const stack = JSON.parse(text) as { resource: object };
      stack.resource = Object.fromEntries(
        Object.entries(stack.resource).reverse(),
      );
      return JSON.stringify(stack);
    },
    (inventories) => inventories[0]?.addresses ?? [],
  );
  expect(addresses).toEqual([...addresses].sort());
  expect(addresses).toEqual(inventory?.addresses);
});

it("refuses values that stand in the stack instead of a file", () => {
  expect(() =>
    changed(
      (text) =>
        text.replace(
          '"${file(\\"${path.module}/files/values/shop-monitoring.json\\")}"',
          '"objects: []"',
        ),
      (inventories) => inventories,
    ),
  ).toThrow("expected an expression that reads a file, got objects: []");
});
