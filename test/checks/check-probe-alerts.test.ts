import { checkProbeAlerts } from "../../checks/check-probe-alerts";
import type { Alert } from "../../model/alert";
import { minutes } from "../../model/duration";
import { formatProblem } from "../../model/problem";
import type { Service } from "../../model/service";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import { goodAlert, goodService } from "../support/services";

/** The good service with one alert and no other. */
const withAlert = (change: Partial<Alert>): Service => ({
  ...goodService,
  alerts: [{ ...goodAlert, ...change }],
});

const check = (service: Service): readonly string[] =>
  checkProbeAlerts([service], [staging, production]).map(formatProblem);

const unread = (where: string): string =>
  `services/shop probe "shop-health": no alert of the system reads it in ${where}: nobody would be notified that it fails, got probe_success{system="shop", probe="health"}; add systemDown of patterns/alerts/absence.ts to the alerts, with a runbook page, or remove the probe`;

it.each([
  ["its name", 'max(probe_success{system="shop", probe="health"}) == 0'],
  ["its job", 'probe_success{job="shop-health"} == 0'],
  ["a pattern", 'probe_success{system="shop", probe=~"health|page"} == 0'],
  [
    "any name but others",
    'probe_success{system="shop", probe!="page", probe!~"r.*"} == 0',
  ],
  ["its absence alone", 'absent(probe_success{system="shop", probe="health"})'],
  [
    "a limit by name",
    'avg(probe_success{system="shop", probe="health"}) < {errorRatio}',
  ],
])("counts a probe as read by %s", (_, expr) => {
  expect(check(withAlert({ expr }))).toEqual([]);
});

it.each([
  ["another series", 'up{system="shop", probe="health"} == 0'],
  [
    "another probe of the system",
    'probe_success{system="shop", probe="page"} == 0',
  ],
  ["another system", 'probe_success{system="bar", probe="health"} == 0'],
  ["every probe but it", 'probe_success{system="shop", probe!="health"} == 0'],
  [
    "a pattern that is not its name",
    'probe_success{system="shop", probe=~"health.+"} == 0',
  ],
  [
    "a pattern that leaves it out",
    'probe_success{system="shop", probe!~"h.*"} == 0',
  ],
])("does not count a probe as read by %s", (_, expr) => {
  expect(check(withAlert({ expr }))).toEqual([
    unread("staging and production"),
  ]);
});

describe("an alert on a recording rule", () => {
  const recorded = (expr: string): Service => ({
    ...withAlert({ expr: "shop:answers:max == 0" }),
    recording: [
      {
        name: "shop",
        interval: minutes(1),
        rules: [
          { record: "shop:answers:max", expr },
          {
            record: "shop:probes:max",
            expr: 'max(probe_success{system="shop"})',
          },
        ],
      },
    ],
  });

  it("follows recording rules", () => {
    expect(check(recorded("shop:probes:max"))).toEqual([]);
  });

  it("follows nothing else, and ends where rules read themselves", () => {
    expect(check(recorded("shop:answers:max + up"))).toEqual([
      unread("staging and production"),
    ]);
  });
});

it("checks each environment and each probe", () => {
  const service = withAlert({
    expr: 'probe_success{system="shop", probe="health"} == 0',
    only: { environments: ["staging"], reason: "a test" },
  });
  expect(check(service)).toEqual([unread("production")]);
  const [probe] = goodService.probes;
  if (probe === undefined) throw new Error("the good service has one");
  const page = { ...probe, name: "shop-page", probe: "page" };
  expect(
    check({ ...service, probes: [probe, page] }).map((line) =>
      line.slice(0, line.indexOf(":")),
    ),
  ).toEqual([
    'services/shop probe "shop-health"',
    'services/shop probe "shop-page"',
  ]);
});
