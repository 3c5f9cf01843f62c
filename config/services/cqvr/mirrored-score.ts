/**
 * What the application puts into Amazon CloudWatch, for people who look there. Its numbers are
 * copies: what is alerted on is scraped.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export const MIRRORED_SCORE = {
  namespace: "FARFAN/CQVR",
  metric: "AverageScore",
  unit: "None",
  /** Its value is the environment's name; without it staging would write over production. */
  dimension: "Environment",
} as const;
