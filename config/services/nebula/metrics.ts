import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { httpMethod, httpStatus } from "../../../patterns/http-labels";
import { deployments, latency } from "./events";

const routes = open({ upTo: 30, examples: ["/resources", "/projects"] });
const resources = open({ upTo: 40, examples: ["gke-main", "sql-main"] });
const gcpServices = values("cloud_run", "firestore", "cloud_storage");
const quotas = open({ upTo: 5, examples: ["requests", "traffic", "storage"] });

/** Metrics of nebula at `/metrics`: API, managed infrastructure, and cloud costs. */
export const metrics: MetricContract = {
  infrastructure_cpu_utilization_ratio: gauge({
    help: "CPU that a managed resource uses, as a share of what it has, 0 to 1",
    labels: { resource: resources },
  }),
  infrastructure_memory_utilization_ratio: gauge({
    help: "Memory that a managed resource uses, as a share of what it has, 0 to 1",
    labels: { resource: resources },
  }),
  infrastructure_deployment_duration_seconds: histogram({
    help: "Time of a deployment of infrastructure, in seconds, by result (success, failure)",
    labels: {
      resource_type: open({ upTo: 10, examples: ["cloud_run", "gke"] }),
      result: values("success", "failure"),
    },
    buckets: deployments.buckets,
  }),
  infrastructure_drift_detected: gauge({
    help: "1 while a resource differs from its declaration, 0 otherwise",
    labels: { resource: resources },
  }),
  api_requests_total: counter({
    help: "Requests answered by the API",
    labels: { method: httpMethod, route: routes, status: httpStatus },
  }),
  api_request_duration_seconds: histogram({
    help: "Time to answer a request to the API, in seconds",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
  }),
  cloud_cost_forecast_dollars: gauge({
    help: "Cost that was forecast for the last closed day, in US dollars",
    labels: { project: open({ upTo: 20, examples: ["web", "data"] }) },
    retention: "long",
  }),
  cloud_cost_actual_dollars: gauge({
    help: "Cost of the same day as it was billed, in US dollars",
    labels: { project: open({ upTo: 20, examples: ["web", "data"] }) },
    retention: "long",
  }),
  gcp_free_tier_usage: gauge({
    help: "What is used of a quota of the free tier (cloud_run, firestore, cloud_storage), in the quota's own unit",
    labels: { gcp_service: gcpServices, quota: quotas },
  }),
  gcp_free_tier_limit: gauge({
    help: "Size of the same quota, in the same unit",
    labels: { gcp_service: gcpServices, quota: quotas },
  }),
};
