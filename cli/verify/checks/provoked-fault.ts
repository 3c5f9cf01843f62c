import type { ProvokedFault } from "../../../model/release-gate";
import type { Service } from "../../../model/service";
import { walk } from "../../../checks/routing/walk";
import {
  namesReceivers,
  readCounters,
  since,
} from "../../alertmanager/counters";
import type { Counters } from "../../alertmanager/counters";
import {
  delivered,
  deliveries,
  messagesOf,
  settled,
} from "../../alertmanager/delivery";
import { heldAlerts } from "../alertmanager-status";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { activeAlerts } from "../prometheus";
import { looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

/** A fault that an application is asked to produce, and how long to wait for its alert. */
export interface Provocation {
  readonly service: Service;
  readonly fault: ProvokedFault;
  /** The application. */
  readonly application: Server;
  /** Milliseconds between two looks. */
  readonly pause: number;
  /** Milliseconds for each step beside what is declared: scraping, gathering and sending. */
  readonly grace: number;
  readonly onProgress: (text: string) => void;
}

/** Makes the application fail on purpose, and follows the alert, its receiver and each channel. */
export async function checkProvokedFault(
  running: Running,
  provocation: Provocation,
): Promise<readonly Finding[]> {
  const { service, fault } = provocation;
  const subject: Subject = {
    check: "test-alert",
    system: service.key,
    subject: `${fault.alert} after a provoked fault`,
  };
  const expected = `it fires within ${fault.within.toString()}, and every channel of its receiver takes it`;
  return looked(subject, expected, async () => {
    const finding = await provoked(running, provocation, subject, expected);
    return [finding];
  });
}

async function provoked(
  running: Running,
  provocation: Provocation,
  subject: Subject,
  expected: string,
): Promise<Finding> {
  const { fault, application, onProgress } = provocation;
  if ((await stateOf(running, provocation)) !== undefined) {
    return open(subject, {
      found: "it is pending or fires already, so that nothing can be shown",
      expected,
      next: "end what makes it fire, then run this again",
    });
  }
  const before = await counted(running);
  await application.text(fault.path, { json: fault.body });
  onProgress(
    `${fault.path} was asked for; waits for ${fault.alert} for ${fault.within.toString()} at most`,
  );
  const fires = await waitFor(
    provocation,
    fault.within.milliseconds + provocation.grace,
    async () => (await stateOf(running, provocation)) === "firing",
  );
  if (!fires) {
    return open(subject, {
      found: `it is ${(await stateOf(running, provocation)) ?? "not even pending"} after ${fault.within.toString()}`,
      expected,
      next:
        "see that the application answers with errors, that they are scraped, and what the rule makes of them: npm run proof -- --alert " +
        fault.alert,
    });
  }
  return await notified(running, provocation, subject, expected, before);
}

/** State of the alert in Prometheus, or undefined where it is inactive. */
const stateOf = async (
  { prometheus }: Running,
  { service, fault }: Provocation,
): Promise<string | undefined> => {
  const states = (await activeAlerts(prometheus))
    .filter(
      ({ labels }) =>
        labels["alertname"] === fault.alert && labels["system"] === service.key,
    )
    .map(({ state }) => state);
  return states.includes("firing") ? "firing" : states[0];
};

const counted = async ({ alertmanagers }: Running): Promise<Counters> =>
  readCounters(
    await Promise.all(
      alertmanagers.map(async (member) => (await member.text("/metrics")).text),
    ),
  );

/** Follows the alert from Alertmanager to its channels. */
async function notified(
  running: Running,
  provocation: Provocation,
  subject: Subject,
  expected: string,
  before: Counters,
): Promise<Finding> {
  const { service, fault, grace } = provocation;
  const [member] = running.alertmanagers;
  let held: Awaited<ReturnType<typeof heldAlerts>>[number] | undefined;
  await waitFor(provocation, grace, async () => {
    held = (
      member === undefined ? [] : await heldAlerts(member, fault.alert)
    ).find(({ labels }) => labels["system"] === service.key);
    return held !== undefined;
  });
  if (held === undefined) {
    return open(subject, {
      found: "it fires, and Alertmanager does not hold it",
      expected,
      next: "see Redundant alerting: whether Prometheus sends to this Alertmanager",
    });
  }
  const { receiver } = walk(running.rendered, held.labels);
  if (held.state === "suppressed" || held.receivers.join() !== receiver) {
    return open(subject, {
      found: `it is ${held.state} at the receiver ${held.receivers.join(", ")}`,
      expected: `active at the receiver ${receiver}`,
      next: "lift the silence or end the alert that inhibits it, or deploy the routes",
    });
  }
  const messages = messagesOf(running.rendered, receiver);
  const byReceiver = namesReceivers(before);
  let sent = deliveries([{ receiver, messages }], before, byReceiver);
  await waitFor(provocation, grace, async () => {
    sent = deliveries(
      [{ receiver, messages }],
      since(before, await counted(running)),
      byReceiver,
    );
    return sent.every(settled);
  });
  const lines = sent.map(
    ({ key, answered, wanted }) =>
      `${key}: ${String(answered)} of ${String(wanted)} messages taken`,
  );
  return sent.length > 0 && sent.every(delivered)
    ? passed(subject, `fires, receiver ${receiver}, ${lines.join(", ")}`)
    : open(subject, {
        found:
          sent.length === 0
            ? `it fires, and its receiver ${receiver} notifies nobody`
            : `it fires, receiver ${receiver}, ${lines.join(", ")}`,
        expected,
        next: "see docs/test-alerts.md, When it fails",
      });
}

/** Polls until a condition holds. @returns whether it held in time */
async function waitFor(
  { pause }: Provocation,
  patience: number,
  condition: () => Promise<boolean>,
): Promise<boolean> {
  const end = Date.now() + patience;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
