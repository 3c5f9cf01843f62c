import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { alertmanagerAt } from "../../../cli/alertmanager/alertmanager";
import type {
  Alertmanager,
  ShownStatus,
} from "../../../cli/alertmanager/alertmanager";
import { expectation } from "../../../cli/test-alert/expectation";
import { ready } from "../../../cli/test-alert/ready";
import type { Member } from "../../../cli/test-alert/ready";
import { chosenTrials } from "../../../cli/test-alert/trials";
import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { services } from "../../support/declared";

const rendered = alertmanagerConfig(staging, services);
/** The same receivers, while every alert is routed to the one for unrouted alerts. */
const formerRoutes = { ...rendered, route: { ...rendered.route, routes: [] } };
const foreign = alertmanagerConfig(production, services);

/**
 * A member that at each look runs the next of some configurations, and the last one from then on;
 * `undefined` does not answer.
 */
function member(
  ...configurations: readonly [unknown, ...(readonly unknown[])]
): Alertmanager & { looks: number } {
  const standIn = {
    ...alertmanagerAt("http://127.0.0.1:1", "monitoring"),
    looks: 0,
    status: (): Promise<ShownStatus> => {
      const running =
        configurations[Math.min(standIn.looks, configurations.length - 1)];
      standIn.looks += 1;
      return running === undefined
        ? Promise.reject(new Error("nothing answers"))
        : Promise.resolve({
            cluster: {},
            config: { original: JSON.stringify(running) },
          });
    },
  };
  return standIn;
}

function waiting(
  patience: number,
  ...members: readonly Alertmanager[]
): Promise<readonly Member[]> {
  const chosen = chosenTrials(
    { environment: "staging", all: true },
    environments,
    services,
  );
  if (chosen.kind === "refused") throw new Error(chosen.reason);
  return ready(members, {
    environment: "staging",
    rendered,
    expectations: chosen.trials.map((trial) =>
      expectation(trial, staging, rendered, "1"),
    ),
    patience,
    pause: 10,
  });
}

const LONG = 60_000;

it("goes on at once where the declared configuration runs", async () => {
  const there = member(rendered);
  const [found] = await waiting(LONG, there);
  expect(there.looks).toBe(1);
  expect(found?.running.receivers).toEqual(rendered.receivers);
});

it.each([
  ["does not answer yet", undefined],
  ["still has the receivers from before", foreign],
  ["still has the routes from before", formerRoutes],
])("waits while it %s", async (_, former) => {
  const there = member(former, former, rendered);
  await waiting(LONG, there);
  expect(there.looks).toBe(3);
});

it("waits for every member", async () => {
  const [first, second] = [member(rendered), member(formerRoutes, rendered)];
  await waiting(LONG, first, second);
  expect([first.looks, second.looks]).toEqual([2, 2]);
});

it("refuses a foreign configuration in the end, with the reason", async () => {
  await expect(waiting(50, member(foreign))).rejects.toThrow(
    "this Alertmanager does not run the configuration of staging",
  );
  await expect(waiting(50, member(undefined))).rejects.toThrow(
    "nothing answers",
  );
});

it("looks once without patience", async () => {
  const there = member(foreign, rendered);
  await expect(waiting(0, there)).rejects.toThrow();
  expect(there.looks).toBe(1);
});

it("leaves routes that stay different to the test alert", async () => {
  const [found] = await waiting(50, member(formerRoutes));
  expect(found?.running.route.routes).toEqual([]);
});
