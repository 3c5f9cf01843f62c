/** The Secret of Grafana's administrator, in the platform's namespace, and its keys. */
export interface GrafanaAdmin {
  readonly secret: string;
  readonly userKey: string;
  readonly passwordKey: string;
  /** Key with which Grafana encrypts its own secrets; it must never change once data exists. */
  readonly encryptionKey: string;
  /**
   * Key of the password that `/metrics` requires: Prometheus sends it, together with the name of
   * the administrator. Through the ingress nobody else may read Grafana's metrics.
   * @default "metrics-password"
   */
  readonly metricsPasswordKey?: string;
}
