import { dashboardJson } from "../../dashboards/dashboard-json";
import { production } from "../support/environments/production";
import { milliseconds, minutes, seconds } from "../../model/duration";
import { goodService } from "../support/services";
import { drawDashboard } from "./rendered";
import { everyVisualisation } from "./every-visualisation";

it("writes the same text twice", () => {
  const once = dashboardJson(everyVisualisation, goodService, production);
  expect(dashboardJson(everyVisualisation, goodService, production)).toBe(once);
});

it("writes the same text whatever the order of the declaration's keys", () => {
  const reversed = Object.fromEntries(
    Object.entries(everyVisualisation).reverse(),
  ) as unknown as typeof everyVisualisation;
  expect(dashboardJson(reversed, goodService, production)).toBe(
    dashboardJson(everyVisualisation, goodService, production),
  );
});

it("keeps a title in any script", () => {
  expect(drawDashboard({ ...everyVisualisation, title: "仪表盘" }).title).toBe(
    "仪表盘",
  );
});

it.each([
  ["seconds", seconds(30), "30s"],
  ["whole minutes", minutes(2), "2m"],
  ["whole hours", minutes(120), "2h"],
  ["whole days", minutes(2880), "2d"],
  ["more than a minute, in one unit", seconds(90), "90s"],
  ["a fraction of a second", milliseconds(500), "0.5s"],
])("writes refresh in %s as Grafana reads it", (_, refresh, text) => {
  expect(drawDashboard({ ...everyVisualisation, refresh }).refresh).toBe(text);
});
