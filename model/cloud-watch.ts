/** What is kept in Amazon CloudWatch, and how it may be read. */
export interface CloudWatch {
  /** `eu-central-1`. */
  readonly region: string;
  /** Role that Grafana's pods assume to read there; no keys anywhere. */
  readonly roleArn: string;
  /** Namespaces of applications, which Grafana offers beside Amazon's own: `Example/Shop`. */
  readonly namespaces: readonly string[];
}
