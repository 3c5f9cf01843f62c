/** Where CQVR mirrors its mean score in Amazon CloudWatch. */
export interface CloudWatch {
  /** `eu-central-1`. */
  readonly region: string;
  /** Role that Grafana's pods assume to read there; no keys anywhere. */
  readonly roleArn: string;
}

/**
 * What the application puts there, for people who look at CloudWatch. Its numbers are copies: what is alerted on is scraped.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export const MIRRORED_SCORE = {
  namespace: "FARFAN/CQVR",
  metric: "AverageScore",
  unit: "None",
  /** Its value is the environment's name; without it staging would write over production. */
  dimension: "Environment",
} as const;
