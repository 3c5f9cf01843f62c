import { production } from "../../../config/environments/production";
import { readDuration } from "../../../checks/routing/read-duration";
import { pause } from "../../support/loopback";
import type { Delivery } from "../../support/sink";
import type { PostedAlert } from "../../support/alertmanager-cluster";
import { oneForEachReceiver } from "./one-for-each-receiver";
import {
  ALL_TURNS,
  FACTOR,
  LAST_TURN,
  posted,
  resolved,
  startTrial,
  notifiedOf,
  limit,
  withinLimit,
} from "./trial";
import type { Trial } from "./trial";

jest.setTimeout(limit(120_000));

let trial: Trial;
beforeAll(
  async () => {
    trial = await startTrial(production, "open");
  },
  20 * 60 * 1000,
);
afterAll(async () => {
  await trial.stop();
});

const title = ({ labels }: PostedAlert, state: string): string =>
  [
    `[${state}] ${labels["alertname"] ?? ""}`,
    labels["priority"] ?? labels["severity"],
    labels["system"],
    labels["environment"],
  ]
    .filter((part) => part !== undefined)
    .join(" · ");

/** Each place of an alert with a message of that state, sorted. */
const messages = (
  alert: PostedAlert,
  places: readonly string[],
  state: string,
): readonly string[] =>
  places.map((place) => `${place}: ${title(alert, state)}`).sort();

const results = oneForEachReceiver(production).map((result, index) => ({
  ...result,
  alert: result.alert,
  posted: posted(result, index),
}));

const delivered = (alert: PostedAlert): readonly string[] =>
  notifiedOf(trial, alert);

/**
 * When the first alerts were posted: later changes of all groups are notified at the same steps
 * from then on.
 */
let begin = 0;

/**
 * Waits for the middle between two steps. A change that reaches one member before its step and
 * Waits for the middle between two steps. Any Alertmanager notifies twice a change that arrives at
 * one member before its step and at another after it: that is not a fault of the routes.
 */
const betweenSteps = (): Promise<void> => {
  const step = scaled(5);
  return pause(step - ((Date.now() - begin + step / 2) % step));
};

/** What is given in minutes in the tree, and passes in milliseconds here. */
const scaled = (minutes: number): number => (minutes * 60_000) / FACTOR;

it("notifies every alert once, at each expected destination and no other", async () => {
  expect(results.length).toBeGreaterThan(12);
  begin = Date.now();
  await trial.cluster.post(results.map((result) => result.posted));
  const wanted = results.map(({ posted: alert, destinations: places }) =>
    messages(alert, places, "FIRING 1"),
  );
  await withinLimit("everything is notified", () =>
    results.every(
      ({ posted: alert }, index) =>
        delivered(alert).length >= (wanted[index]?.length ?? 0),
    ),
  );
  await pause(ALL_TURNS);
  expect(results.map(({ posted: alert }) => delivered(alert))).toEqual(wanted);
});

/** The time between two messages about an alert that goes on, in milliseconds here. */
const repeatOf = ({ arrival }: (typeof results)[number]): number =>
  readDuration(arrival.repeatInterval) / FACTOR;
/**
 * A P0 is repeated every hour, so every minute here, where nothing else is said; the others not
 * before four.
 */
const hourly = results.filter(
  (result) => result.destinations.length > 0 && repeatOf(result) === scaled(60),
);
/**
 * Whose step is shorter than the time that the last member waits for the others, here, where that
 * time is not as short as the others: members get out of step, and tell some things twice. One
 * member tells these exactly once, in the trial of hours.
 */
const hasty = results.filter(
  ({ arrival }) => readDuration(arrival.groupInterval) / FACTOR < LAST_TURN,
);

const steady = results.filter((result) => !hasty.includes(result));

it("tells once more when the time to repeat has passed, and not before", async () => {
  expect(hourly.length).toBeGreaterThan(1);
  await withinLimit(
    "every P0 is notified again",
    () =>
      hourly.every(
        ({ posted: alert, destinations: places }) =>
          delivered(alert).length >= 2 * places.length,
      ),
    90,
  );
  await pause(ALL_TURNS);
  for (const result of results) {
    if (hasty.includes(result)) continue;
    const { posted: alert, destinations: places } = result;
    const times = hourly.includes(result) ? 2 : 1;
    expect(delivered(alert)).toEqual(
      messages(
        alert,
        places.flatMap((place) => Array.from({ length: times }, () => place)),
        "FIRING 1",
      ),
    );
  }
  const tooSoon = steady.flatMap((result) =>
    result.destinations.flatMap((at) =>
      gaps(
        trial.sink.deliveries.filter(
          ({ place, title: said }) =>
            place === at && said === title(result.posted, "FIRING 1"),
        ),
      )
        .filter((gap) => gap < 0.9 * repeatOf(result))
        .map(
          (gap) => `${at}: ${title(result.posted, "")} after ${String(gap)}`,
        ),
    ),
  );
  expect(tooSoon).toEqual([]);
  expect(hasty.length).toBeGreaterThan(0);
  expect(
    hasty.filter((result) => {
      const { posted: alert, destinations: places } = result;
      // What repeats sooner than once an hour came again and again meanwhile.
      const times = hourly.includes(result) ? 2 : 3;
      return delivered(alert).length < times * places.length;
    }),
  ).toEqual([]);
});

/** Milliseconds between each delivery and the one before it. */
const gaps = (deliveries: readonly Delivery[]): readonly number[] =>
  deliveries.flatMap(({ at }, index) => {
    const before = deliveries[index - 1];
    return before === undefined ? [] : [at - before.at];
  });

const over = results.filter(({ destinations: places }) => places.length > 0);
/** Alerts whose path does not notify when they resolve. */
const withoutEnd = over.filter(
  ({ alert: { expected } }) =>
    expected.kind === "team" && expected.policy.sendResolved === false,
);
/** Groups of a P3 notify changes once an hour, the others every five minutes. */
const soon = over.filter(
  (result) =>
    result.arrival.groupInterval === "5m" && !withoutEnd.includes(result),
);
const atOnce = over.filter((result) => hasty.includes(result));
const later = over.filter(
  (result) => ![...soon, ...atOnce, ...withoutEnd].includes(result),
);
let before = new Map<PostedAlert, number>();

/** Messages since the end, how many of them say that it is over, and how many should. */
const endsOf = (
  some: typeof over,
): readonly (readonly [number, number, number])[] =>
  some.map(({ posted: alert, destinations: places }) => [
    delivered(alert).length - (before.get(alert) ?? 0),
    delivered(alert).filter(
      (line) => line.includes("[RESOLVED]") || line.endsWith(": resolve"),
    ).length,
    places.length,
  ]);
const allEndsNotified = (some: typeof over): boolean =>
  endsOf(some).every(([, ends, places]) => ends >= places);
const once = (some: typeof over) =>
  some.map(({ destinations: places }) => [
    places.length,
    places.length,
    places.length,
  ]);

it("notifies the resolution once, at each destination that was notified", async () => {
  expect(soon.length).toBeGreaterThan(5);
  before = new Map(
    over.map(({ posted: alert }) => [alert, delivered(alert).length]),
  );
  await betweenSteps();
  await trial.cluster.post(over.map(({ posted: alert }) => resolved(alert)));
  await withinLimit("every resolution is notified", () =>
    allEndsNotified([...soon, ...atOnce]),
  );
  await pause(ALL_TURNS);
  expect(endsOf(soon)).toEqual(once(soon));
});

/** Labels of a system of which nothing else is said in this trial. */
const elsewhere = { environment: "trial" };

it("says in one message what belongs together, and in two what does not", async () => {
  const [some] = results.filter(
    ({ alert }) =>
      alert.expected.kind === "team" && alert.expected.priority === "P1",
  );
  if (some === undefined) throw new Error("there is a P1");
  const pods = ["a", "b"].map((pod) => posted(some, 1000, { pod }));
  const slos = ["x", "y"].map((slo) => posted(some, 1001, { slo }));
  const [pod] = pods;
  const [slo] = slos;
  if (pod === undefined || slo === undefined) throw new Error("unreachable");
  await trial.cluster.post([...pods, ...slos]);
  await withinLimit(
    "both are notified",
    () =>
      delivered(pod).length >= some.destinations.length &&
      delivered(slo).length >= 2 * some.destinations.length,
  );
  await pause(limit(3_000));
  expect(delivered(pod)).toEqual(messages(pod, some.destinations, "FIRING 2"));
  expect(delivered(slo)).toEqual(
    messages(slo, [...some.destinations, ...some.destinations], "FIRING 1"),
  );
});

it.each([
  ["a less urgent alert of the same condition", "P0", {}, "P2", {}, 0],
  [
    "everything of a system that is down",
    "P0",
    { condition: "system-down" },
    "P1",
    {},
    0,
  ],
  ["nothing of another condition", "P0", {}, "P2", { condition: "another" }, 1],
  [
    "nothing of another label value of an SLO",
    "P0",
    { slo: "x" },
    "P2",
    { slo: "y" },
    1,
  ],
])(
  "keeps %s silent while the first speaks",
  async (
    name,
    sourcePriority,
    sourceLabels,
    targetPriority,
    targetLabels,
    notified,
  ) => {
    const of = (priority: string) => {
      const found = results.find(
        ({ alert }) =>
          alert.labels["system"] === "codeverify" &&
          alert.expected.kind === "team" &&
          alert.expected.priority === priority,
      );
      if (found === undefined) throw new Error(priority);
      return found;
    };
    const world = { environment: name, condition: name };
    const index = 2000 + name.length;
    const source = posted(of(sourcePriority), index, {
      ...world,
      ...sourceLabels,
    });
    const target = posted(of(targetPriority), index + 100, {
      ...world,
      ...targetLabels,
    });
    await trial.cluster.post([source]);
    await withinLimit(
      "the first is notified",
      () => delivered(source).length > 0,
    );
    await trial.cluster.post([target]);
    await pause(limit(3_000));
    expect(delivered(target)).toHaveLength(notified);
  },
);

it("tells the end of a P3 at the next hour", async () => {
  expect(later.length).toBeGreaterThan(0);
  await withinLimit(
    "every resolution of a P3 is notified",
    () => allEndsNotified(later),
    90,
  );
  await pause(ALL_TURNS);
  expect(endsOf(later)).toEqual(once(later));
  expect(withoutEnd.length).toBeGreaterThan(0);
  expect(endsOf(withoutEnd)).toEqual(
    withoutEnd.map(({ destinations: places }) => [0, 0, places.length]),
  );
});

it("loses nothing when a member fails before its message went out", async () => {
  const alerts = results
    .filter(({ destinations: places }) => places.length > 0)
    .map((result, index) => ({
      ...result,
      posted: posted(result, 3000 + index, elsewhere),
    }));
  await trial.cluster.post(alerts.map(({ posted: alert }) => alert));
  await trial.cluster.kill(0);
  await withinLimit(
    "everything is notified",
    () =>
      alerts.every(({ posted: alert, destinations: places }) =>
        messages(alert, places, "FIRING 1").every((line) =>
          delivered(alert).includes(line),
        ),
      ),
    60,
  );
});

it("says what the person needs", () => {
  for (const [
    index,
    { posted: alert, destinations: places },
  ] of results.entries()) {
    if (places.length === 0) continue;
    for (const { place, text } of trial.sink.deliveries.filter(
      ({ title: said }) => said === title(alert, "FIRING 1"),
    )) {
      expect(`${place} ${text}`).toContain(`Summary ${String(index)}`);
      expect(text).toContain(`https://runbooks.example.com/${String(index)}`);
      expect(text).toContain("0.25");
    }
  }
});
