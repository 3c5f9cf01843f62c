/** Name of the Service that applications send telemetry to: `http://alloy.monitoring.svc:4317`. */
export const GATEWAY_SERVICE = "alloy";

/** Ports at which the gateway takes telemetry, by the names they have on its Service. */
export const GATEWAY_PORTS = {
  "otlp-grpc": { port: 4317, protocol: "TCP" },
  "otlp-http": { port: 4318, protocol: "TCP" },
  "jaeger-grpc": { port: 14250, protocol: "TCP" },
  "jaeger-http": { port: 14268, protocol: "TCP" },
  /** Jaeger's oldest protocol, over UDP: unreceived packets are lost. */
  "jaeger-compact": { port: 6831, protocol: "UDP" },
  /** Spans from another replica of the gateway, which has sorted them by trace. */
  "otlp-traces": { port: 4320, protocol: "TCP" },
} as const satisfies Readonly<
  Record<string, { readonly port: number; readonly protocol: "TCP" | "UDP" }>
>;

/** A port on every address of the pod. */
export const everywhere = (name: keyof typeof GATEWAY_PORTS): string =>
  `0.0.0.0:${String(GATEWAY_PORTS[name].port)}`;
