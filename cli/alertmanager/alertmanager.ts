/** An alert as Alertmanager takes it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Moments in ISO 8601. Without a beginning Alertmanager would take the end for it. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** An alert as Alertmanager shows it. */
export interface ShownAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly fingerprint: string;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: {
    readonly state: "active" | "suppressed" | "unprocessed";
    /** Fingerprints of the alerts that silence it. */
    readonly inhibitedBy: readonly string[];
    /** Identifiers of silences. */
    readonly silencedBy: readonly string[];
    /** Names of time intervals. */
    readonly mutedBy: readonly string[];
  };
}

/** Alerts that are told together. */
export interface ShownGroup {
  readonly receiver: { readonly name: string };
  readonly alerts: readonly ShownAlert[];
}

/** A silence as somebody made it by hand. */
export interface ShownSilence {
  readonly createdBy: string;
  readonly comment: string;
  readonly endsAt: string;
}

/** What an Alertmanager says of itself. */
export interface ShownStatus {
  readonly cluster: {
    readonly peers?: readonly unknown[];
  };
  readonly config: {
    /** The running configuration as YAML; secrets are left out. */
    readonly original: string;
  };
}

/** One member of an Alertmanager that runs. */
export interface Alertmanager {
  readonly url: string;
  readonly status: () => Promise<ShownStatus>;
  readonly alerts: () => Promise<readonly ShownAlert[]>;
  /** Groups with alerts that have a label of a value. Only here it is told which time mutes an alert. */
  readonly groups: (
    label: string,
    value: string,
  ) => Promise<readonly ShownGroup[]>;
  readonly silence: (id: string) => Promise<ShownSilence>;
  /** The text of its metrics. */
  readonly metrics: () => Promise<string>;
  readonly post: (alerts: readonly PostedAlert[]) => Promise<void>;
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Speaks with the Alertmanager at an address; every failure is an error that names the address.
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export function alertmanagerAt(url: string, namespace: string): Alertmanager {
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => {
      throw new Error(
        `nothing answers at ${url}: kubectl -n ${namespace} port-forward svc/kps-alertmanager 9093 first`,
      );
    });
    if (!response.ok) {
      const answer = (await response.text()).trim().slice(0, 200);
      throw new Error(
        `${url} answers ${String(response.status)} to ${path}: ${answer}`,
      );
    }
    return response;
  };
  const read = async (path: string): Promise<unknown> => {
    const text = await (await ask(path)).text();
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(`${url} is no Alertmanager: ${path} is no JSON there`);
    }
  };
  return {
    url,
    status: async () => (await read("/api/v2/status")) as ShownStatus,
    alerts: async () => (await read("/api/v2/alerts")) as readonly ShownAlert[],
    groups: async (label, value) =>
      (await read(
        `/api/v2/alerts/groups?filter=${encodeURIComponent(`${label}=${JSON.stringify(value)}`)}`,
      )) as readonly ShownGroup[],
    silence: async (id) =>
      (await read(`/api/v2/silence/${encodeURIComponent(id)}`)) as ShownSilence,
    metrics: async () => await (await ask("/metrics")).text(),
    post: async (alerts) => {
      await ask("/api/v2/alerts", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(alerts),
      });
    },
  };
}
