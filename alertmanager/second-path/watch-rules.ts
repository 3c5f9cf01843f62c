import { minutes } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { watchedTargets } from "../../model/watched-target";
import type { WatchedTarget } from "../../model/watched-target";
import type { SecondPathRule } from "./rule";

const PAGE = "platform/second-path";

/**
 * Rules about the watched environment: one for each probed part, and one about the probes
 * themselves.
 */
export function watchRules(
  watched: EnvironmentConfig,
  services: readonly Service[],
): readonly SecondPathRule[] {
  const targets = watchedTargets(watched, services);
  const { name } = watched;
  return [
    ...targets.map((target) => unreachable(name, target)),
    {
      uid: "second-path-not-watched",
      name: "PeerNotWatched",
      expr: `count(probe_success{watched="${name}"}) or vector(0)`,
      fires: { when: "below", limit: targets.length },
      for: minutes(10),
      // Without Prometheus there are no probes either; another rule already fires for that.
      withoutAnswer: "OK",
      severity: "warning",
      team: "platform",
      // No label `watched`: the probing environment's team must repair it.
      summary: `Not every part of ${name} is probed`,
      description: `{{ $values.A.Value }} of ${String(targets.length)} probes of ${name} give a result.`,
      runbook: `${PAGE}#peernotwatched`,
    },
  ];
}

/** No sample means that this environment does not probe, not that the watched one is down. */
const unreachable = (
  watched: string,
  { probe, displayName, url }: WatchedTarget,
): SecondPathRule => ({
  uid: `watch-${probe}`,
  name: `PeerUnreachable ${watched} ${probe}`,
  expr: `max(probe_success{watched="${watched}", probe="${probe}"})`,
  fires: { when: "below", limit: 1 },
  for: minutes(5),
  withoutAnswer: "OK",
  severity: "critical",
  team: "platform",
  watched,
  summary: `${displayName} of ${watched} does not answer from outside`,
  description: `${url} has not answered with success for 5 minutes.`,
  runbook: `${PAGE}#peerunreachable`,
});
