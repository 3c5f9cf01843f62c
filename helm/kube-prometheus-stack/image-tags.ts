/**
 * Tags of the images that the chart's operator runs, instead of the chart's own: the minor versions
 * that rules, routes and messages are tested with, and an Alertmanager whose inhibitions do not end
 * early, as they may before 0.34.1.
 * @see https://github.com/prometheus/prometheus/releases
 * @see https://github.com/prometheus/alertmanager/releases
 */
export const IMAGE_TAGS = {
  prometheus: "v3.15.0-distroless",
  alertmanager: "v0.35.0",
} as const;
