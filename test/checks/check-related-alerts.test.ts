import { checkRelatedAlerts } from "../../checks/check-related-alerts";
import { formatProblem } from "../../model/problem";
import type { Alert } from "../../model/alert";
import type { Service } from "../../model/service";
import { goodAlert, goodService } from "../support/services";

const problems = (service: Service): readonly string[] =>
  checkRelatedAlerts([service]).map(formatProblem);

describe("two alerts of one condition", () => {
  const pair = (expr: string): Service => ({
    ...goodService,
    alerts: [
      { ...goodAlert, name: "Worse", priority: "P1", condition: "disk" },
      { ...goodAlert, name: "Bad", priority: "P2", condition: "disk", expr },
    ],
  });

  it("have labels that are known", () => {
    expect(problems(pair("max by (pod) (node_load1) > 1"))).toEqual([]);
    expect(problems(pair("shop_requests_total > 1"))).toEqual([]);
  });

  it("are refused otherwise, as on the series of a chart", () => {
    expect(problems(pair("node_load1 > 1"))).toEqual([
      'services/shop alert "Bad": shares its condition with "Worse", and nothing says which labels its samples have: Alertmanager could not tell which of the two are about the same thing; aggregate by what the alert is about: max by (pod) (…)',
    ]);
  });

  it("may have any labels where there is only one", () => {
    expect(
      problems({
        ...goodService,
        alerts: [{ ...goodAlert, expr: "node_load1 > 1" }],
      }),
    ).toEqual([]);
  });
});

describe("what follows from an alert", () => {
  const caused = (
    first: readonly string[],
    second: readonly string[] = [],
  ): Service => ({
    ...goodService,
    alerts: [
      { ...goodAlert, name: "Cause", causes: first },
      { ...goodAlert, name: "Effect", condition: "errors", causes: second },
    ],
  });

  it("is a condition or the name of an alert", () => {
    expect(problems(caused(["errors"]))).toEqual([]);
    expect(problems(caused(["Effect"]))).toEqual([]);
  });

  it("exists", () => {
    expect(problems(caused(["slo-availability"]))).toEqual([
      'services/shop alert "Cause" causes: names no condition, no alert and no SLO of the system, got slo-availability; correct it: a condition, the name of an alert, or slo-<name>',
    ]);
  });

  it("is not the alert itself, over others either", () => {
    const both = problems(caused(["errors"], ["Cause"]));
    expect(both).toHaveLength(2);
    expect(both[0]).toBe(
      'services/shop alert "Cause" causes: it follows from itself: each of the alerts would inhibit the other, and nobody would be notified; keep the direction from the cause to what users notice',
    );
    expect(problems(caused(["Cause"]))).toHaveLength(1);
  });

  it("is of one system", () => {
    const anySystem: Service = {
      ...goodService,
      alerts: [
        { ...goodAlert, system: { kind: "from-series" }, causes: ["errors"] },
      ],
    };
    expect(problems(anySystem)).toEqual([
      'services/shop alert "ShopErrors" causes: an alert about any system has no consequences in one system; remove the field',
    ]);
  });
});

describe("what one fault brings about together", () => {
  const together = (
    groupWith: readonly string[],
    fields: Partial<Alert> = {},
  ): Service => ({
    ...goodService,
    alerts: [
      { ...goodAlert, name: "Workers", priority: "P0", groupWith, ...fields },
      { ...goodAlert, name: "Api", priority: "P0", condition: "system-down" },
    ],
  });

  it("is a condition or the name of an alert, in both directions too", () => {
    expect(problems(together(["system-down"]))).toEqual([]);
    expect(problems(together(["Api", "Workers"]))).toEqual([]);
  });

  it("exists", () => {
    expect(problems(together(["slo-availability"]))).toEqual([
      'services/shop alert "Workers" groupWith: names no condition, no alert and no SLO of the system, got slo-availability; correct it: a condition, the name of an alert, or slo-<name>',
    ]);
  });

  it("pages, and leaves the page to what it is grouped with", () => {
    const refused =
      'services/shop alert "Workers" groupWith: only alerts of P0 without groupBy share a page; remove the field';
    expect(problems(together(["Api"], { priority: "P1" }))).toEqual([refused]);
    expect(
      problems(
        together(["Api"], {
          expr: "sum by (pod) (shop_requests_total) > 1",
          groupBy: ["pod"],
        }),
      ),
    ).toEqual([refused]);
  });
});

it("refuses to group by a label that the samples lack", () => {
  const by = (label: string): Service => ({
    ...goodService,
    alerts: [
      {
        ...goodAlert,
        expr: "sum by (tenant) (shop_requests_total) > 1",
        groupBy: [label],
      },
    ],
  });
  expect(problems(by("tenant"))).toEqual([]);
  expect(problems(by("resource"))).toEqual([
    'services/shop alert "ShopErrors" groupBy: the samples of the alert have no such label, got resource; allowed: tenant; name one of these, or keep the label in the expression',
  ]);
});
