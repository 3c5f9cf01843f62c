import type { InhibitRule } from "../../alertmanager/alertmanager-form";
import { causeInhibitions } from "../../alertmanager/cause-inhibitions";
import { incidentGroups } from "../../alertmanager/incident-groups";
import { percent } from "../../model/ratio";
import { days } from "../../model/duration";
import { PRIORITY_MATRIX } from "../../model/notification-path";
import type { Alert } from "../../model/alert";
import type { Service } from "../../model/service";
import { market } from "../support/organisation/services";
import { goodAlert, goodPlatform, goodService } from "../support/services";

const alert = (name: string, fields: Partial<Alert> = {}): Alert => ({
  ...goodAlert,
  name,
  priority: "P0",
  expr: "sum by (pod) (shop_requests_total) > 1",
  ...fields,
});

const down = alert("ShopDown", {
  condition: "system-down",
  expr: "max(up) == 0",
});

const shop = (...alerts: readonly Alert[]): Service => ({
  ...goodService,
  alerts,
});

const written = (rules: readonly InhibitRule[]): readonly string[] =>
  rules.map(
    ({ source_matchers, target_matchers, equal }) =>
      `${source_matchers.join(" ")} ▶ ${target_matchers.join(" ")} where ${equal.join(" ")}`,
  );

/** Rules of the alerts of one system; those of SLOs are about all systems. */
const rules = (...alerts: readonly Alert[]): readonly string[] =>
  written(causeInhibitions([shop(...alerts)])).filter(
    (rule) => !rule.includes("burn_tier"),
  );

describe("a system that is down", () => {
  it("inhibits all that is less urgent, in every system by one rule", () => {
    expect(rules(down)).toEqual([
      'condition="system-down" ▶ priority=~"P1|P2|P3" condition!="system-down" where system environment',
    ]);
  });

  it("does not inhibit what brought it down, over others either", () => {
    const disk = alert("DiskFull", { priority: "P1", causes: ["ShopQueue"] });
    const queue = alert("ShopQueue", {
      priority: "P1",
      causes: ["system-down"],
    });
    expect(rules(down, disk, queue).slice(0, 2)).toEqual([
      'condition="system-down" system!="shop" ▶ priority=~"P1|P2|P3" condition!="system-down" where system environment',
      'system="shop" condition="system-down" ▶ system="shop" priority=~"P1|P2|P3" condition!~"system-down|DiskFull|ShopQueue" where system environment',
    ]);
  });

  it("inhibits the alert on absent metrics, of the same condition or not", () => {
    const absent = alert("ShopMetricsAbsent", { condition: "system-down" });
    const service: Service = {
      ...shop(down, absent),
      noData: { kind: "alert", alert: "ShopMetricsAbsent", metrics: [] },
    };
    expect(written(causeInhibitions([service]))).toContain(
      'system="shop" condition="system-down" priority="P0" alertname!="ShopMetricsAbsent" ▶ system="shop" alertname="ShopMetricsAbsent" where system environment',
    );
  });
});

it("inhibits what an alert declares to cause, where both agree in the labels of both, and nothing more urgent", () => {
  const cause = alert("PodBroken", {
    priority: "P1",
    causes: ["errors", "slow"],
  });
  expect(
    rules(
      cause,
      alert("Errors", { condition: "errors", priority: "P1" }),
      alert("ManyErrors", { condition: "errors" }),
      alert("Slow", { condition: "slow", priority: "P2", expr: "max(up) > 1" }),
    ).slice(1),
  ).toEqual([
    'system="shop" alertname="PodBroken" priority="P1" ▶ system="shop" alertname="Errors" priority=~"P1|P2|P3" where system environment pod',
    'system="shop" alertname="PodBroken" priority="P1" ▶ system="shop" alertname="Slow" priority=~"P1|P2|P3" where system environment',
  ]);
});

it("inhibits the alerts of an SLO that an alert declares to break, for the same set of its labels", () => {
  const [slo] = market.slos;
  if (slo === undefined) throw new Error("the market has an SLO");
  const service = {
    ...shop(
      alert("Broken", {
        expr: "sum by (region) (shop_requests_total) > 1",
        causes: ["slo-each", "slo-all"],
      }),
    ),
    slos: [
      { ...slo, name: "each", groupBy: ["region"] },
      { ...slo, name: "all" },
    ],
  };
  expect(
    written(causeInhibitions([service])).filter((rule) =>
      rule.includes("Broken"),
    ),
  ).toEqual([
    'system="shop" alertname="Broken" priority="P0" ▶ system="shop" slo="each" priority=~"P0|P1|P2|P3" where system environment region',
    'system="shop" alertname="Broken" priority="P0" ▶ system="shop" slo="all" priority=~"P0|P1|P2|P3" where system environment',
  ]);
});

describe("groups at the end of a route", () => {
  const P0 = { priority: "P0" } as const;
  const groups = (
    service: Service,
    path: Parameters<typeof incidentGroups>[2],
  ) =>
    incidentGroups(service, [service, goodPlatform], path).map(
      ({ matchers, groupBy, timing }) =>
        `${matchers.join(" ")} by ${groupBy.join(" ")}, ${timing}`,
    );

  it("are none where no alert asks for one", () => {
    expect(groups(shop(alert("One"), alert("Other")), P0)).toEqual([]);
  });

  it("follow the labels that make an incident, besides all others", () => {
    const violated = alert("Violated", { groupBy: ["tenant"] });
    const leaked = alert("Leaked", { groupBy: ["tenant"] });
    const lost = alert("Lost", { groupBy: ["pod"], priority: "P1" });
    const service = shop(violated, leaked, lost);
    const all = "alertname severity system environment slo";
    expect(groups(service, P0)).toEqual([
      `alertname=~"Leaked|Violated" by ${all} tenant, as-the-route`,
    ]);
    expect(groups(service, { priority: "P1" })).toEqual([
      `alertname="Lost" by ${all} pod, as-the-route`,
    ]);
  });

  it("hold a cause and what follows from it, on each path by itself", () => {
    const path = { name: "by-night", ...PRIORITY_MATRIX.P0 };
    const service = shop(
      { ...down, causes: ["errors", "dark"] },
      alert("Errors", { condition: "errors" }),
      alert("Dark", { condition: "dark", path }),
      alert("Darker", { causes: ["dark"], path }),
      alert("Alone"),
    );
    expect(groups(service, P0)).toEqual([
      'condition=~"errors|system-down" by system environment, outage',
    ]);
    expect(groups(service, { ...P0, path })).toEqual([
      'condition=~"Darker|dark" by system environment, outage',
    ]);
  });

  it("hold what one fault brings about together", () => {
    const workers = alert("WorkersGone", { groupWith: ["system-down"] });
    expect(groups(shop(down, workers), P0)).toEqual([
      'condition=~"WorkersGone|system-down" by system environment, outage',
    ]);
  });

  it("wait for each other though each incident has a group of its own", () => {
    const service = shop(
      { ...down, causes: ["Errors"] },
      alert("Errors", { groupBy: ["pod"] }),
    );
    expect(groups(service, P0)).toEqual([
      'alertname="Errors" by alertname severity system environment slo pod, outage',
    ]);
  });

  describe("of SLOs", () => {
    const [slo] = market.slos;
    if (slo?.kind === undefined || slo.kind === "zero-tolerance") {
      throw new Error("the market has a budget");
    }
    const pages = {
      ...slo,
      name: "availability",
      page: "P0" as const,
      objective: percent(99.9),
      period: days(30),
    };

    const grouped = { ...pages, groupBy: ["region"] };

    it("are one incident for each SLO where nothing says that the system is down", () => {
      expect(groups({ ...shop(), slos: [pages] }, P0)).toEqual([
        'condition=~"slo-availability|slo-budget" by system environment slo, outage',
      ]);
    });

    it("are one incident with the outage otherwise", () => {
      expect(groups({ ...shop(down), slos: [pages] }, P0)).toEqual([
        'condition=~"slo-availability|slo-budget|system-down" by system environment, outage',
      ]);
    });

    it("are one incident with the outage although they have labels: it takes of every budget", () => {
      expect(groups({ ...shop(down), slos: [grouped] }, P0)).toEqual([
        'condition=~"slo-availability|slo-budget|system-down" by system environment, outage',
      ]);
    });

    it("are one incident for each set of their labels with what breaks them, where that carries the labels", () => {
      const broken = (by: string) =>
        alert("Broken", {
          expr: `sum by (${by}) (shop_requests_total) > 1`,
          causes: ["slo-availability"],
        });
      expect(
        groups({ ...shop(broken("region")), slos: [grouped] }, P0),
      ).toEqual([
        'condition=~"Broken|slo-availability" by system environment region, outage',
      ]);
      expect(groups({ ...shop(broken("pod")), slos: [grouped] }, P0)).toEqual([
        'condition=~"Broken|slo-availability" by system environment, outage',
      ]);
    });

    it("end at the path of the SLO", () => {
      const path = { name: "by-night", ...PRIORITY_MATRIX.P0 };
      const service = {
        ...shop(alert("Broken", { path, causes: ["slo-availability"] })),
        slos: [{ ...pages, path }],
      };
      expect(groups(service, { ...P0, path })).toEqual([
        'condition=~"Broken|slo-availability" by system environment, outage',
      ]);
    });
  });
});
