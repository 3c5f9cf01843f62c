import type { ChartMetric } from "../../../../model/chart-metrics";
import { gauge, gauges, appearing } from "../../../parts/metrics/facts";

const NODE = ["node"] as const;
const NAMESPACE = ["namespace"] as const;
const RESOURCEQUOTA = ["namespace", "resourcequota"] as const;
const LIMITRANGE = ["namespace", "limitrange"] as const;
const PERSISTENTVOLUMECLAIM = ["namespace", "persistentvolumeclaim"] as const;
const PERSISTENTVOLUME = ["persistentvolume"] as const;
const SERVICE = ["namespace", "service", "uid"] as const;
const INGRESS = ["namespace", "ingress"] as const;

/** Metrics of kube-state-metrics about nodes, namespaces, volumes and ingresses. */
export const cluster: readonly ChartMetric[] = [
  gauge(
    "kube_node_info",
    ...NODE,
    "kernel_version",
    "os_image",
    "container_runtime_version",
    "kubelet_version",
    "kubeproxy_version",
    "pod_cidr",
    "provider_id",
    "system_uuid",
    "internal_ip",
  ),
  ...appearing(
    "with a node that has a role",
    gauge("kube_node_role", ...NODE, "role"),
  ),
  ...gauges(NODE, "kube_node_spec_unschedulable", "kube_node_created"),
  ...appearing(
    "with a node that has a taint",
    gauge("kube_node_spec_taint", ...NODE, "key", "value", "effect"),
  ),
  ...gauges(
    [...NODE, "resource", "unit"],
    "kube_node_status_capacity",
    "kube_node_status_allocatable",
  ),
  gauge("kube_node_status_condition", ...NODE, "condition", "status"),
  gauge("kube_namespace_created", ...NAMESPACE),
  gauge("kube_namespace_status_phase", ...NAMESPACE, "phase"),
  ...appearing(
    "with a resource quota",
    gauge("kube_resourcequota", ...RESOURCEQUOTA, "resource", "type"),
    gauge("kube_resourcequota_created", ...RESOURCEQUOTA),
  ),
  ...appearing(
    "with a limit range",
    gauge("kube_limitrange", ...LIMITRANGE, "resource", "type", "constraint"),
  ),
  gauge(
    "kube_persistentvolumeclaim_access_mode",
    ...PERSISTENTVOLUMECLAIM,
    "access_mode",
  ),
  gauge(
    "kube_persistentvolumeclaim_info",
    ...PERSISTENTVOLUMECLAIM,
    "storageclass",
    "volumename",
    "volumemode",
  ),
  ...gauges(
    PERSISTENTVOLUMECLAIM,
    "kube_persistentvolumeclaim_resource_requests_storage_bytes",
    "kube_persistentvolumeclaim_created",
  ),
  ...appearing(
    "while a claim has a condition, as while it is resized",
    gauge(
      "kube_persistentvolumeclaim_status_condition",
      ...PERSISTENTVOLUMECLAIM,
      "type",
      "status",
    ),
  ),
  gauge(
    "kube_persistentvolumeclaim_status_phase",
    ...PERSISTENTVOLUMECLAIM,
    "phase",
  ),
  ...gauges(
    PERSISTENTVOLUME,
    "kube_persistentvolume_capacity_bytes",
    "kube_persistentvolume_created",
  ),
  gauge("kube_persistentvolume_status_phase", ...PERSISTENTVOLUME, "phase"),
  gauge(
    "kube_persistentvolume_access_mode",
    ...PERSISTENTVOLUME,
    "access_mode",
  ),
  gauge(
    "kube_service_info",
    ...SERVICE,
    "cluster_ip",
    "external_name",
    "external_traffic_policy",
    "load_balancer_ip",
  ),
  gauge("kube_service_created", ...SERVICE),
  gauge("kube_service_spec_type", ...SERVICE, "type"),
  gauge("kube_ingress_info", ...INGRESS, "ingressclass"),
  gauge("kube_ingress_created", ...INGRESS),
  gauge("kube_ingress_tls", ...INGRESS, "tls_host", "secret"),
];
