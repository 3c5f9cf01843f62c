import type { EnvironmentConfig } from "../../model/environment";
import { clusterHost, clusterUrl } from "../parts/cluster-url";
import { TEMPO } from "./chart";

const { ports, release } = TEMPO;

/** Tempo inside the cluster: one Service does all where it is one process. */
export function tempoAddresses(environment: EnvironmentConfig) {
  const part = (name: string): string =>
    environment.traces.kind === "monolithic" ? release : `${release}-${name}`;
  return {
    /** The component that answers queries. */
    tempo: clusterUrl(environment, part("query-frontend"), ports.http),
    /** The component that receives spans, as host and port of OTLP over gRPC. */
    tempoOtlpGrpc: clusterHost(
      environment,
      part("distributor"),
      ports.otlpGrpc,
    ),
  };
}
