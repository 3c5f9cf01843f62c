import { production } from "../../../config/environments/production";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { until } from "../../support/loopback";
import { services } from "../support/declared";
import { textOf, runbookPages } from "../support/runbook-pages";

const COUNTER = /^alertmanager_notifications_failed_total\{(.*)\} (.*)$/gm;

let alertmanager: LiveAlertmanager;
beforeAll(
  async () => {
    alertmanager = await liveAlertmanager(production, {
      services,
      timing: (setting, declared) =>
        setting.startsWith("group_") ? "1s" : declared,
      complaints: "hidden",
    });
  },
  20 * 60 * 1_000,
);
afterAll(async () => {
  await alertmanager.stop();
});

/** How often each reason was counted, of all receivers. */
async function reasons(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${alertmanager.url}/metrics`)).text();
  const counts = new Map<string, number>();
  for (const [, labels = "", value = ""] of text.matchAll(COUNTER)) {
    const [, reason = ""] = /reason="([^"]*)"/.exec(labels) ?? [];
    counts.set(reason, (counts.get(reason) ?? 0) + Number(value));
  }
  return counts;
}

it("explains every reason for which Alertmanager gives a notification up, and no other", async () => {
  const explained = textOf("platform/alertmanager-notifications-failing")
    .split("\n")
    .filter((line) => /^- `[a-zA-Z]+`(, `[a-zA-Z]+`)*: /.test(line))
    .flatMap((line) => (line.split(":")[0] ?? "").match(/[a-zA-Z]+/g) ?? []);
  expect([...explained].sort()).toEqual([...(await reasons()).keys()].sort());
});

it.each([
  [401, "authError"],
  [403, "authError"],
  [404, "clientError"],
])(
  "counts an answer of %d as %s",
  async (status, reason) => {
    const before = (await reasons()).get(reason) ?? 0;
    alertmanager.sink.status = status;
    await alertmanager.cluster.post([
      {
        labels: { alertname: `Refused${String(status)}`, severity: "warning" },
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    ]);
    await until(
      `it counts ${reason}`,
      async () => ((await reasons()).get(reason) ?? 0) > before,
    );
    await alertmanager.cluster.post([
      {
        labels: { alertname: `Refused${String(status)}`, severity: "warning" },
        endsAt: new Date().toISOString(),
      },
    ]);
  },
  90_000,
);

it("is no condition of any query: a reason may be split in a later version", () => {
  expect(
    runbookPages.filter((page) =>
      /notifications_failed_total\{[^}]*reason/.test(textOf(page)),
    ),
  ).toEqual([]);
});
