/** A Helm release as it will be installed. */
export interface ReleaseEntry {
  readonly name: string;
  readonly chart: string;
  readonly version: string;
}

/** An alert as it will be evaluated. */
export interface AlertEntry {
  readonly name: string;
  readonly system: string;
  readonly priority: string;
  readonly expr: string;
  readonly for: string;
}

/** A monitor or probe as it will be read by the operator. */
export interface MonitorEntry {
  readonly kind: string;
  readonly name: string;
  readonly system: string;
  /** Series at most, by the contract of the service. */
  readonly series: number;
}

/** A dashboard as Grafana will show it. */
export interface DashboardEntry {
  readonly uid: string;
  readonly title: string;
  readonly panels: number;
  readonly folder: string;
}

/** A Secret that must exist before the apply. */
export interface SecretEntry {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly usedBy: readonly string[];
}

/** What one environment runs, read back from what was synthesised. */
export interface Inventory {
  readonly environment: string;
  /** Folder with `cdk.tf.json`. */
  readonly folder: string;
  readonly backend: string;
  /** Context of the kubeconfig that it is applied with. */
  readonly kubeconfigContext: string;
  readonly releases: readonly ReleaseEntry[];
  readonly monitors: readonly MonitorEntry[];
  readonly recordingRules: readonly string[];
  readonly alerts: readonly AlertEntry[];
  readonly dashboards: readonly DashboardEntry[];
  readonly secrets: readonly SecretEntry[];
  readonly warnings: readonly string[];
  /** Addresses of every Terraform resource, sorted. */
  readonly addresses: readonly string[];
}
