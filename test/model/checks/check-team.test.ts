import { checkPaths } from "../../../model/checks/check-paths";
import { checkTeam } from "../../../model/checks/check-team";
import type { ChannelRole, TeamChannels } from "../../../model/channel";
import { minutes } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type { NotificationPath } from "../../../model/notification-path";
import { formatProblem } from "../../../model/problem";
import type { Team } from "../../../model/team";
import { market } from "../../support/organisation/services";
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
    "teams shop chat: is not a Slack channel, got shop-alerts; allowed: # and up to 79 of a-z, 0-9, - and _; write it as Slack shows it, with the #",
  ],
  [
    "an invalid e-mail address",
    { email: [{ kind: "email", to: ["ada@example.com", "shop@team"] }] },
    "teams shop email: is not an e-mail address, got shop@team; allowed: name@domain.tld; correct it",
  ],
  [
    "an e-mail channel without an address",
    { email: [{ kind: "email", to: [] }] },
    "teams shop email: has no address; name a mailbox",
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
    "teams shop pager: has no name; name it as people do",
  ],
  [
    "an invalid name of a Secret",
    { chat: [slack("#shop-alerts", "shop alerts")] },
    "teams shop chat #shop-alerts: key is not a name that Kubernetes allows, got shop alerts; allowed: letters, digits, -, _ and .; correct it",
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
  "finds a secret value in place of its name, and does not repeat it",
  (key) => {
    const [problem, ...others] = check(
      withChannels({ chat: [slack("#shop-alerts", key)] }),
    );
    expect(others).toEqual([]);
    expect(problem).toBe(
      "teams shop chat #shop-alerts: key looks like the secret itself, which would be stored in Git, plan and state; allowed: the name of a Secret and of a key in it; put the value into a Secret, name that here, and revoke the value",
    );
    expect(problem).not.toContain(key);
  },
);

it("does not take long names for secrets", () => {
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
      'services/shop priorities P1: asks for escalation, and team "shop" has no such channel; allowed: pager, chat, email; give the team one in teams/, or change the path',
    ],
    [
      "an unknown channel",
      { channels: ["fax" as ChannelRole] },
      "services/shop priorities P1: unknown channel, got fax; allowed: pager, chat, email, escalation; choose one",
    ],
    [
      "no channel at all",
      { channels: [] },
      "services/shop priorities P1: has no channel; allowed: pager, chat, email, escalation; name at least one; an environment may switch channels off, with the reason",
    ],
    [
      "an acknowledgement after the response",
      { acknowledge: minutes(90) },
      "services/shop priorities P1: acknowledge must not be longer than response, got 1h30m and 1h; shorten the first",
    ],
  ])("may not have %s", (_, change, message) => {
    expect(check(p1(change))).toEqual([message]);
  });

  it("must have every priority", () => {
    expect(
      check({ ...goodService, priorities: { P2: undefined as never } }),
    ).toEqual([
      "services/shop priorities P2: has no channel; allowed: pager, chat, email, escalation; name at least one; an environment may switch channels off, with the reason",
    ]);
  });
});

const ESCALATION: ChannelRole = "escalation";

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
      'services/shop alert "Alert0" and services/shop alert "Alert1": path "loud" is declared twice, differently; rename one: both would be routed as the first',
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
      'services/shop alert "ShopErrors" path "loud": asks for escalation, and team "shop" has no such channel; allowed: pager, chat, email; give the team one in teams/, or change the path',
    ]);
  });

  it("are checked where an SLO takes them", () => {
    const [slo] = market.slos;
    if (slo === undefined) throw new Error("the market has an SLO");
    const pages = { ...slo, path: { ...path, channels: [ESCALATION] } };
    const service = { ...withAlert({ path }), slos: [pages] };
    expect(check(service)).toEqual([
      `services/shop slo "${slo.name}" path "loud": asks for escalation, and team "shop" has no such channel; allowed: pager, chat, email; give the team one in teams/, or change the path`,
    ]);
    expect(checkPaths([service]).map(formatProblem)).toEqual([
      `services/shop alert "ShopErrors" and services/shop slo "${slo.name}": path "loud" is declared twice, differently; rename one: both would be routed as the first`,
    ]);
  });

  it("are not required where the system comes from the series: its own priorities apply", () => {
    expect(
      checkPaths([withAlert({ system: { kind: "from-series" } })]),
    ).toEqual([]);
  });
});
