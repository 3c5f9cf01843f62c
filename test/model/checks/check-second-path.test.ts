import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import {
  checkSecondPath,
  checkWatches,
} from "../../../model/checks/check-second-path";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import { teamChannels } from "../../../model/team";
import { watchedEnvironment } from "../../../model/watched-environment";
import { slack } from "../../../config/teams/channels";
import { goodService, goodTeam } from "../../support/services";

const check = (
  environment: EnvironmentConfig,
  service = goodService,
): readonly string[] =>
  checkSecondPath(environment, [service]).map(formatProblem);

it("finds nothing in ours", () => {
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
    "a second path that tells nobody",
    withSecondPath([]),
    "environments/production notification.secondPath.channels: nobody is told; name a channel: this is what remains when all else is silent",
  ],
  [
    "more channels than there are places",
    withSecondPath(Array.from({ length: 7 }, () => slack("#shop"))),
    "environments/production notification.secondPath.channels: has too many channels, got 7; allowed: 6 at most; choose those that are heard at night",
  ],
  [
    "a channel that cannot be reached",
    withSecondPath([{ kind: "email", to: ["nobody"] }]),
    "environments/production notification.secondPath.channels: is no e-mail address, got nobody; allowed: name@domain.tld; correct it",
  ],
  [
    "another environment that nobody is told of",
    { ...production, watches: { environment: "staging", channels: [] } },
    "environments/production watches.channels: nobody is told; name a channel: this is what remains when all else is silent",
  ],
  [
    "an environment that watches itself",
    {
      ...production,
      watches: {
        environment: "production",
        channels: [slack("#monitoring-staging")],
      },
    },
    "environments/production watches.environment: an environment that is gone cannot say so, got production; name another one, or leave watches out",
  ],
])("names %s", (_, environment, message) => {
  expect(check(environment)).toEqual([message]);
});

it("names a service that could be taken for a part of the platform", () => {
  const named = { ...goodService, key: "grafana" };
  expect(check(production, named)).toEqual([
    "services/grafana: is called like a part of the platform that is watched, got grafana; rename it, or show no public health",
  ]);
  expect(
    check(production, {
      ...named,
      publicHealth: { kind: "none", reason: "a test" },
    }),
  ).toEqual([]);
});

it("names an environment that watches one that there is not", () => {
  expect(checkWatches([staging]).map(formatProblem)).toEqual([
    "environments/staging watches.environment: no such environment, got production; leave watches out: there is no other environment",
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
