import type { EnvironmentConfig } from "../../model/environment";
import { PART, component, released } from "../parts/component";
import { TEMPO } from "./chart";

const { ports, release } = TEMPO;
/** The same of each of Tempo's charts. */
const LABELS = released("tempo", release);

/** Pods of Tempo's release, in every kind of trace store. */
export const tempoComponents = (environment: EnvironmentConfig) => ({
  tempo: component(environment, {
    name: "tempo",
    labels: LABELS,
    except: {
      label: PART,
      values: [
        "memcached",
        "memcached-chunks-cache",
        "memcached-results-cache",
      ],
    },
    what: "keeps traces",
    metricsPorts: [ports.http],
  }),
  tempoCache: component(environment, {
    name: "tempo-cache",
    labels: { ...LABELS, [PART]: "memcached" },
    what: "pieces of traces that were read lately",
    isRun: environment.traces.kind !== "monolithic",
  }),
});
