import { organisation } from "../../../cli/organisation";
import { firing } from "../../support/inhibiting-alertmanager";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { pause, until } from "../../support/loopback";

const { environments, services } = organisation;

/** Times of the tree as the test has them: what waits a minute or more waits two seconds. */
const TIMES: Readonly<Record<string, string>> = {
  "0s": "100ms",
  "10s": "1s",
  "30s": "1s",
  "1m": "2s",
  "1m15s": "2s",
  "5m": "2s",
};

let alertmanager: LiveAlertmanager;

beforeEach(
  async () => {
    const production = environments.find(({ name }) => name === "production");
    if (production === undefined) throw new Error("no production");
    alertmanager = await liveAlertmanager(production, {
      services,
      timing: (setting, declared) =>
        setting.startsWith("group_") ? (TIMES[declared] ?? declared) : declared,
    });
  },
  20 * 60 * 1000,
);
afterEach(() => alertmanager.stop());

type Labels = Readonly<Record<string, string>>;

const fires = (system: string, name: string, series: Labels = {}) =>
  firing(services, system, name, series);

const post = (alerts: readonly Labels[], ended: readonly Labels[] = []) =>
  alertmanager.cluster.post([
    ...alerts.map((labels) => ({
      labels,
      annotations: { summary: `summary of ${labels["alertname"] ?? ""}` },
    })),
    ...ended.map((labels) => ({
      labels,
      endsAt: new Date(Date.now() - 1).toISOString(),
    })),
  ]);

/** What the pager was sent: for each incident its events, in order. */
function incidents(): readonly (readonly string[])[] {
  const byKey = new Map<string, string[]>();
  for (const taken of alertmanager.sink.taken) {
    const found = /^\/pagerduty (.*)/s.exec(taken);
    if (found === null) continue;
    const event = JSON.parse(found[1] ?? "") as unknown;
    const { dedup_key, event_action, payload } = event as {
      readonly dedup_key: string;
      readonly event_action: string;
      readonly payload?: { readonly summary: string };
    };
    const [, name = ""] = /\] (.*?) ·/.exec(payload?.summary ?? "") ?? [];
    const events = byKey.get(dedup_key) ?? [];
    byKey.set(dedup_key, [...events, `${event_action} ${name}`.trim()]);
  }
  return [...byKey.values()];
}

const eventually = async (
  expected: readonly (readonly string[])[],
): Promise<void> => {
  await until(
    "the pager has what it should have",
    () => JSON.stringify(incidents()) === JSON.stringify(expected),
    20,
  ).catch(() => undefined);
  // Nothing more comes.
  await pause(3000);
  expect(incidents()).toEqual(expected);
};

const down = fires("cqvr", "SystemDown", { probe: "health" });
const burning = [
  fires("cqvr", "SloErrorBudgetBurnFast", {
    slo: "availability",
    burn_tier: "1h",
  }),
  fires("cqvr", "SloErrorBudgetBurningFast", {
    slo: "availability",
    priority: "P0",
  }),
];

it("sends one page that names the cause, though it fires after what follows from it", async () => {
  await post(burning);
  // Later than any other P0 waits.
  await pause(1500);
  await post([down]);
  await eventually([["trigger SystemDown"]]);
  // A silence from the message mutes what the message names, not the whole system.
  expect(alertmanager.sink.taken.join("\n")).toContain(
    "matcher=system%3Dcqvr\\u0026matcher=alertname%3D~SystemDown",
  );
}, 60_000);

it("updates the same incident where the cause comes too late for the first message, and ends it with the last alert", async () => {
  await post(burning);
  await eventually([["trigger SloErrorBudgetBurnFast"]]);
  await post([down]);
  await eventually([["trigger SloErrorBudgetBurnFast", "trigger SystemDown"]]);
  // The system answers again, and its budget burns on for a while.
  await post([], [down]);
  const burnsOn = [
    "trigger SloErrorBudgetBurnFast",
    "trigger SystemDown",
    "trigger SloErrorBudgetBurnFast",
  ];
  await eventually([burnsOn]);
  await post([], burning);
  await eventually([
    [...burnsOn, "resolve SloErrorBudgetBurningFast and others"],
  ]);
}, 120_000);

it("pages anew for another resource whose isolation is violated", async () => {
  const violated = (resource: string) =>
    fires("accubooks", "TenantIsolationViolation", { resource });
  await post([violated("invoice")]);
  const page = ["trigger TenantIsolationViolation"];
  // Two services of the pager are notified: the on-call and the escalation.
  await until("the first is paged", () => incidents().length === 1, 20);
  await post([violated("invoice"), violated("contract")]);
  await until("the second is paged", () => incidents().length === 2, 20);
  expect(incidents().every(([first]) => first === page[0])).toBe(true);
}, 60_000);
