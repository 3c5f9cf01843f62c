import type { EnvironmentConfig } from "../../model/environment";
import type { Values } from "../parts/values";

/**
 * An ingress of exactly one path, at which the watching environment probes health. No other path
 * may be open: the service behind it has no authentication.
 *
 * @param url address of the health check
 * @param secret name of the Secret that is created for the certificate
 */
export function healthIngress(
  { ingress }: EnvironmentConfig,
  url: string,
  secret: string,
): Values {
  const { host, pathname } = new URL(url);
  return {
    enabled: true,
    ingressClassName: ingress.className,
    annotations: { "cert-manager.io/cluster-issuer": ingress.clusterIssuer },
    hosts: [host],
    paths: [pathname],
    pathType: "Exact",
    tls: [{ secretName: secret, hosts: [host] }],
  };
}
