import { LOKI } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";
import type { LinkSubject } from "./link-subject";

/** The lines of a system, namespace or environment at a time. */
export const logsLink = (
  grafana: string,
  { kind, name }: LinkSubject,
  range: TimeRange,
): string =>
  exploreUrl(
    grafana,
    {
      source: LOKI,
      fields: { expr: `{${kind}="${name}"}`, queryType: "range" },
    },
    range,
  );
