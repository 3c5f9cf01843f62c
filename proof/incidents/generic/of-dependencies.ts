import type { Service } from "../../../model/service";
import { UP } from "../../typical/scrape-series";
import { both, named } from "../faults/choices";
import {
  all,
  counts,
  growing,
  ofSystem,
  valued,
  without,
} from "../faults/of-system";
import type { Incident } from "../incident";

/** What a system needs is gone, or what shows it. */
export const ofDependencies = (service: Service): readonly Incident[] => [
  ...service.exporters.flatMap(({ kind, name }) => {
    const own = both(ofSystem(service), ({ labels }) => labels["job"] === name);
    return [
      {
        kind: "dependency-gone",
        of: name,
        about: `The ${kind === "redis" ? "cache" : "database"} that ${name} asks does not answer.`,
        fault: all(
          valued(both(own, named(UP[kind])), () => 0),
          without(
            both(
              own,
              ({ name: metric }) => metric !== UP[kind] && metric !== "up",
            ),
          ),
        ),
      },
      {
        kind: "exporter-gone",
        of: name,
        about: `${name} is gone from discovery; what it asks works.`,
        fault: without(own),
      },
    ];
  }),
  ...(Object.values(service.metrics).some(({ source }) => source === "push")
    ? [
        {
          kind: "push-stale",
          about:
            "What is pushed is no longer pushed, and the Pushgateway shows the last of it.",
          fault: growing(
            both(
              ofSystem(service),
              counts,
              ({ labels }) => !("instance" in labels),
            ),
            () => 0,
          ),
        },
      ]
    : []),
];
