import { checkPaths } from "../../../model/checks/check-paths";
import { checkTeam } from "../../../model/checks/check-team";
import type { ChannelRole, TeamChannels } from "../../../model/channel";
import { minutes } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type { NotificationPath } from "../../../model/notification-path";
import { formatProblem } from "../../../model/problem";
import type { Team } from "../../../model/team";
import { goodAlert, goodService, withAlert } from "../../support/services";

const withChannels = (channels: TeamChannels) => ({
  ...goodService,
  team: {
    ...goodService.team,
    channels: { ...goodService.team.channels, ...channels },
  },
});

const check = (service: typeof goodService): readonly string[] =>
  checkTeam(service).map(formatProblem);

const slack = (channel: string, key = "shop-alerts") => ({
  kind: "slack" as const,
  channel: channel as `#${string}`,
  webhook: { secret: "alertmanager-slack", key },
});

it("finds nothing in a good declaration", () => {
  expect(check(goodService)).toEqual([]);
});

it("names a team that no file exports", () => {
  expect(check({ ...goodService, team: undefined as unknown as Team })).toEqual(
    [
      "services/shop: unknown team; allowed: one that a file of teams/ exports; import it from there, or declare it",
    ],
  );
});

it.each<[string, TeamChannels, string]>([
  [
    "a Slack channel without #",
    { chat: [slack("shop-alerts")] },
    "teams shop chat: is no Slack channel, got shop-alerts; allowed: # and up to 79 of a-z, 0-9, - and _; write it as Slack shows it, with the #",
  ],
  [
    "an e-mail address that is none",
    { email: [{ kind: "email", to: ["ada@example.com", "shop@team"] }] },
    "teams shop email: is no e-mail address, got shop@team; allowed: name@domain.tld; correct it",
  ],
  [
    "a mail to nobody",
    { email: [{ kind: "email", to: [] }] },
    "teams shop email: nobody gets the mail; name a mailbox",
  ],
  [
    "a pager without a name",
    {
      pager: [
        {
          kind: "pagerduty",
          name: "",
          routingKey: { secret: "alertmanager-pagerduty", key: "shop" },
        },
      ],
    },
    "teams shop pager: has no name; say what people call it",
  ],
  [
    "a Secret's name that Kubernetes refuses",
    { chat: [slack("#shop-alerts", "shop alerts")] },
    "teams shop chat #shop-alerts: key is no name that Kubernetes allows, got shop alerts; allowed: letters, digits, -, _ and .; correct it",
  ],
])("names %s", (_, channels, message) => {
  expect(check(withChannels(channels))).toEqual([message]);
});

it.each([
  "https://hooks.slack.com/services/T0/B0/x",
  "xoxb-1-token",
  "0123456789abcdef0123456789abcdef",
  "R02ABCDEFGHIJKLMNOPQRSTUVWXYZ012",
])(
  "finds the secret in the place of its name, and does not repeat it",
  (key) => {
    const [problem, ...others] = check(
      withChannels({ chat: [slack("#shop-alerts", key)] }),
    );
    expect(others).toEqual([]);
    expect(problem).toBe(
      "teams shop chat #shop-alerts: key looks like the secret itself, which would be kept in Git, plan and state; allowed: the name of a Secret and of a key in it; put the value into a Secret, name that here, and revoke the value",
    );
    expect(problem).not.toContain(key);
  },
);

it("takes long names that people give for what they are", () => {
  expect(
    check(
      withChannels({
        chat: [slack("#shop-alerts", "a-team-with-a-long-name-in-region-1")],
      }),
    ),
  ).toEqual([]);
});

describe("priorities", () => {
  const p1 = (change: object) => ({
    ...goodService,
    priorities: { P1: { ...PRIORITY_MATRIX.P1, ...change } },
  });

  it.each<[string, object, string]>([
    [
      "a channel that the team lacks",
      { channels: ["escalation"] },
      'services/shop priorities P1: asks for escalation, and team "shop" has no such channel; allowed: pager, chat, email; give the team one in teams/, or tell it otherwise',
    ],
    [
      "a channel that nobody knows",
      { channels: ["fax" as ChannelRole] },
      "services/shop priorities P1: unknown channel, got fax; allowed: pager, chat, email, escalation; choose one",
    ],
    [
      "no channel at all",
      { channels: [] },
      "services/shop priorities P1: reaches no channel; allowed: pager, chat, email, escalation; name at least one: who is to be told of nothing is switched off in the environment, with the reason",
    ],
    [
      "an acknowledgement after the response",
      { acknowledge: minutes(90) },
      "services/shop priorities P1: is to be acknowledged after it is to be acted on, got 1h30m and 1h; shorten the first",
    ],
  ])("may not have %s", (_, change, message) => {
    expect(check(p1(change))).toEqual([message]);
  });

  it("may not have a hole", () => {
    expect(
      check({ ...goodService, priorities: { P2: undefined as never } }),
    ).toEqual([
      "services/shop priorities P2: reaches no channel; allowed: pager, chat, email, escalation; name at least one: who is to be told of nothing is switched off in the environment, with the reason",
    ]);
  });
});

describe("named paths", () => {
  const path: NotificationPath = { name: "loud", ...PRIORITY_MATRIX.P0 };
  const using = (...paths: readonly NotificationPath[]) =>
    checkPaths([
      {
        ...goodService,
        alerts: paths.map((each, index) => ({
          ...goodAlert,
          name: `Alert${String(index)}`,
          path: each,
        })),
      },
    ]).map(formatProblem);

  it("may be shared", () => {
    expect(using(path, { ...path })).toEqual([]);
  });

  it("mean one thing", () => {
    expect(using(path, { ...path, response: minutes(20) })).toEqual([
      'services/shop alert "Alert0" and services/shop alert "Alert1": path "loud" means two things; rename one: both would be told as the first',
    ]);
  });

  it("have a name that can be a label and part of a receiver", () => {
    expect(using({ ...path, name: "Very Loud" })).toEqual([
      'services/shop alert "Alert0": the name of a path must be kebab-case, got Very Loud; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
    ]);
  });

  it("ask for channels that the team has", () => {
    expect(
      check(withAlert({ path: { ...path, channels: ["escalation"] } })),
    ).toEqual([
      'services/shop alert "ShopErrors" path "loud": asks for escalation, and team "shop" has no such channel; allowed: pager, chat, email; give the team one in teams/, or tell it otherwise',
    ]);
  });

  it("are not needed where the system comes from the series: its own priorities hold", () => {
    expect(
      checkPaths([withAlert({ system: { kind: "from-series" } })]),
    ).toEqual([]);
  });
});
