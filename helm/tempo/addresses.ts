import type { EnvironmentConfig } from "../../model/environment";
import { clusterHost, clusterUrl } from "../parts/cluster-url";
import { TEMPO } from "./chart";

const { ports, release } = TEMPO;

/** Tempo inside the cluster: one Service does all where it is one process. */
export function tempoAddresses(environment: EnvironmentConfig) {
  const part = (name: string): string =>
    environment.traces.kind === "monolithic" ? release : `${release}-${name}`;
  return {
    /** What answers questions about traces. */
    tempo: clusterUrl(environment, part("query-frontend"), ports.http),
    /** What takes spans, host and port as OTLP over gRPC wants them. */
    tempoOtlpGrpc: clusterHost(
      environment,
      part("distributor"),
      ports.otlpGrpc,
    ),
  };
}
