import type { PanelThresholds } from "../../model/dashboard";
import { percent } from "../../model/ratio";
import { production } from "../support/organisation/environments";
import { services } from "../support/organisation/services";
import { opened } from "../support/follow-link";
import type { Opened } from "../support/follow-link";
import { goodService, withAlert } from "../support/services";
import { drawPanel } from "./rendered";
import type { RenderedLink } from "./rendered";
import { panelsWithoutLogs } from "./data-links-judgement";
import { aPanel } from "./every-visualisation";

const step = {
  colour: "red",
  alert: "ShopErrors",
  threshold: "errorRatio",
} as const;

const linksOf = (
  steps: Extract<PanelThresholds, { kind: "steps" }>["steps"],
  service = goodService,
): readonly RenderedLink[] =>
  drawPanel(
    { ...aPanel, thresholds: { kind: "steps", base: "green", steps } },
    service,
  ).fieldConfig.defaults.links ?? [];

/** Without those to logs and traces. */
const alertLinksOf = (...args: Parameters<typeof linksOf>) =>
  linksOf(...args).filter(({ url }) => !url.startsWith("/d/"));

it("links a value to the state and the runbook of the alert, once for each alert", () => {
  expect(alertLinksOf([step, { ...step, colour: "orange" }])).toEqual([
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
  expect(linksOf([step], service)[1]).toMatchObject({
    url: "https://github.com/example/monitoring-stack/blob/main/docs/runbooks/shop/queue.md#shoperrors",
  });
});

it("does not search by system for an alert whose system comes from the series", () => {
  const service = withAlert({ system: { kind: "from-series" } });
  expect(linksOf([step], service)[0]).toMatchObject({
    url: "/alerting/list?search=rule%3AShopErrors",
  });
});

it.each([
  ["written values", [{ colour: "red", from: percent(5) } as const]],
  ["no values", []],
])("links to no alert with %s", (_, steps) => {
  expect(alertLinksOf(steps)).toEqual([]);
});

describe("logs and traces", () => {
  /** The links of a panel, each opened at the time that the panel shows. */
  const openedLinks = (
    service = goodService,
  ): readonly (readonly [string, Opened])[] =>
    linksOf([], service).map(({ title, url }) => [
      title,
      opened(
        url
          .replace("${__from}", "1795255230000")
          .replace("${__to}", "1795258830000"),
      ),
    ]);

  it("are those of the system", () => {
    expect(openedLinks().map(([title, { uid }]) => [title, uid])).toEqual([
      ["Logs and traces of Shop", "shop-queries"],
    ]);
  });

  it("are narrowed to the system on the page of every system", () => {
    const [platform] = services;
    expect(
      openedLinks(platform).map(([title, { choices }]) => [title, choices]),
    ).toEqual([["Logs of Platform", { system: ["platform"] }]]);
  });

  it("are nowhere if there are neither", () => {
    expect(
      openedLinks({
        ...goodService,
        logs: { sources: [] },
        traces: { kind: "none", reason: "a test" },
      }),
    ).toEqual([]);
  });

  it("are opened inside Grafana, in the time that the panel shows", () => {
    for (const [, { root, range }] of openedLinks()) {
      expect(root).toBe("");
      expect(range).toEqual({ from: "1795255230000", to: "1795258830000" });
    }
  });

  it("have nothing in them that Grafana or Terraform would fill in but the time", () => {
    for (const { url } of linksOf([])) {
      expect(url.match(/[$%]\{[^}]*\}|\$\w+|\[\[/g)).toEqual([
        "${__from}",
        "${__to}",
      ]);
    }
  });

  it("are logs only for a system that sends no traces", () => {
    expect(
      openedLinks({
        ...goodService,
        traces: { kind: "none", reason: "a test" },
      }).map(([title]) => title),
    ).toEqual(["Logs of Shop"]);
  });
});

it("links every panel of every system to its logs", () => {
  expect(panelsWithoutLogs(services, production)).toEqual([]);
});
