import type { EnvironmentConfig } from "../../model/environment";
import type { Values } from "../parts/values";

/**
 * An ingress of exactly one path, at which the other environment asks whether this is well. Nothing
 * else is to be reached from outside: what stands behind it asks nobody who they are.
 *
 * @param url address of the health check
 * @param secret name of the Secret that is made for the certificate
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
