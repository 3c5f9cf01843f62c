/**
 * Tags of the images that the chart's operator runs, instead of the chart's own: the minor versions
 * that rules, routes and messages are tried with, and an Alertmanager whose inhibitions do not end
 * early, as those before 0.34.1 do in some cases.
 * @see https://github.com/prometheus/prometheus/releases
 * @see https://github.com/prometheus/alertmanager/releases
 */
export const IMAGE_TAGS = {
  prometheus: "v3.15.0-distroless",
  alertmanager: "v0.35.0",
} as const;
