import { HEARTBEAT } from "../../../routing/receivers";
import { readCounters } from "../../alertmanager/counters";
import type { Counters } from "../../alertmanager/counters";
import { heldAlerts } from "../alertmanager-status";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { activeAlerts } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

const WATCHDOG = "Watchdog";
/** The one integration by which the heartbeat is told. */
const WEBHOOK = "webhook";

/** Watchdog fires, reaches Alertmanager and the receiver of the heartbeat, and what listens there takes it. */
export async function checkHeartbeat(
  running: Running,
): Promise<readonly Finding[]> {
  const { prometheus, alertmanagers } = running;
  return [
    ...(await checkFiring(prometheus)),
    ...(await each(alertmanagers, checkHeld)).flat(),
    ...(await checkTold(alertmanagers)),
  ];
}

const checkFiring = (prometheus: Server): Promise<readonly Finding[]> => {
  const subject: Subject = {
    check: "heartbeat",
    subject: "Watchdog in Prometheus",
  };
  return looked(subject, "it always fires", async () => {
    const found = (await activeAlerts(prometheus)).find(
      ({ labels }) => labels["alertname"] === WATCHDOG,
    );
    return [
      found?.state === "firing"
        ? passed(subject, "fires")
        : open(subject, {
            found:
              found === undefined ? "it does not fire" : `it is ${found.state}`,
            expected: "it always fires",
            next: "see that the chart's rule group general.rules is loaded",
          }),
    ];
  });
};

const checkHeld = (member: Server): Promise<readonly Finding[]> => {
  const subject: Subject = {
    check: "heartbeat",
    subject: `Watchdog in ${member.facts.url}`,
  };
  const expected = `active, and told to the receiver ${HEARTBEAT} alone`;
  return looked(subject, expected, async () => {
    const [found] = await heldAlerts(member, WATCHDOG);
    if (found === undefined) {
      return [
        open(subject, {
          found: "it is not there",
          expected,
          next: "see that Prometheus tells this Alertmanager: its page of runtime information lists those that it knows",
        }),
      ];
    }
    return [
      found.state === "active" && found.receivers.join() === HEARTBEAT
        ? passed(subject, expected)
        : open(subject, {
            found: `it is ${found.state}, told to ${found.receivers.join(", ")}`,
            expected,
            next: "lift the silence or the inhibition, or deploy the routes",
          }),
    ];
  });
};

/** The counters of all members together, since one of them tells for all. */
const checkTold = (members: readonly Server[]): Promise<readonly Finding[]> => {
  const subject: Subject = { check: "heartbeat", subject: "its messages" };
  return looked(subject, "messages that the other side takes", async () => {
    const texts = await Promise.all(
      members.map(async (member) => (await member.text("/metrics")).text),
    );
    return [toldFinding(subject, readCounters(texts))];
  });
};

/** Requests since the members began to run; it has failed where none was taken, or the last ones were not. */
export function toldFinding(
  subject: Subject,
  { begun, requests, failedRequests, givenUp }: Counters,
): Finding {
  const key = [`${HEARTBEAT}/${WEBHOOK}`, WEBHOOK].find((one) => one in begun);
  const of = (tally: Readonly<Record<string, number>>): number =>
    key === undefined ? 0 : (tally[key] ?? 0);
  const taken = of(requests) - of(failedRequests);
  const expected = "messages that the other side takes";
  if (taken <= 0) {
    return open(subject, {
      found: `${String(of(requests))} requests, none of them taken`,
      expected,
      next: "see Alertmanager's log for the receiver heartbeat: address in the Secret, network policy, the service behind it",
    });
  }
  if (of(givenUp) >= taken) {
    return open(subject, {
      found: `${String(taken)} taken, ${String(of(givenUp))} given up`,
      expected,
      next: "see Alertmanager's log for the receiver heartbeat",
    });
  }
  return passed(
    subject,
    `${String(taken)} of ${String(of(requests))} requests taken`,
  );
}
