import { Labels } from "@cdktf/provider-kubernetes/lib/labels";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { Construct } from "constructs";

/** Namespaces of the platform. */
export interface PlatformNamespacesProps {
  /** Exists before the first apply, since the Secrets that releases mount lie in it. */
  readonly platform: string;
  /** Pods that need the host: node-exporter. */
  readonly host: string;
}

const labels = (level: "restricted" | "privileged") => ({
  "app.kubernetes.io/part-of": "monitoring-stack",
  "pod-security.kubernetes.io/enforce": level,
  "pod-security.kubernetes.io/warn": level,
});

/**
 * Pod Security for the platform: everything is restricted but what must see the host, which has a
 * namespace of its own. The platform's namespace is labelled and not created: its Secrets, and so
 * the namespace, are made before Terraform runs.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class PlatformNamespaces extends Construct {
  readonly platform: Labels;
  readonly host: NamespaceV1;

  constructor(scope: Construct, id: string, props: PlatformNamespacesProps) {
    super(scope, id);
    this.platform = new Labels(this, "platform", {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: props.platform },
      labels: labels("restricted"),
    });
    this.host = new NamespaceV1(this, "host", {
      metadata: { name: props.host, labels: labels("privileged") },
    });
  }
}
