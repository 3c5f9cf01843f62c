import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { routingResults } from "../../../checks/routing/routing-results";
import { production } from "../../../config/environments/production";
import type { Priority } from "../../../model/alert";
import { matrixOf } from "../../../model/notification-path";
import { budgeted } from "../../../model/slo";
import { services } from "../support/declared";

const results = routingResults(
  production,
  services,
  alertmanagerConfig(production, services),
);

/** Receivers and places of the alerts of a name about a system, by priority. */
const ofAlert = (name: string, system: string) =>
  results
    .filter(
      ({ alert }) => alert.name === name && alert.labels["system"] === system,
    )
    .map(({ alert, arrival, destinations: places }) => ({
      priority: alert.labels["priority"],
      path: alert.labels["path"],
      receiver: arrival.receiver,
      kinds: places.map((place) => place.replace(/ .*/, "")).sort(),
    }));

const KINDS = {
  pager: "pagerduty",
  chat: "slack",
  email: "email",
  escalation: "escalation",
} as const;

const systems = services.filter(({ slos }) => budgeted(slos).length > 0);

it.each(systems.map((service) => [service.key, service] as const))(
  "notifies of the budgets of %s as its own priorities say",
  (key, service) => {
    const matrix = matrixOf(service);
    const expected = (priority: Priority) => ({
      priority,
      path: undefined,
      receiver: `${key}-${priority.toLowerCase()}`,
      kinds: matrix[priority].channels.map((role) => KINDS[role]).sort(),
    });
    expect(ofAlert("SloErrorBudgetBurningFast", key)).toEqual([
      expected("P0"),
      expected("P1"),
    ]);
    // Never more urgent than the SLO.
    expect(ofAlert("SloErrorBudgetExhausted", key)).toEqual([
      expected("P1"),
      expected("P2"),
      expected("P3"),
    ]);
    expect(ofAlert("SloErrorBudgetLow", key)).toEqual([
      expected("P2"),
      expected("P3"),
    ]);
    expect(ofAlert("SloDataMissing", key)).toEqual([expected("P2")]);
  },
);

it("sends no mail to those who read none, and pages nobody for an SLO that is P1", () => {
  expect(ofAlert("SloErrorBudgetBurningFast", "codeverify")).toEqual([
    {
      priority: "P0",
      path: undefined,
      receiver: "codeverify-p0",
      kinds: ["pagerduty", "slack"],
    },
    {
      priority: "P1",
      path: undefined,
      receiver: "codeverify-p1",
      kinds: ["slack"],
    },
  ]);
});

it("has an alert for each priority of an SLO whose budget may burn fast", () => {
  expect(
    [
      ...new Set(
        services.flatMap(({ slos }) =>
          budgeted(slos)
            .filter(({ volume }) => volume === "normal")
            .map(({ page }) => page),
        ),
      ),
    ].sort(),
  ).toEqual(["P0", "P1"]);
});
