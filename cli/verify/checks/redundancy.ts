import { secondPathRules } from "../../../alertmanager/second-path/rule-group";
import {
  SECOND_PATH,
  WATCHED_ENVIRONMENT,
} from "../../../alertmanager/second-path/contact-point-names";
import { memberStatus } from "../alertmanager-status";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { contactPoints, grafanaRules } from "../grafana";
import { instantly, activeAlertmanagers } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

/**
 * Redundancy of notification: the other members of Alertmanager's cluster, and Grafana's second
 * path.
 */
export async function checkRedundancy(
  running: Running,
): Promise<readonly Finding[]> {
  const { alertmanagers, environment } = running;
  const { replicas } = environment.alertmanager;
  return [
    ...(replicas === 1
      ? []
      : (
          await each(alertmanagers, (member) => checkPeers(member, replicas))
        ).flat()),
    ...(await checkNotified(running)),
    ...(await checkReplicas(running)),
    ...(await checkSecondPath(running)),
  ];
}

const checkPeers = (
  member: Server,
  replicas: number,
): Promise<readonly Finding[]> => {
  const subject: Subject = {
    check: "redundancy",
    subject: `cluster of ${member.facts.url}`,
  };
  const expected = `ready, ${String(replicas)} members`;
  return looked(subject, expected, async () => {
    const { cluster, peers } = await memberStatus(member);
    return [
      cluster === "ready" && peers === replicas
        ? passed(subject, expected)
        : open(subject, {
            found: `${cluster}, ${String(peers)} members`,
            expected,
            next: "see that all pods of Alertmanager run, and that the network policies let them talk at port 9094, TCP and UDP",
          }),
    ];
  });
};

const checkNotified = ({
  prometheus,
  environment,
}: Running): Promise<readonly Finding[]> => {
  const subject: Subject = {
    check: "redundancy",
    subject: "Alertmanagers that Prometheus sends to",
  };
  const expected = `${String(environment.alertmanager.replicas)}, each of them`;
  return looked(subject, expected, async () => {
    const notified = await activeAlertmanagers(prometheus);
    return [
      notified.length === environment.alertmanager.replicas
        ? passed(subject, notified.join(", "))
        : open(subject, {
            found: `${String(notified.length)}: ${notified.join(", ")}`,
            expected,
            next: "see that all pods of Alertmanager run and that Prometheus may read the endpoints of their Service",
          }),
    ];
  });
};

/**
 * Job of the Prometheus servers themselves; the pods have a second container, which answers under
 * the same job.
 */
const SERVERS =
  'count(up{job="kps-prometheus", container="prometheus"} == 1) or vector(0)';

const checkReplicas = ({
  prometheus,
  environment,
}: Running): Promise<readonly Finding[]> => {
  const { replicas } = environment.prometheus;
  const subject: Subject = {
    check: "redundancy",
    subject: "servers of Prometheus",
  };
  const expected = `${String(replicas)} up`;
  return looked(subject, expected, async () => {
    const [first] = await instantly(prometheus, SERVERS);
    const up = first?.values[0] ?? "0";
    return [
      Number(up) >= replicas
        ? passed(subject, `${up} up`)
        : open(subject, {
            found: `${up} up`,
            expected,
            next: "see that all pods of Prometheus run and scrape each other",
          }),
    ];
  });
};

const checkSecondPath = ({
  grafana,
  environment,
  watched,
  services,
}: Running): Promise<readonly Finding[]> => {
  const subject: Subject = {
    check: "redundancy",
    subject: "second path in Grafana",
  };
  const rules = secondPathRules(environment, watched, services);
  const names = [
    SECOND_PATH,
    ...(watched === undefined ? [] : [WATCHED_ENVIRONMENT]),
  ];
  const expected = `${String(rules.length)} rules that are not paused, and the contact point${names.length === 1 ? "" : "s"} ${names.join(" and ")}`;
  return looked(subject, expected, async () => {
    const kept = await grafanaRules(grafana);
    const points = await contactPoints(grafana);
    const faults = [
      ...rules.flatMap(({ uid }) => {
        const paused = kept.get(uid);
        if (paused === undefined) return `lacks the rule ${uid}`;
        return paused ? `the rule ${uid} is paused` : [];
      }),
      ...names.flatMap((name) =>
        points.has(name) ? [] : `lacks the contact point ${name}`,
      ),
    ];
    return [
      faults.length === 0
        ? passed(subject, expected)
        : open(subject, {
            found: faults.join(", "),
            expected,
            next: "deploy; see the runbook page platform/second-path",
          }),
    ];
  });
};
