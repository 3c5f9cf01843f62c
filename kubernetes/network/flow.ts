import type { Component, PodSelector } from "../../helm/parts/component";

/** An end of a flow. */
export type Peer =
  | Component
  | {
      /** Pods of others in the cluster. */
      readonly kind: "pods";
      readonly name: string;
      readonly namespace: string;
      /** @default every pod of the namespace */
      readonly pods?: PodSelector;
      readonly what: string;
    }
  | {
      /** What has an address and is no pod. */
      readonly kind: "addresses";
      readonly name: string;
      /** Ranges of IPv4 addresses. */
      readonly ranges: readonly string[];
      /** Excluded parts of these ranges. */
      readonly except?: readonly string[];
      readonly what: string;
    };

/** A port of a pod or an address, not of a Service: policies apply behind the Service. */
export interface Port {
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
}

/** An allowed connection and its reason. Replies need no flow of their own. */
export interface Flow {
  readonly from: Peer;
  readonly to: Peer;
  readonly ports: readonly Port[];
  readonly reason: string;
}

/** Ports of TCP. */
export const tcp = (...ports: readonly number[]): readonly Port[] =>
  ports.map((port) => ({ port, protocol: "TCP" }));

/** One port in both protocols: gossip and name resolution use either. */
export const tcpAndUdp = (port: number): readonly Port[] => [
  { port, protocol: "TCP" },
  { port, protocol: "UDP" },
];
