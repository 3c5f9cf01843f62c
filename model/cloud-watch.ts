/** An Amazon CloudWatch account and how Grafana reads it. */
export interface CloudWatch {
  /** `eu-central-1`. */
  readonly region: string;
  /** IAM role that Grafana's pods assume to read it; no keys anywhere. */
  readonly roleArn: string;
  /**
   * Custom namespaces of applications, which Grafana offers beside Amazon's own: `Example/Shop`.
   */
  readonly namespaces: readonly string[];
}
