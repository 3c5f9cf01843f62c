import { checkRelatedAlerts } from "../../checks/check-related-alerts";
import { formatProblem } from "../../model/problem";
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
