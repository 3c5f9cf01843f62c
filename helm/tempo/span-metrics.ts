import type { EnvironmentConfig } from "../../model/environment";
import { prometheusWriteUrls } from "../prometheus-write-urls";
import type { Values } from "../values";

/** What is made of spans: a histogram of requests, and who calls whom. */
export const PROCESSORS: Values = {
  metrics_generator: { processors: ["service-graphs", "span-metrics"] },
};

/** Attribute of spans that says whose they are, kept as a label. */
export const SYSTEM_DIMENSION: Values = {
  span_metrics: { dimensions: ["system"] },
};

/** Series go to every replica of Prometheus, with the trace behind an example. */
export const remoteWrite = (
  environment: EnvironmentConfig,
): readonly Values[] =>
  prometheusWriteUrls(environment).map((url) => ({
    url,
    send_exemplars: true,
  }));
