import { production } from "../../environments/production";
import { readInventories } from "../../inventory/read-inventory";
import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";

const [inventory] = synthesised(
  {
    environments: [{ ...production, thresholds: [] }],
    services: [goodService],
  },
  readInventories,
);

it("reads back what an environment runs", () => {
  expect(inventory).toMatchObject({
    environment: "production",
    backend: "s3",
    kubeconfigContext: "production",
    monitors: [
      { kind: "ServiceMonitor", name: "shop", system: "shop", series: 10 },
      { kind: "Probe", name: "shop-health", system: "shop", series: 0 },
    ],
    recordingRules: ["shop:errors:ratio_rate5m"],
    alerts: [
      {
        name: "ShopErrors",
        system: "shop",
        priority: "P1",
        expr: "shop:errors:ratio_rate5m > 0.05",
        for: "5m",
      },
    ],
    dashboards: [{ uid: "shop", title: "Shop", panels: 1 }],
    warnings: [],
  });
});

it("tells the service's own release from the charts", () => {
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
