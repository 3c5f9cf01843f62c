import type { Service } from "../../../model/service";
import { both, not } from "../faults/choices";
import {
  counts,
  growing,
  ofProbe,
  ofSystem,
  restarted,
  without,
} from "../faults/of-system";
import type { Incident } from "../incident";

/** What users do not notice. */
export function harmless(service: Service): readonly Incident[] {
  const inside = both(ofSystem(service), not(ofProbe));
  return [
    {
      kind: "no-traffic",
      about: "Nobody uses the system for an hour.",
      fault: growing(both(inside, counts), () => 0),
    },
    {
      kind: "prometheus-restarts",
      about: "Prometheus is down for ten minutes; the system is well.",
      rest: 10,
      fault: without(() => true),
    },
    {
      kind: "all-pods-restart",
      about: "All pods restart at once and count from 0.",
      fault: restarted(inside, false),
    },
    {
      kind: "deployment",
      about: "All pods are replaced by others with new names.",
      fault: restarted(inside, true),
    },
  ];
}
