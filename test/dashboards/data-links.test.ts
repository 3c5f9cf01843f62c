import type { PanelThresholds } from "../../model/dashboard";
import { percent } from "../../model/ratio";
import { goodService, withAlert } from "../support/services";
import { drawPanel } from "./drawn";
import { aPanel } from "./every-visualisation";

const step = {
  colour: "red",
  alert: "ShopErrors",
  threshold: "errorRatio",
} as const;

const linksOf = (
  steps: Extract<PanelThresholds, { kind: "steps" }>["steps"],
  service = goodService,
): readonly unknown[] | undefined =>
  drawPanel(
    { ...aPanel, thresholds: { kind: "steps", base: "green", steps } },
    service,
  ).fieldConfig.defaults.links;

it("leads from a value to the state and the runbook of the alert, once for each alert", () => {
  expect(linksOf([step, { ...step, colour: "orange" }])).toEqual([
    {
      title: "State of ShopErrors",
      url: "/alerting/list?search=rule%3AShopErrors%20label%3Asystem%3Dshop",
      targetBlank: true,
    },
    {
      title: "Runbook of ShopErrors",
      url: "https://github.com/example/monitoring-stack/blob/main/docs/runbooks/shop/errors.md",
      targetBlank: true,
    },
  ]);
});

it("keeps the heading of a runbook that several alerts share", () => {
  const service = withAlert({ runbook: "shop/queue#shoperrors" });
  expect(linksOf([step], service)?.[1]).toMatchObject({
    url: "https://github.com/example/monitoring-stack/blob/main/docs/runbooks/shop/queue.md#shoperrors",
  });
});

it("does not search by system for an alert whose system comes from the series", () => {
  const service = withAlert({ system: { kind: "from-series" } });
  expect(linksOf([step], service)?.[0]).toMatchObject({
    url: "/alerting/list?search=rule%3AShopErrors",
  });
});

it.each([
  ["written values", [{ colour: "red", from: percent(5) } as const]],
  ["no values", []],
])("leads nowhere with %s", (_, steps) => {
  expect(linksOf(steps)).toBeUndefined();
});
