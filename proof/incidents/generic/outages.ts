import type { Service } from "../../../model/service";
import { both, named, not } from "../faults/choices";
import {
  all,
  counts,
  flapping,
  growing,
  ofProbe,
  ofSystem,
  valued,
  without,
} from "../faults/of-system";
import type { Choice } from "../faults/of-system";
import type { Incident } from "../incident";

/** Probes of what users reach; a system with none is not served to anybody. */
export const serves = ({ probes, publicHealth }: Service): boolean =>
  probes.length > 0 || publicHealth.kind === "url";

const failing = (service: Service): Choice =>
  both(ofSystem(service), named("probe_success"));

/** Nothing of a system answers, or what watches it sees nothing. */
export function outages(service: Service): readonly Incident[] {
  const own = ofSystem(service);
  const inside = both(own, not(ofProbe));
  const refused = all(
    without(both(inside, not(named("up")))),
    valued(both(inside, named("up")), () => 0),
  );
  return [
    {
      kind: "everything-gone",
      about:
        "Nothing of the system is discovered any more, its probes neither.",
      fault: without(own),
    },
    {
      kind: "scrapes-refused",
      about:
        "No target of the system lets itself be scraped; users are served.",
      fault: refused,
    },
    {
      kind: "scrapes-flap",
      about: "Every other scrape of each target is refused; users are served.",
      fault: flapping(refused),
    },
    ...(service.probes.length === 0
      ? []
      : [
          {
            kind: "everything-but-probes-gone",
            about: "All pods are gone from discovery, and the probes fail.",
            fault: all(
              without(inside),
              valued(failing(service), () => 0),
            ),
          },
          {
            kind: "users-fail",
            about: "Pods run and are scraped, but no request comes to them.",
            fault: all(
              valued(failing(service), () => 0),
              growing(both(inside, counts), () => 0),
            ),
          },
          {
            kind: "probe-flaps",
            about: "Every other probe fails.",
            fault: flapping(valued(failing(service), () => 0)),
          },
        ]),
  ];
}
