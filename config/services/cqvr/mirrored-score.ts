/**
 * Metrics that the application copies to Amazon CloudWatch, for people who look there. Alerts use
 * the scraped metrics.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export const MIRRORED_SCORE = {
  namespace: "FARFAN/CQVR",
  metric: "AverageScore",
  unit: "None",
  /** The value is the environment's name; without it staging would overwrite production. */
  dimension: "Environment",
} as const;
