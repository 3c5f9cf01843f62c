import { routedAlerts } from "../../../checks/routing/routed-alerts";
import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { milliseconds, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { lastSecond, logCases, stretches } from "../../../proof/log-case";
import type { LogCase } from "../../../proof/log-case";
import { groupInProof, pushed, scaledWait } from "../../../proof/log-world";
import { longestLogRange } from "../../../query/logql/longest-log-range";
import { LiveLoki } from "../../proof/live-loki";
import type { RecordedAlert } from "../../proof/live-loki";
import { services } from "../../support/declared";
import { describeWith } from "../../support/describe-with";
import { liveAlertmanager } from "../../support/live-alertmanager";

/** A first run may build the engine. */
const INSTALL_LIMIT = 30 * 60 * 1000;
const PROOF_LIMIT = 3 * 60 * 1000;

/** How long ago the worlds begin whose course is asked for: longer than any of them lasts. */
const LONG_AGO = 2 * 60 * 60;
/**
 * Seconds between the moment at which lines are pushed and the end of a condition: time for the
 * ruler to tell of it.
 */
const HOLDS_ON = 15;
/** Lines of the next seconds are enough of the future. */
const FUTURE = 60;

const cases = logCases(services, production);
const external = {
  cluster: production.cluster.name,
  environment: production.name,
};
/**
 * A tenant in which the world of a case stands at the moment at which it fires, and one where its
 * condition is about to end.
 */
const telling = ({ tenant }: LogCase): string => `${tenant}-tells`;
const ending = ({ tenant }: LogCase): string => `${tenant}-ends`;

const firing = cases.filter(({ outcome }) => outcome.kind === "fires");
const quiet = cases.filter(({ outcome }) => outcome.kind === "quiet");
const named = (each: readonly LogCase[]) =>
  each.map((one) => [one.title, one] as const);

it("is the same alert in every environment, so that one judgement is enough", () => {
  const essence = (environment: EnvironmentConfig) =>
    logCases(services, environment).map(({ title, rule }) => [
      title,
      { ...rule, annotations: {} },
    ]);
  for (const environment of environments) {
    expect(essence(environment)).toEqual(essence(production));
  }
});

it("has cases of every alert on logs", () => {
  const alerts = services.flatMap(({ key, logAlerts = [] }) =>
    logAlerts.map(({ name }) => `${key} ${name}`),
  );
  expect(alerts.length).toBeGreaterThan(0);
  for (const name of alerts) {
    expect(
      firing.filter(({ title }) => title.startsWith(`${name} `)),
    ).not.toEqual([]);
    expect(
      quiet.filter(({ title }) => title.startsWith(`${name} `)),
    ).not.toEqual([]);
  }
});

describeWith("loki", () => {
  let loki: LiveLoki;
  /** When the last line was there, in milliseconds since 1970. */
  let pushedAt = Infinity;
  /** Stretches of each case in which its condition held, from its beginning. */
  const courses = new Map<string, ReturnType<typeof stretches>>();

  beforeAll(async () => {
    loki = new LiveLoki(await findEngine("loki"));
    await loki.start(
      cases.flatMap((each) => [each.tenant, telling(each), ending(each)]),
      external,
    );
    await askForCourses();
    await judgeNow();
  }, INSTALL_LIMIT);
  afterAll(async () => {
    await loki.stop();
  });

  /**
   * Writes each world as if it had been long ago, and asks at every second of it whether the
   * condition held.
   */
  async function askForCourses(): Promise<void> {
    const start = Math.floor(Date.now() / 1000) - LONG_AGO;
    for (const each of cases) {
      await loki.push(each.tenant, pushed(each.streams, start));
      const held = await loki.holds(
        each.tenant,
        each.rule.expr,
        start,
        start + lastSecond(each, longestLogRange(each.rule.expr)),
      );
      courses.set(each.tenant, stretches(held.map((second) => second - start)));
    }
  }

  /** Lets the ruler judge each world at the moments that matter. */
  async function judgeNow(): Promise<void> {
    const rules: (readonly [tenant: string, LogCase])[] = [
      ...firing.flatMap((each) => [
        [telling(each), each] as const,
        [ending(each), each] as const,
      ]),
      ...quiet.map((each) => [each.tenant, each] as const),
    ];
    for (const [tenant, each] of rules) {
      // A near miss that holds for a while would fire were its time scaled down.
      const holds = (courses.get(each.tenant) ?? []).length > 0;
      loki.writeRules(
        tenant,
        groupInProof(
          each,
          each.outcome.kind === "quiet" && holds
            ? each.waits
            : scaledWait(each),
        ),
      );
    }
    await loki.until("the ruler knows every rule", async () => {
      const states = await Promise.all(
        rules.map(([tenant]) => loki.ruleState(tenant)),
      );
      return states.every((state) => state !== undefined);
    });
    const now = Math.floor(Date.now() / 1000);
    for (const each of cases) {
      const { streams, outcome } = each;
      if (outcome.kind === "quiet") {
        const last = lastSecond(each, seconds(0));
        await loki.push(each.tenant, pushed(streams, now - last));
        continue;
      }
      const at = outcome.at.seconds;
      await loki.push(telling(each), pushed(streams, now - at, at + FUTURE));
      const until = outcome.until.seconds - HOLDS_ON;
      await loki.push(
        ending(each),
        pushed(streams, now - until, until + FUTURE),
      );
    }
    pushedAt = Date.now();
    await loki
      .until("every resolution is notified", () =>
        firing.every((each) => {
          const alerts = notified(ending(each));
          return alerts.some(({ resolved }) => resolved);
        }),
      )
      .catch(() => undefined);
  }

  const notified = (tenant: string): readonly RecordedAlert[] =>
    loki.recorded.filter((alert) => alert.tenant === tenant);

  /** Each alert once, without the value, which has a test of its own. */
  const distinct = (alerts: readonly RecordedAlert[]) => [
    ...new Map(
      alerts
        .map(({ labels, annotations }) => ({
          labels,
          annotations: Object.fromEntries(
            Object.entries(annotations).filter(([name]) => name !== "value"),
          ),
        }))
        .map((alert) => [JSON.stringify(alert), alert]),
    ).values(),
  ];

  describe.each(named(firing))("%s", (_, each) => {
    const { outcome } = each;
    if (outcome.kind !== "fires") throw new Error("it does not fire");

    it("holds from the second that is declared to the second that is declared", () => {
      const long = (courses.get(each.tenant) ?? []).filter(
        ({ length }) => length.milliseconds > each.waits.milliseconds,
      );
      expect(
        long.map(({ from, length }) => ({
          at: seconds(from + each.waits.seconds).toString(),
          until: milliseconds(from * 1000 + length.milliseconds).toString(),
        })),
      ).toEqual([
        { at: outcome.at.toString(), until: outcome.until.toString() },
      ]);
    });

    it("is notified with the expected labels and texts", () => {
      expect(distinct(notified(telling(each)))).toEqual(
        outcome.alerts.map(({ labels, annotations }) => ({
          labels: { ...labels, ...external, alertname: each.rule.alert },
          annotations,
        })),
      );
      expect(notified(telling(each))[0]?.annotations["value"]).toMatch(/^\d+/);
    });

    it("resolves", () => {
      const alerts = notified(ending(each));
      expect(alerts.some(({ resolved }) => !resolved)).toBe(true);
      expect(alerts.at(-1)?.resolved).toBe(true);
      expect(alerts.at(-1)?.labels).toEqual(alerts[0]?.labels);
    });
  });

  describe.each(named(quiet))("%s", (_, each) => {
    it("has a condition that never holds for long enough", () => {
      expect(
        (courses.get(each.tenant) ?? [])
          .filter(({ length }) => length.milliseconds > each.waits.milliseconds)
          .map(({ from, length }) => `${String(from)} s: ${length.toString()}`),
      ).toEqual([]);
    });

    it("is evaluated without an error and notifies nobody", async () => {
      const state = await loki.ruleState(each.tenant);
      expect(state).toMatchObject({ health: "ok" });
      expect(state?.evaluated).toBeGreaterThan(pushedAt + 5_000);
      expect(notified(each.tenant)).toEqual([]);
    });
  });

  describe("beside alerts on metrics, in an Alertmanager", () => {
    type Labels = Readonly<Record<string, string>>;
    interface Known {
      readonly labels: Labels;
      readonly status: { readonly state: string };
    }
    const routed = routedAlerts(production, services);
    /**
     * Each alert on logs as Loki's ruler sent it, with the more urgent alerts of the same
     * condition.
     */
    const twins = () =>
      firing.flatMap((each) => {
        const labels = notified(telling(each))[0]?.labels ?? {};
        return routed
          .filter(
            (other) =>
              other.labels["system"] === labels["system"] &&
              other.labels["condition"] === labels["condition"] &&
              (other.labels["priority"] ?? "") < (labels["priority"] ?? ""),
          )
          .map((other) => ({ log: labels, metric: other.labels }));
      });
    /** What the release would tell had its ruler no labels of its own. */
    const withoutExternal = (labels: Labels): Labels =>
      Object.fromEntries(
        Object.entries(labels).filter(([name]) => !(name in external)),
      );

    const states = async (
      alerts: readonly Labels[],
      look: (url: string) => Promise<boolean>,
    ): Promise<void> => {
      const alertmanager = await liveAlertmanager(production);
      try {
        await fetch(`${alertmanager.url}/api/v2/alerts`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(alerts.map((labels) => ({ labels }))),
        });
        await loki.until("it becomes so", () => look(alertmanager.url));
      } finally {
        await alertmanager.stop();
      }
    };
    const askFor = async <T>(url: string): Promise<T> =>
      (await (await fetch(url)).json()) as T;

    it(
      "is inhibited by its more urgent twin, thanks to the labels that the ruler adds",
      async () => {
        expect(
          [
            ...new Set(
              twins().map(
                ({ log, metric }) =>
                  `${metric["alertname"] ?? ""} > ${log["alertname"] ?? ""}`,
              ),
            ),
          ].sort(),
        ).toEqual([
          "HighErrorRate > CodeverifyErrorLogSpike",
          "WorkerDown > CodeverifyWorkerCrashLog",
        ]);
        await states(
          twins().flatMap(({ log, metric }) => [
            log,
            metric,
            withoutExternal(log),
          ]),
          async (url) => {
            const alerts = await askFor<readonly Known[]>(
              `${url}/api/v2/alerts`,
            );
            const stateOf = (labels: Labels) =>
              alerts.find(
                (alert) =>
                  JSON.stringify(Object.entries(alert.labels).sort()) ===
                  JSON.stringify(Object.entries(labels).sort()),
              )?.status.state;
            return twins().every(
              ({ log, metric }) =>
                stateOf(log) === "suppressed" &&
                stateOf(metric) === "active" &&
                stateOf(withoutExternal(log)) === "active",
            );
          },
        );
      },
      PROOF_LIMIT,
    );

    it(
      "is grouped with what Prometheus would tell of the same",
      async () => {
        const log = twins()[0]?.log ?? {};
        const fromMetrics = {
          ...routed.find(({ name }) => name === log["alertname"])?.labels,
          pod: "api-1",
        };
        await states(
          [log, fromMetrics, { ...withoutExternal(log), pod: "api-2" }],
          async (url) => {
            const groups = await askFor<
              readonly { readonly alerts: readonly { labels: Labels }[] }[]
            >(`${url}/api/v2/alerts/groups`);
            const found = groups
              .map(({ alerts }) =>
                alerts.map(({ labels }) => labels["pod"] ?? "logs").sort(),
              )
              .sort();
            return (
              JSON.stringify(found) ===
              JSON.stringify([["api-1", "logs"], ["api-2"]])
            );
          },
        );
      },
      PROOF_LIMIT,
    );
  });
});
