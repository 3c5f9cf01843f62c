import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { checkRoutingIn } from "../../../checks/routing/check-routing";
import { routingResults } from "../../../checks/routing/routing-results";
import { walkAll } from "../../../checks/routing/walk";
import type { Service } from "../../../model/service";
import { production, staging } from "../../support/organisation/environments";
import { goodPlatform, goodService } from "../../support/services";

const receivers = (
  services: readonly Service[],
  labels: Readonly<Record<string, string>>,
  environment = production,
): readonly string[] =>
  walkAll(alertmanagerConfig(environment, services), labels).map(
    ({ receiver }) => receiver,
  );

const crashing = (namespace: string, severity = "warning") => ({
  alertname: "KubePodCrashLooping",
  namespace,
  severity,
});

const both = [goodService, goodPlatform];

it.each([
  ["a warning", "shop", "warning", ["shop-p2", "platform-p2"]],
  ["a critical alert", "shop", "critical", ["shop-p1", "platform-p1"]],
  ["an informational alert", "shop", "info", ["null"]],
  ["another namespace", "kube-system", "warning", ["platform-p2"]],
  ["the platform's own", goodPlatform.namespace, "warning", ["platform-p2"]],
])(
  "notifies the team whose namespace it is about, besides the platform's: %s",
  (_, namespace, severity, expected) => {
    expect(receivers(both, crashing(namespace, severity))).toEqual(expected);
  },
);

it("asks the system for the priorities, or whether at all", () => {
  const urgent: Service = {
    ...goodService,
    chartAlerts: { kind: "notify", critical: "P0", warning: "P1" },
  };
  expect(receivers([urgent, goodPlatform], crashing("shop"))).toEqual([
    "shop-p1",
    "platform-p2",
  ]);
  const off: Service = {
    ...goodService,
    chartAlerts: { kind: "off", reason: "its own alerts say the same" },
  };
  expect(receivers([off, goodPlatform], crashing("shop"))).toEqual([
    "platform-p2",
  ]);
});

it("notifies every team of a namespace that several systems share", () => {
  const other = { ...goodService, key: "cart" };
  const all = [...both, other];
  expect(receivers(all, crashing("shop"))).toEqual([
    "shop-p2",
    "cart-p2",
    "platform-p2",
  ]);
  // The first of the two routes goes on to the second, so it hides nothing.
  expect(
    checkRoutingIn(production, all, alertmanagerConfig(production, all)),
  ).toEqual([]);
});

it("does not ask for a team where the environment notifies nobody", () => {
  expect(receivers(both, crashing("shop"), staging)).toEqual(["null"]);
  expect(
    checkRoutingIn(staging, both, alertmanagerConfig(staging, both)),
  ).toEqual([]);
});

it("finds the destinations of all teams, and a tree that forgets one", () => {
  const config = alertmanagerConfig(production, both);
  const [result] = routingResults(production, both, config).filter(
    ({ alert }) => alert.labels["namespace"] === "shop",
  );
  expect(result?.destinations).toContain("slack #shop-alerts");
  const routes = config.route.routes.filter((route) => route.continue !== true);
  expect(
    checkRoutingIn(production, both, {
      ...config,
      route: { ...config.route, routes },
    }).map(({ message }) => message),
  ).toEqual([
    "it notifies 0 of the 1 teams whose namespace it is about",
    "it notifies 0 of the 1 teams whose namespace it is about",
  ]);
});
