import { environments } from "../../support/environments";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import type { PeopleChannel } from "../../../model/channel";
import {
  contactPointSecrets,
  contactPointsFile,
  receiverOf,
} from "../../../alertmanager/second-path/grafana-contact-points";
import { operators as platformTeam } from "../../support/operators";
import { slack } from "../../support/channels";

const CHANNELS: readonly (readonly [
  PeopleChannel["kind"],
  PeopleChannel,
  object,
])[] = [
  [
    "slack",
    slack("#shop"),
    {
      type: "slack",
      settings: { url: "$__file{/etc/secrets/alertmanager-slack/shop}" },
    },
  ],
  [
    "msteams",
    { kind: "msteams", name: "Shop", webhook: { secret: "s", key: "k" } },
    { type: "teams", settings: { url: "$__file{/etc/secrets/s/k}" } },
  ],
  [
    "pagerduty",
    { kind: "pagerduty", name: "shop", routingKey: { secret: "s", key: "k" } },
    {
      type: "pagerduty",
      settings: {
        integrationKey: "$__file{/etc/secrets/s/k}",
        severity: "critical",
      },
    },
  ],
  [
    "email",
    { kind: "email", to: ["a@example.com", "b@example.com"] },
    { type: "email", settings: { addresses: "a@example.com;b@example.com" } },
  ],
  [
    "webhook",
    { kind: "webhook", name: "w", url: { secret: "s", key: "url" } },
    { type: "webhook", settings: { url: "$__file{/etc/secrets/s/url}" } },
  ],
  [
    "webhook",
    {
      kind: "webhook",
      name: "w",
      url: { secret: "s", key: "url" },
      token: { secret: "s", key: "token" },
    },
    {
      type: "webhook",
      settings: {
        url: "$__file{/etc/secrets/s/url}",
        authorization_scheme: "Bearer",
        authorization_credentials: "$__file{/etc/secrets/s/token}",
      },
    },
  ],
];

it.each(CHANNELS)("writes %s as Grafana reads it", (_, channel, expected) => {
  expect(receiverOf(channel)).toEqual(expected);
});

const notified = (environment: typeof production) =>
  Object.fromEntries(
    contactPointsFile(environment).contactPoints.map(({ name, receivers }) => [
      name,
      receivers.map(({ uid, type }) => `${uid} ${type}`),
    ]),
  );

it("notifies production's team of production by pager, chat and e-mail, and of staging in staging's channel", () => {
  expect(notified(production)).toEqual({
    "second-path": [
      "second-path-1 pagerduty",
      "second-path-2 slack",
      "second-path-3 email",
    ],
    "watched-environment": ["watched-environment-1 slack"],
  });
  expect(contactPointSecrets(production).map(({ key }) => key)).toEqual([
    "platform",
    "monitoring-platform",
    "monitoring-staging",
  ]);
});

it("notifies staging's channel of staging, and production's team of production", () => {
  expect(notified(staging)).toEqual({
    "second-path": ["second-path-1 slack"],
    "watched-environment": [
      "watched-environment-1 pagerduty",
      "watched-environment-2 slack",
    ],
  });
});

it("feeds both paths from one declaration", () => {
  const { pager = [], chat = [], email = [] } = platformTeam.channels;
  const both = [...pager, ...chat, ...email];
  const { channels } = production.notification.secondPath;
  expect(channels).toHaveLength(both.length);
  for (const [index, channel] of channels.entries()) {
    expect(channel).toBe(both[index]);
  }
});

it.each(environments.map((environment) => [environment.name, environment]))(
  "%s lists every position of a contact point, to set or to delete",
  (_, environment) => {
    const { contactPoints, deleteContactPoints } =
      contactPointsFile(environment);
    const uids = [
      ...contactPoints.flatMap(({ receivers }) => receivers),
      ...deleteContactPoints,
    ].map(({ uid }) => uid);
    expect(uids.sort()).toEqual(
      ["second-path", "watched-environment"].flatMap((name) =>
        [1, 2, 3, 4, 5, 6].map((place) => `${name}-${String(place)}`),
      ),
    );
  },
);

it("reads a key that two contact points share once", () => {
  const channels = [slack("#shop")];
  expect(
    contactPointSecrets({
      ...production,
      notification: { ...production.notification, secondPath: { channels } },
      watches: { environment: "staging", channels },
    }),
  ).toEqual([{ secret: "alertmanager-slack", key: "shop" }]);
});
