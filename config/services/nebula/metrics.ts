import { gibibytes } from "../../../model/bytes";
import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  always,
  between,
  bySet,
  never,
  observed,
  observedOf,
  perDay,
  perHour,
} from "../../../model/typical/typical";
import { httpMethod, httpStatus } from "../../../patterns/http-labels";
import { httpTraffic } from "../../../patterns/http-traffic";
import { deployments, latency } from "./events";

const routes = open({ upTo: 30, examples: ["/resources", "/projects"] });
const resources = open({ upTo: 40, examples: ["gke-main", "sql-main"] });
const gcpServices = values("cloud_run", "firestore", "cloud_storage");
const projects = open({ upTo: 20, examples: ["web", "data"] });
const quotas = open({ upTo: 5, examples: ["requests", "traffic", "storage"] });

/** Metrics of nebula at `/metrics`: API, managed infrastructure, and cloud costs. */
export const metrics: MetricContract = {
  infrastructure_cpu_utilization_ratio: gauge({
    help: "CPU that a managed resource uses, as a share of what it has, 0 to 1",
    labels: { resource: resources },
    typical: bySet({
      'resource="gke-main"': between(0.3, 0.45, 0.7),
      'resource="sql-main"': between(0.15, 0.25, 0.5),
    }),
  }),
  infrastructure_memory_utilization_ratio: gauge({
    help: "Memory that a managed resource uses, as a share of what it has, 0 to 1",
    labels: { resource: resources },
    typical: bySet({
      'resource="gke-main"': between(0.55, 0.6, 0.7),
      'resource="sql-main"': between(0.72, 0.75, 0.8),
    }),
  }),
  infrastructure_deployment_duration_seconds: histogram({
    help: "Time of a deployment of infrastructure, in seconds, by result (success, failure)",
    labels: {
      resource_type: open({ upTo: 10, examples: ["cloud_run", "gke"] }),
      result: values("success", "failure"),
    },
    buckets: deployments.buckets,
    typical: bySet({
      'resource_type="cloud_run",result="success"': observed(perHour(2), {
        p50: 90,
        p95: 240,
        p99: 400,
      }),
      'resource_type="gke",result="success"': observed(perDay(4), {
        p50: 420,
        p95: 1000,
        p99: 1500,
      }),
      // Every failure is looked at, so that a healthy hour has none.
      'resource_type="cloud_run",result="failure"': observed(never, {
        p50: 60,
        p95: 200,
        p99: 300,
      }),
    }),
  }),
  infrastructure_drift_detected: gauge({
    help: "1 while a resource differs from its declaration, 0 otherwise",
    labels: { resource: resources },
    typical: always(0),
  }),
  api_requests_total: counter({
    help: "Requests answered by the API",
    labels: { method: httpMethod, route: routes, status: httpStatus },
    typical: httpTraffic(15),
  }),
  api_request_duration_seconds: histogram({
    help: "Time to answer a request to the API, in seconds",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
    typical: observedOf("api_requests_total", {
      p50: 0.015,
      p95: 0.04,
      p99: 0.065,
    }),
  }),
  cloud_cost_forecast_dollars: gauge({
    help: "Cost that was forecast for the last closed day, in US dollars",
    labels: { project: projects },
    typical: bySet({
      'project="web"': always(21.5),
      'project="data"': always(12.4),
    }),
    retention: "long",
  }),
  cloud_cost_actual_dollars: gauge({
    help: "Cost of the same day as it was billed, in US dollars",
    labels: { project: projects },
    typical: bySet({
      'project="web"': always(22.3),
      'project="data"': always(12.1),
    }),
    retention: "long",
  }),
  gcp_free_tier_usage: gauge({
    help: "What is used of a quota of the free tier (cloud_run, firestore, cloud_storage), in the quota's own unit",
    labels: { gcp_service: gcpServices, quota: quotas },
    typical: bySet({
      'gcp_service="cloud_run",quota="requests"': always(1.15e6),
      'gcp_service="firestore",quota="requests"': between(2e4, 2.8e4, 3.4e4),
      'gcp_service="firestore",quota="storage"': always(6.2e8),
      'gcp_service="cloud_storage",quota="storage"': always(2.9e9),
      'gcp_service="cloud_storage",quota="traffic"': always(3.1e10),
    }),
  }),
  gcp_free_tier_limit: gauge({
    help: "Size of the same quota, in the same unit",
    labels: { gcp_service: gcpServices, quota: quotas },
    typical: bySet({
      'gcp_service="cloud_run",quota="requests"': always(2e6),
      'gcp_service="firestore",quota="requests"': always(5e4),
      'gcp_service="firestore",quota="storage"': always(gibibytes(1).bytes),
      'gcp_service="cloud_storage",quota="storage"': always(gibibytes(5).bytes),
      'gcp_service="cloud_storage",quota="traffic"': always(
        gibibytes(100).bytes,
      ),
    }),
  }),
};
