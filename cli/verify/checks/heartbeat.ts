import { HEARTBEAT } from "../../../alertmanager/receivers";
import { heldAlerts } from "../alertmanager-status";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { activeAlerts, instantly } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

const WATCHDOG = "Watchdog";

/**
 * Watchdog fires, arrives at Alertmanager and at the heartbeat receiver, and the external service
 * accepts it.
 */
export async function checkHeartbeat(
  running: Running,
): Promise<readonly Finding[]> {
  const { prometheus, alertmanagers } = running;
  return [
    ...(await checkFiring(prometheus)),
    ...(await each(alertmanagers, checkHeld)).flat(),
    ...(await checkNotified(running)),
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
  const expected = `active, and routed to the receiver ${HEARTBEAT} alone`;
  return looked(subject, expected, async () => {
    const [found] = await heldAlerts(member, WATCHDOG);
    if (found === undefined) {
      return [
        open(subject, {
          found: "it is not there",
          expected,
          next: "check that Prometheus sends to this Alertmanager: its runtime information page lists its Alertmanagers",
        }),
      ];
    }
    return [
      found.state === "active" && found.receivers.join() === HEARTBEAT
        ? passed(subject, expected)
        : open(subject, {
            found: `it is ${found.state}, routed to ${found.receivers.join(", ")}`,
            expected,
            next: "lift the silence or the inhibition, or deploy the routes",
          }),
    ];
  });
};

/**
 * Recent notifications, from Prometheus: Alertmanager's totals since its start would hide that it
 * no longer succeeds.
 */
const checkNotified = ({
  prometheus,
  environment,
}: Running): Promise<readonly Finding[]> => {
  const { after } = environment.notification.heartbeat;
  const subject: Subject = { check: "heartbeat", subject: "its messages" };
  const expected = `one accepted request within ${after.toString()}`;
  const counted = async (name: string): Promise<number | undefined> => {
    const [sum] = await instantly(
      prometheus,
      `sum(increase(${name}{receiver_name="${HEARTBEAT}"}[${after.toString()}]))`,
    );
    return sum === undefined ? undefined : Number(sum.values[0]);
  };
  return looked(subject, expected, async () => {
    const begun = await counted("alertmanager_notification_requests_total");
    const failed = await counted(
      "alertmanager_notification_requests_failed_total",
    );
    if (begun === undefined || failed === undefined) {
      return [
        open(subject, {
          found:
            "Prometheus has no sample of alertmanager_notification_requests_total for the receiver heartbeat",
          expected,
          next: "see that Prometheus scrapes Alertmanager, and that this runs with receiver-name-in-metrics: deploy",
        }),
      ];
    }
    const taken = Math.round(begun - failed);
    const counts = `${String(taken)} of ${String(Math.round(begun))} requests taken within ${after.toString()}`;
    return [
      taken >= 1
        ? passed(subject, counts)
        : open(subject, {
            found: counts,
            expected,
            next: "see Alertmanager's log for the receiver heartbeat: address in the Secret, network policy, the service behind it",
          }),
    ];
  });
};
