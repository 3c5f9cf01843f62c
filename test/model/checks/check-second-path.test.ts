import { environments } from "../../support/environments";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import {
  checkSecondPath,
  checkWatches,
} from "../../../model/checks/check-second-path";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import { teamChannels } from "../../../model/team";
import { watchedEnvironment } from "../../../model/watched-environment";
import { slack } from "../../support/channels";
import { goodService, goodTeam } from "../../support/services";

const check = (
  environment: EnvironmentConfig,
  service = goodService,
): readonly string[] =>
  checkSecondPath(environment, [service]).map(formatProblem);

it("finds nothing in the declared environments", () => {
  expect(environments.flatMap((environment) => check(environment))).toEqual([]);
  expect(checkWatches(environments)).toEqual([]);
});

const withSecondPath = (
  channels: EnvironmentConfig["notification"]["secondPath"]["channels"],
): EnvironmentConfig => ({
  ...production,
  notification: { ...production.notification, secondPath: { channels } },
});

it.each<[string, EnvironmentConfig, string]>([
  [
    "a second path that notifies nobody",
    withSecondPath([]),
    "environments/production notification.secondPath.channels: nobody is notified; name a channel: it is the only one left when Alertmanager cannot notify",
  ],
  [
    "too many channels",
    withSecondPath(Array.from({ length: 7 }, () => slack("#shop"))),
    "environments/production notification.secondPath.channels: has too many channels, got 7; allowed: 6 at most; choose those that wake people",
  ],
  [
    "an invalid channel",
    withSecondPath([{ kind: "email", to: ["nobody"] }]),
    "environments/production notification.secondPath.channels: is not an e-mail address, got nobody; allowed: name@domain.tld; correct it",
  ],
  [
    "another environment about which nobody is notified",
    { ...production, watches: { environment: "staging", channels: [] } },
    "environments/production watches.channels: nobody is notified; name a channel: it is the only one left when Alertmanager cannot notify",
  ],
  [
    "an environment that watches itself",
    {
      ...production,
      watches: { environment: "production", channels: [slack("#shop")] },
    },
    "environments/production watches.environment: an environment cannot report its own outage, got production; name another one, or omit watches",
  ],
])("names %s", (_, environment, message) => {
  expect(check(environment)).toEqual([message]);
});

it("finds a service with the name of a component of the platform", () => {
  const named = { ...goodService, key: "grafana" };
  expect(check(production, named)).toEqual([
    "services/grafana: is also the name of a watched component of the platform, got grafana; rename it, or declare no public health endpoint",
  ]);
  expect(
    check(production, {
      ...named,
      publicHealth: { kind: "none", reason: "a test" },
    }),
  ).toEqual([]);
});

it("finds an environment that watches an unknown one", () => {
  expect(checkWatches([staging]).map(formatProblem)).toEqual([
    "environments/staging watches.environment: no such environment, got production; omit watches: there is no other environment",
  ]);
});

it("finds the environment that another watches", () => {
  expect(watchedEnvironment(staging, environments)).toBe(production);
  expect(watchedEnvironment(production, environments)).toBe(staging);
  expect(() => watchedEnvironment(production, [production])).toThrow(
    "production watches staging, known: production",
  );
});

it("gives the channels of a team in the order of the roles", () => {
  const { pager = [], chat = [] } = goodTeam.channels;
  expect(teamChannels(goodTeam, "chat", "pager", "escalation")).toEqual([
    ...chat,
    ...pager,
  ]);
});
