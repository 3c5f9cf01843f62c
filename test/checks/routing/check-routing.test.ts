import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import type {
  AlertmanagerConfig,
  Route,
} from "../../../alertmanager/alertmanager-form";
import {
  checkRouting,
  checkRoutingIn,
} from "../../../checks/routing/check-routing";
import { largeConfiguration } from "../../../checks/routing/configuration-size";
import { production, staging } from "../../support/organisation/environments";
import { kibibytes } from "../../../model/bytes";
import { days, hours, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { services } from "../../support/organisation/services";
import { goodService, withAlert } from "../../support/services";

const problems = (
  environment: EnvironmentConfig,
  declared: readonly Service[],
): readonly string[] => checkRouting(environment, declared).map(formatProblem);

it.each([
  ["production", production],
  ["staging", staging],
])("finds nothing wrong in %s", (_, environment) => {
  expect(problems(environment, services)).toEqual([]);
});

it("finds nothing wrong where the platform is not among the systems", () => {
  expect(problems(production, [goodService])).toEqual([]);
});

it("reports a role without a channel", () => {
  const { chat } = goodService.team.channels;
  const mute = {
    ...goodService,
    team: { ...goodService.team, channels: chat === undefined ? {} : { chat } },
  };
  expect(problems(production, [mute])).toContainEqual(
    expect.stringMatching(
      /^services\/shop alert "ShopErrors" of shop in production: its team has no email/,
    ),
  );
});

it("does not let a P0 wait for business hours", () => {
  const waiting = {
    ...goodService,
    priorities: {
      P0: { ...PRIORITY_MATRIX.P0, hours: "business" as const },
    },
  };
  expect(problems(production, [waiting])).toContainEqual(
    expect.stringContaining("a P0 waits for business hours"),
  );
});

it("requires a notification log that outlives the longest repeat interval", () => {
  expect(
    problems(
      {
        ...production,
        alertmanager: { ...production.alertmanager, retention: days(7) },
      },
      [goodService],
    ),
  ).toEqual([
    "environments/production alertmanager.retention: not longer than the longest repeat interval: alerts would be repeated sooner than that, got 7d; allowed: above 7d; raise it",
  ]);
});

it("includes the repeat interval of a named path", () => {
  const path = {
    name: "slow",
    ...PRIORITY_MATRIX.P1,
    timing: { groupWait: seconds(0), repeatInterval: hours(24 * 20) },
  };
  expect(problems(production, [withAlert({ path })])).toEqual([
    "environments/production alertmanager.retention: not longer than the longest repeat interval: alerts would be repeated sooner than that, got 15d; allowed: above 20d; raise it",
  ]);
});

it("warns of a configuration that is larger than a Secret", () => {
  expect(largeConfiguration(production, services)).toEqual([]);
  expect(
    largeConfiguration(production, services, kibibytes(10)).map(formatProblem),
  ).toEqual([
    expect.stringMatching(
      /^routes of production: the configuration of Alertmanager and its templates are too large for one Secret, got \d\d KiB; allowed: 10 KiB; /,
    ),
  ]);
});

describe("a tree that somebody changed", () => {
  const config = alertmanagerConfig(production, services);
  const check = (change: Partial<AlertmanagerConfig>): readonly string[] =>
    checkRoutingIn(production, services, { ...config, ...change }).map(
      formatProblem,
    );
  const withRoutes = (routes: readonly Route[]) =>
    check({ route: { ...config.route, routes } });

  it("may not have a route that is shadowed by another one", () => {
    expect(
      withRoutes([
        ...config.route.routes,
        {
          matchers: ['system="market"', 'priority="P0"'],
          receiver: "default",
        },
      ]),
    ).toEqual([
      'routes of production route system="market", priority="P0": never matches, got system="market" before it takes every alert; narrow the first, or remove this one',
    ]);
  });

  it("may not have two receivers of one name", () => {
    const [, second] = config.receivers;
    expect(
      check({
        receivers: second === undefined ? [] : [...config.receivers, second],
      }),
    ).toEqual([
      'routes of production receiver "default": the name is used twice; rename a path or a system: only the first would be notified',
    ]);
  });

  it("may not have a receiver that no route names, or that notifies nobody", () => {
    expect(
      check({ receivers: [...config.receivers, { name: "lost" }] }),
    ).toEqual([
      'routes of production receiver "lost": no route names it; remove it, or give it a route',
      'routes of production receiver "lost": notifies nobody; give its team a channel, or declare that nobody is notified',
    ]);
  });

  it("may not name a receiver that is not there", () => {
    expect(
      check({
        receivers: config.receivers.filter(({ name }) => name !== "market-p0"),
      }),
    ).toContainEqual(
      expect.stringContaining(
        'its route names receiver "market-p0", which is not there',
      ),
    );
  });

  it("may not inhibit by a label that alerts lack", () => {
    expect(
      check({
        inhibit_rules: [
          {
            source_matchers: ['severity="critical"'],
            target_matchers: ['severity="warning"'],
            equal: ["condition"],
          },
        ],
      }),
    ).toContainEqual(
      'chart alert "KubePodCrashLooping": lacks the label condition, and routes of production compare it: two that lack it inhibit each other; give it the label',
    );
  });
});
