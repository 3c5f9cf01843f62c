import type { EnvironmentConfig } from "../../model/environment";
import {
  contactPointSecrets,
  secretFolder,
} from "../../alertmanager/second-path/grafana-contact-points";
import type { Values } from "../parts/values";

/** Readable by Grafana's group and by nobody else: 0440 in octal. */
const MODE = 0o440;

/** The Secrets that Grafana's contact points read, each as a folder that holds no key but those. */
export function contactPointMounts(
  environment: EnvironmentConfig,
): readonly Values[] {
  const bySecret = new Map<string, string[]>();
  for (const { secret, key } of contactPointSecrets(environment)) {
    const keys = bySecret.get(secret);
    if (keys === undefined) bySecret.set(secret, [key]);
    else keys.push(key);
  }
  return [...bySecret].map(([secretName, keys], index) => ({
    // The name of a Secret may hold dots, that of a volume may not.
    name: `contact-points-${String(index + 1)}`,
    secretName,
    mountPath: secretFolder(secretName),
    readOnly: true,
    defaultMode: MODE,
    items: keys.map((key) => ({ key, path: key })),
  }));
}
