/** Ports at which pods of the platform listen, for what is asked of them by more than one. Most tell their metrics at the same. */
export const PORTS = {
  prometheus: 9090,
  alertmanager: 9093,
  operator: 10250,
  grafana: 3000,
  blackboxExporter: 9115,
  pushgateway: 9091,
  loki: 3100,
  tempo: 3200,
  alloy: 12345,
} as const;
