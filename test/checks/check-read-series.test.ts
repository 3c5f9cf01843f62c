import { checkAll } from "../../checks/check-all";
import { checkReadSeries } from "../../checks/check-read-series";
import { production, staging } from "../support/organisation/environments";
import type * as burnTierModule from "../../model/burn-tier";
import type * as durationModule from "../../model/duration";
import { formatProblem } from "../../model/problem";
import type { Service } from "../../model/service";
import { buildCatalogue } from "../../prometheus/catalogue";
import type { RuleGroup } from "../../prometheus/rules/rule-group";
import type * as ruleGroupsModule from "../../prometheus/rules/rule-groups";
import { plain } from "../stacks/output";
import { goodRunbooks, goodService, watched } from "../support/services";
import { answers, promisingService } from "../support/slos";

/**
 * What is broken: a record whose rules are left out, an environment in which they are, a short
 * window that a tier reads.
 */
let mockLeftOut = { record: "", environment: "" };
let mockShort = "";

jest.mock("../../prometheus/rules/rule-groups", () => {
  const actual = jest.requireActual<typeof ruleGroupsModule>(
    "../../prometheus/rules/rule-groups",
  );
  const without = (groups: readonly RuleGroup[]): readonly RuleGroup[] =>
    groups.map((group) => ({
      ...group,
      rules: group.rules.filter(
        (rule) => !("record" in rule) || rule.record !== mockLeftOut.record,
      ),
    }));
  const ruleGroups: typeof actual.ruleGroups = (service, environment) => {
    const all = actual.ruleGroups(service, environment);
    return environment.name.startsWith(mockLeftOut.environment)
      ? {
          recording: without(all.recording),
          slos: without(all.slos),
          alerts: all.alerts,
        }
      : all;
  };
  return { ...actual, ruleGroups };
});

jest.mock("../../model/burn-tier", () => {
  const actual = jest.requireActual<typeof burnTierModule>(
    "../../model/burn-tier",
  );
  const { minutes } = jest.requireActual<typeof durationModule>(
    "../../model/duration",
  );
  const burnTiers: typeof actual.burnTiers = (slo) =>
    actual
      .burnTiers(slo)
      .map((tier) =>
        tier.name === mockShort ? { ...tier, short: minutes(20) } : tier,
      );
  return { ...actual, burnTiers };
});

beforeEach(() => {
  mockLeftOut = { record: "", environment: "" };
  mockShort = "";
});

const check = (service: Service): readonly string[] =>
  checkAll([staging, production].map(plain), [watched(service)], {
    runbooks: goodRunbooks,
    now: new Date("2026-11-01T00:00:00Z"),
  }).map(formatProblem);

/** New in each test, since rules of a declaration are cached. */
const oneSlo = (): Service => ({
  ...promisingService,
  slos: [{ ...answers }],
});

it("finds nothing where everything is recorded", () => {
  expect(check(oneSlo())).toEqual([]);
  expect(check({ ...promisingService })).toEqual([]);
});

it("names the alert of a tier whose window nobody records", () => {
  mockShort = "6h";
  expect(check(oneSlo())).toEqual([
    'services/shop alert "SloErrorBudgetBurnFast" (slo "answers", burn_tier "6h"): reads "slo:sli_error:ratio_rate20m", which no rule records in staging and production and no contract declares; did you mean "slo:sli_error:ratio_rate30m"? otherwise record it, or declare it in the service\'s metrics',
    'services/shop alert "SloErrorBudgetBurnFast" (slo "answers", burn_tier "6h"): reads "slo:bad_events:rate20m", which no rule records in staging and production and no contract declares; did you mean "slo:bad_events:rate30m"? otherwise record it, or declare it in the service\'s metrics',
    // Its message alone reads all events.
    'services/shop alert "SloErrorBudgetBurnFast" (slo "answers", burn_tier "6h"): reads "slo:total_events:rate20m", which no rule records in staging and production and no contract declares; did you mean "slo:total_events:rate30m"? otherwise record it, or declare it in the service\'s metrics',
  ]);
});

it("names every reader of a series that the SLO rules no longer record: alerts, other rules, generated dashboards, definitions", () => {
  mockLeftOut = { record: "slo:sli_error:ratio_rate6h", environment: "" };
  expect(check(oneSlo())).toEqual([
    'services/shop alert "SloErrorBudgetBurnFast" (slo "answers", burn_tier "6h"): reads "slo:sli_error:ratio_rate6h", which no rule records in staging and production and no contract declares; so do alert "SloErrorBudgetBurnSlow" (slo "answers", burn_tier "3d"), dashboard "shop-slos" panel "answers: burn rate", definition of slo "answers"; did you mean "slo:sli_error:ratio_rate1h"? otherwise record it, or declare it in the service\'s metrics',
  ]);
  mockLeftOut = { record: "slo:error_budget:ratio", environment: "" };
  expect(check(oneSlo())).toEqual([
    'services/shop recording rule "slo:burn_rate:ratio_5m": reads "slo:error_budget:ratio", which no rule records in staging and production and no contract declares; so do recording rule "slo:burn_rate:ratio_1h", recording rule "slo:error_budget_remaining:ratio", recording rule "slo:violated:bool", dashboard "shop-slos" panel "Error budget spent per day", dashboard "shop-slos" panel "answers: burn rate"; record it, or declare it in the service\'s metrics',
  ]);
});

it("says in which environment a declared series is not recorded", () => {
  mockLeftOut = {
    record: "shop:errors:ratio_rate5m",
    environment: "production",
  };
  expect(check({ ...goodService })).toEqual([
    'services/shop alert "ShopErrors": reads "shop:errors:ratio_rate5m", which no rule records in production and no contract declares; so does dashboard "shop" panel "Errors"; record it, or declare it in the service\'s metrics',
  ]);
});

it("checks reports, dashboard variables, and rules that Grafana evaluates", () => {
  const [dashboard] = goodService.dashboards;
  if (dashboard === undefined) throw new Error("the good service has one");
  const service: Service = {
    ...goodService,
    recording: [],
    alerts: [],
    dashboards: [
      {
        ...dashboard,
        panels: [],
        variables: [
          {
            name: "system",
            label: "System",
            metric: "shop:errors:ratio_rate5m",
            values: "system",
          },
          { name: "typed", label: "Typed", kind: "typed" },
        ],
      },
    ],
    reports: ["shop", "not-declared"].map((system) => ({
      system,
      title: system === "shop" ? "Errors" : "Not yet",
      reports: ["weekly"],
      queries: [
        {
          title: "Now",
          expr: "shop:errors:ratio_rate5m",
          unit: "percentunit",
        },
      ],
    })),
  };
  expect(
    checkReadSeries(
      [staging, production],
      [service],
      buildCatalogue([service], []),
    ).map(({ path, message }) => `${path}: ${message}`),
  ).toEqual([
    'services/shop dashboard "shop" variable "system": reads "shop:errors:ratio_rate5m", which no rule records in staging and production and no contract declares; so does report section "Errors"',
    'the second path alert "NotificationsFailing": reads "alertmanager_notifications_failed_total", which no rule records in staging and production and no contract declares',
    'the second path alert "AlertmanagerHoldsNoAlert": reads "alertmanager_alerts", which no rule records in staging and production and no contract declares',
    expect.stringMatching(
      /^the second path alert "PeerUnreachable production grafana": reads "probe_success".* so do .*alert "PeerNotWatched"/,
    ),
  ]);
});
