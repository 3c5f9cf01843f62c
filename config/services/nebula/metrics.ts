import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { deployments, latency } from "./events";

const methods = 6;
const routes = 30;
const statuses = 12;
const resources = 40;
const gcpServices = 3;
const quotas = 5;

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
    labels: { resource_type: 10, result: 2 },
    buckets: deployments.buckets,
  }),
  infrastructure_drift_detected: gauge({
    help: "1 while a resource differs from its declaration, 0 otherwise",
    labels: { resource: resources },
  }),
  api_requests_total: counter({
    help: "Requests answered by the API",
    labels: { method: methods, route: routes, status: statuses },
  }),
  api_request_duration_seconds: histogram({
    help: "Time to answer a request to the API, in seconds",
    labels: { method: methods, route: routes },
    buckets: latency.buckets,
  }),
  cloud_cost_forecast_dollars: gauge({
    help: "Cost that was forecast for the last closed day, in US dollars",
    labels: { project: 20 },
    retention: "long",
  }),
  cloud_cost_actual_dollars: gauge({
    help: "Cost of the same day as it was billed, in US dollars",
    labels: { project: 20 },
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
