import { inhibitions } from "../../../alertmanager/inhibitions";
import { checkReadSeries } from "../../../checks/check-read-series";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { metricQueries } from "../../../model/dashboard";
import { days } from "../../../model/duration";
import { TIERS } from "../../../model/slo-tiers";
import type * as tiersModule from "../../../model/slo-tiers";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { checkSloWindows } from "../../../prometheus/slo/check-slo-windows";
import { services } from "../../support/declared";
import type * as otherTiersModule from "../../support/other-tiers";
import { answers, promisingService } from "../../support/slos";

jest.mock("../../../model/slo-tiers", () => {
  const { TIERS: known } = jest.requireActual<typeof tiersModule>(
    "../../../model/slo-tiers",
  );
  return {
    TIERS: jest
      .requireActual<typeof otherTiersModule>("../../support/other-tiers")
      .otherTiers(known),
  };
});

const service = withGeneratedDashboards({
  ...promisingService,
  slos: [
    ...promisingService.slos,
    { ...answers, name: "weekly", period: days(7) },
  ],
});
const rules = ruleGroups(service, production).slos.flatMap(
  (group) => group.rules,
);
const records = rules.flatMap((rule) =>
  "record" in rule ? [`${rule.record} ${JSON.stringify(rule.labels)}`] : [],
);
const names = new Set(records.map((record) => record.split(" ")[0]));

it("is valid", () => {
  expect(TIERS).toHaveLength(6);
  expect(checkSloWindows()).toEqual([]);
});

it("records its windows, and no rule twice", () => {
  for (const window of ["20m", "1h", "12h", "14h", "7d"]) {
    expect(names).toContain(`slo:sli_error:ratio_rate${window}`);
  }
  // Nothing reads it any more.
  expect(names).not.toContain("slo:sli_error:ratio_rate30m");
  expect(records).toEqual([...new Set(records)]);
});

it("alerts on its tiers, each inhibited by the faster ones", () => {
  const alerts = rules.flatMap((rule) =>
    "alert" in rule && rule.labels["slo"] === "answers" ? [rule] : [],
  );
  expect(alerts.map(({ labels }) => labels["burn_tier"])).toEqual([
    "1h",
    "6h",
    "12h",
    "1d",
    "3d",
    "7d",
  ]);
  expect(alerts[1]?.expr).toContain(
    'slo:sli_error:ratio_rate20m{system="shop", slo="answers"}',
  );
  expect(JSON.stringify(inhibitions([service]))).toContain("1d|3d|7d");
});

it("shows the tiers with a colour on graphs, with lines and limits", () => {
  const panel = service.dashboards
    .flatMap(({ panels }) => panels)
    .find(({ title }) => title === "answers: burn rate");
  expect(
    metricQueries(panel?.queries ?? []).map(({ legend }) => legend),
  ).toEqual(["1h", "6h", "12h", "3d"]);
  expect(panel?.thresholds).toMatchObject({
    steps: [
      { colour: "yellow" },
      { colour: "blue" },
      { colour: "orange" },
      { colour: "red" },
    ],
  });
});

it("has no readers of unrecorded series, in all systems", () => {
  const all = services.map(withGeneratedDashboards);
  expect(
    checkReadSeries(
      [staging, production],
      all,
      buildCatalogue(all, allChartMetrics),
    ),
  ).toEqual([]);
});
