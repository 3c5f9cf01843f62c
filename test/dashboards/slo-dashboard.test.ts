import { checkDashboards } from "../../dashboards/check-dashboards";
import { sloDashboard } from "../../dashboards/slo-dashboard";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import { metricQueries } from "../../model/dashboard";
import type { Dashboard, Panel } from "../../model/dashboard";
import { days } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { Slo } from "../../model/slo";
import { burnRateSteps } from "../../model/slo-dashboard";
import { thresholdText } from "../../model/threshold";
import {
  answers,
  never,
  perStatus,
  promisingService,
  seldom,
} from "../support/slos";
import { goodService } from "../support/services";
import { drawDashboard } from "./rendered";
import { plain } from "../stacks/output";

function pageOf(slos: readonly Slo[]): Dashboard {
  const [page, ...others] = sloDashboard({ ...goodService, slos });
  if (page === undefined || others.length > 0) throw new Error("not one page");
  return page;
}

const texts = ({ panels }: Dashboard): readonly string[] =>
  panels.map(
    ({ id, number, title, visualisation, over, width, queries }) =>
      `${String(number)} ${id} ${title}: ${visualisation.kind}${over === undefined ? "" : ` over ${over.toString()}`}${width === undefined ? "" : `, ${String(width)} wide`}\n${metricQueries(
        queries,
      )
        .map(({ expr, legend = "" }) => `${legend}: ${expr}`)
        .join("\n")}`,
  );

it("is one page about all SLOs and about each", () => {
  const page = pageOf(promisingService.slos);
  expect(page).toMatchObject({
    uid: "shop-slos",
    title: "Shop: error budgets",
    access: "engineering",
  });
  expect(page.refresh.toString()).toBe("1m");
  expect(texts(page).join("\n\n"))
    .toBe(`1 violated Violated: state-timeline over 30d, 24 wide
{{slo}}: max_over_time(slo:violated:bool{system="shop", slo=~"answers|seldom"}[$__rate_interval])
{{slo}} {{status}}: max_over_time(slo:violated:bool{system="shop", slo=~"per-status|never"}[$__rate_interval])

2 sli-against-objective SLI against objective: table
SLI: max without (system) (1 - slo:sli_error:ratio_period{system="shop"})
Objective: max without (system) (
  slo:sli_error:ratio_period{system="shop"} * 0 + on (system, slo) group_left () slo:objective:ratio{system="shop"}
  or on (system, slo) slo:objective:ratio{system="shop"}
)

3 budget-remaining Error budget remaining: gauge
{{slo}}: slo:error_budget_remaining:ratio{system="shop", slo=~"answers|seldom"}
{{slo}} {{status}}: slo:error_budget_remaining:ratio{system="shop", slo=~"per-status"}

4 budget-remaining-course Error budget remaining, course: timeseries over 30d
{{slo}}: slo:error_budget_remaining:ratio{system="shop", slo=~"answers|seldom"}
{{slo}} {{status}}: slo:error_budget_remaining:ratio{system="shop", slo=~"per-status"}

5 budget-spent-per-day Error budget spent per day: barchart over 30d
{{slo}}: slo:bad_events:rate1d{system="shop", slo=~"answers|seldom"}
  / (slo:total_events:rate30d{system="shop", slo=~"answers|seldom"} > 0)
  / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo=~"answers|seldom"}
  / on (system, slo) group_left () slo:time_period:days{system="shop", slo=~"answers|seldom"}
{{slo}} {{status}}: slo:bad_events:rate1d{system="shop", slo=~"per-status"}
  / (slo:total_events:rate7d{system="shop", slo=~"per-status"} > 0)
  / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo=~"per-status"}
  / on (system, slo) group_left () slo:time_period:days{system="shop", slo=~"per-status"}

11 answers-sli answers: SLI against objective: timeseries over 30d, 9 wide
SLI over 30d: 1 - slo:sli_error:ratio_period{system="shop", slo="answers"}
objective: slo:objective:ratio{system="shop", slo="answers"}

12 answers-burn-rate answers: burn rate: timeseries, 9 wide
1h: slo:burn_rate:ratio_1h{system="shop", slo="answers"}
6h: slo:sli_error:ratio_rate6h{system="shop", slo="answers"} / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo="answers"}
3d: slo:sli_error:ratio_rate3d{system="shop", slo="answers"} / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo="answers"}

13 answers-month answers: this month: stat, 6 wide
error ratio: slo:sli_error:ratio_calendar_month{system="shop", slo="answers"}

21 per-status-sli per-status: SLI against objective: timeseries over 7d, 12 wide
SLI over 7d {{status}}: 1 - slo:sli_error:ratio_period{system="shop", slo="per-status"}
objective: slo:objective:ratio{system="shop", slo="per-status"}

22 per-status-burn-rate per-status: burn rate: timeseries, 12 wide
1h {{status}}: slo:burn_rate:ratio_1h{system="shop", slo="per-status"}
6h {{status}}: slo:sli_error:ratio_rate6h{system="shop", slo="per-status"} / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo="per-status"}
3d {{status}}: slo:sli_error:ratio_rate3d{system="shop", slo="per-status"} / on (system, slo) group_left () slo:error_budget:ratio{system="shop", slo="per-status"}

31 seldom-sli seldom: SLI against objective: timeseries over 30d, 24 wide
SLI over 30d: 1 - slo:sli_error:ratio_period{system="shop", slo="seldom"}
objective: slo:objective:ratio{system="shop", slo="seldom"}`);
});

it("names no SLO in queries that read all of a system's SLOs alike", () => {
  const [violated] = texts(pageOf([answers, seldom]));
  expect(violated).toContain('slo:violated:bool{system="shop"}[');
});

it("reads the total of each period by its own name", () => {
  const week = { ...seldom, name: "weekly", period: days(7) };
  const spent = texts(pageOf([answers, week])).find((text) =>
    text.startsWith("5 "),
  );
  expect(spent).toContain(
    'slo:total_events:rate30d{system="shop", slo=~"answers"}',
  );
  expect(spent).toContain(
    'slo:total_events:rate7d{system="shop", slo=~"weekly"}',
  );
});

it("shows for an SLO without budget only whether it is violated", () => {
  expect(texts(pageOf([never]))).toEqual([
    `1 violated Violated: state-timeline over 30d, 24 wide
{{slo}} {{status}}: max_over_time(slo:violated:bool{system="shop"}[$__rate_interval])`,
  ]);
});

it("does not exist without SLOs", () => {
  expect(sloDashboard(goodService)).toEqual([]);
  const uids = withGeneratedDashboards(goodService).dashboards.map(
    ({ uid }) => uid,
  );
  expect(uids).not.toContain("shop-slos");
});

it("numbers the panels so that they keep their address when an SLO is appended", () => {
  const ids = (slos: readonly Slo[]): readonly number[] =>
    drawDashboard(pageOf(slos)).panels.map(({ id }) => id);
  expect(ids([answers, never])).toEqual([1, 2, 3, 4, 5, 11, 12, 13]);
  expect(ids([answers, never, perStatus])).toEqual([
    1, 2, 3, 4, 5, 11, 12, 13, 21, 22,
  ]);
});

it("has no mistake, and neither has it beside declared pages", () => {
  expect(
    checkDashboards(
      [withGeneratedDashboards(promisingService)],
      [plain(production), plain(staging)],
    ),
  ).toEqual([]);
});

describe("the limits of a panel", () => {
  const stepsOf = ({ thresholds }: Pick<Panel, "thresholds">): string =>
    thresholds.kind === "none"
      ? "none"
      : thresholds.steps.reduce<string>(
          (text, step) =>
            `${text} <${"from" in step ? thresholdText(step.from) : step.alert} ${step.colour}`,
          thresholds.base,
        );
  const panelOf = (slos: readonly Slo[], id: string): Panel => {
    const panel = pageOf(slos).panels.find((candidate) => candidate.id === id);
    if (panel === undefined) throw new Error(`no panel ${id}`);
    return panel;
  };

  it.each([
    [
      "of a month are those of its tiers",
      answers,
      "green <1 yellow <6 orange <14.4 red",
    ],
    [
      "of a week are those of its tiers",
      perStatus,
      "green <0.98 yellow <3.5 orange <13.44 red",
    ],
    [
      "leave out a tier that cannot fire",
      { ...answers, objective: percent(90) },
      "green <1 yellow <6 orange",
    ],
    [
      "are none where there are no tiers",
      { ...answers, volume: "low" },
      "none",
    ],
  ] as const)("about burn rates %s", (_, slo, steps) => {
    expect(stepsOf({ thresholds: burnRateSteps(slo) })).toBe(steps);
  });

  it.each([
    ["whether it is violated", "violated", "green <1 red"],
    [
      "what remains",
      "budget-remaining",
      "red <0 orange <0.25 yellow <0.5 green",
    ],
    [
      "how that changed",
      "budget-remaining-course",
      "red <0 orange <0.25 yellow <0.5 green",
    ],
    [
      "the burn rate",
      "answers-burn-rate",
      "green <1 yellow <6 orange <14.4 red",
    ],
    ["the month", "answers-month", "green <0.001 red"],
  ])("about %s", (_, id, steps) => {
    expect(stepsOf(panelOf([answers], id))).toBe(steps);
  });
});
