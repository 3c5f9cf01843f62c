import type { IncidentException } from "../../../model/incident-exception";
import type { Slo } from "../../../model/slo";
import { expectationOf } from "../../../proof/incidents/expectations";
import { BEGINS } from "../../../proof/incidents/incident";
import type { Incident } from "../../../proof/incidents/incident";
import { fileName } from "../../../proof/incidents/incident-file";
import { judgeIncidents } from "../../../proof/incidents/judgement";
import type { LivedIncident } from "../../../proof/incidents/lived";
import type { Notification } from "../../../proof/incidents/notifications";
import { production } from "../../support/environments/production";
import { depot, market, services } from "../../support/organisation/services";

const message = (
  minute: number,
  receiver: string,
  firing: readonly string[],
  {
    resolved = [],
    group = "g",
    through = "PagerdutyConfigs/0",
  }: {
    readonly resolved?: readonly string[];
    readonly group?: string;
    readonly through?: string;
  } = {},
): Notification => ({
  second: (BEGINS + minute) * 60 + 10,
  receiver,
  integration: through,
  group,
  groupLabels: {},
  reason: "first notification",
  firing: firing.map((alertname) => ({ alertname })),
  resolved: resolved.map((alertname) => ({ alertname })),
});

/** An incident of the market, and the messages that it led to. */
function lived(
  incident: Pick<Incident, "kind" | "of" | "like">,
  notifications: readonly Notification[],
): LivedIncident {
  const whole: Incident = { ...incident, about: "", fault: (world) => world };
  const name = fileName(market, whole);
  return {
    file: {
      service: market,
      incident: whole,
      file: {
        name,
        subject: name,
        rules: [],
        evaluationInterval: "1m",
        groups: [],
        cost: 0,
      },
    },
    courses: [],
    answer: { name, notifications: [...notifications], inhibited: [] },
  };
}

function judged(
  kind: string,
  notifications: readonly Notification[],
  exceptions: readonly IncidentException[] = [],
) {
  const [result] = judgeIncidents(
    [lived({ kind }, notifications)],
    services,
    production,
    exceptions,
  );
  return result?.differences;
}

const down = message(2, "market-p0", ["MarketDown"]);
const resolved = message(63, "market-p0", [], { resolved: ["MarketDown"] });

it.each<[string, readonly Notification[], readonly string[]]>([
  ["one page in time, which resolves", [down, resolved], []],
  [
    "nothing at all",
    [],
    [
      "the owner must be woken within 5 min, and is not",
      "the owner must be notified within 5 min, and is not",
    ],
  ],
  [
    "a page that comes late",
    [message(6, "market-p0", ["MarketDown"]), resolved],
    [
      "the owner must be woken within 5 min, and is after 6.2 min",
      "the owner must be notified within 5 min, and is after 6.2 min",
    ],
  ],
  [
    "a message in the chat only",
    [message(2, "market-p1", ["MarketSlow"], { through: "SlackConfigs/0" })],
    ["the owner must be woken within 5 min, and is not"],
  ],
  [
    "a second page beside the first",
    [
      down,
      message(3, "market-p0", ["MarketSlow"], { group: "other" }),
      message(20, "market-p0", [], {
        group: "other",
        resolved: ["MarketSlow"],
      }),
      resolved,
    ],
    ["2 pages are open at once: MarketDown, MarketSlow"],
  ],
  [
    "an alert more in the group that is open, and a second page after the first",
    [
      down,
      message(7, "market-p0", ["MarketDown", "MarketSlow"]),
      message(20, "market-p0", [], { resolved: ["MarketDown"] }),
      message(30, "market-p0", ["MarketDown"]),
      resolved,
    ],
    [],
  ],
  [
    "somebody else's pager",
    [down, message(2, "depot-p0", ["DepotDown"], { group: "d" }), resolved],
    [`${depot.key} is woken after 2.2 min by DepotDown, which is not theirs`],
  ],
  [
    "a page that stays open",
    [down],
    ["the page of MarketDown is open to the end"],
  ],
  [
    "a second page while the first never ends",
    [down, message(30, "market-p0", ["MarketSlow"], { group: "other" })],
    [
      "2 pages are open at once: MarketDown, MarketSlow",
      "the page of MarketDown is open to the end",
      "the page of MarketSlow is open to the end",
    ],
  ],
  [
    "a page when all is well again",
    [
      down,
      resolved,
      message(66, "market-p0", ["MarketSlow"]),
      message(70, "market-p0", [], { resolved: ["MarketSlow"] }),
    ],
    ["the owner is woken 6.2 min after the fault has ended, by MarketSlow"],
  ],
  [
    "a page before anything is wrong",
    [message(-5, "market-p0", ["MarketDown"]), resolved],
    ["market-p0 is notified of MarketDown before anything is wrong"],
  ],
])("says of an outage with %s what is not as expected", (_, sent, expected) => {
  expect(judged("everything-gone", sent)).toEqual(expected);
});

it("lets nobody be woken by what is harmless", () => {
  expect(judged("deployment", [down, resolved])).toEqual([
    "the owner is woken by MarketDown",
  ]);
  expect(judged("deployment", [])).toEqual([]);
});

it("follows an owner's exception", () => {
  expect(
    judged(
      "deployment",
      [down],
      [
        {
          system: market.key,
          kind: "deployment",
          expected: { page: { kind: "perhaps" }, staysOpen: true },
          reason: "its only pod",
        },
      ],
    ),
  ).toEqual([]);
});

it("refuses a kind of which nobody said who must be notified", () => {
  expect(() => judged("flood", [])).toThrow(
    "incident flood: say in proof/incidents/expectations.ts who must be notified of it",
  );
});

describe("what an owner asks beyond the table", () => {
  const sooner: IncidentException = {
    system: market.key,
    kind: "users-fail",
    expected: { page: { kind: "by", minute: 2 } },
    reason: "its owner asks for it",
  };
  const incident: Incident = {
    kind: "users-fail",
    about: "",
    fault: (world) => world,
  };

  it.each(["production", "non-production"] as const)(
    "holds of an outage in a %s environment too",
    (kind) => {
      expect(expectationOf(market, incident, { kind }, [sooner]).page).toEqual({
        kind: "by",
        minute: 2,
      });
    },
  );

  it("is a page in five minutes for the first event that an SLO forbids", () => {
    const [slo] = market.slos;
    if (slo === undefined) throw new Error("the market has an SLO");
    const { examples, period } = slo;
    const never: Slo = {
      kind: "zero-tolerance",
      name: "never",
      description: "Nothing is lost.",
      period,
      bad: "sum(market_lost)",
      page: "P0",
      examples,
    };
    expect(
      expectationOf(
        { ...market, slos: [never] },
        { ...incident, kind: "all-fail", of: "never" },
        production,
        [],
      ),
    ).toEqual({ page: { kind: "by", minute: 5 }, notifiedBy: 5 });
  });
});

describe("the first event ever", () => {
  const event = (notifications: readonly Notification[]) =>
    lived({ kind: "one-event", of: "refunds_total" }, notifications);
  const first = (notifications: readonly Notification[]) =>
    lived(
      { kind: "first-event", of: "refunds_total", like: "one-event" },
      notifications,
    );
  const differences = (...all: readonly LivedIncident[]) =>
    judgeIncidents(all, services, production, []).map((each) => [
      each.file.incident.kind,
      each.differences,
    ]);

  it("notifies as any other does", () => {
    expect(
      differences(event([down, resolved]), first([down, resolved])),
    ).toEqual([
      ["one-event", []],
      ["first-event", []],
    ]);
  });

  it("is noticed where it does not", () => {
    expect(differences(event([down, resolved]), first([]))).toEqual([
      ["one-event", []],
      [
        "first-event",
        [
          "not as one-event refunds_total: no message instead of MarketDown to market-p0",
        ],
      ],
    ]);
  });

  it("is not compared with an incident that was not run", () => {
    expect(differences(first([]))).toEqual([["first-event", []]]);
  });
});
