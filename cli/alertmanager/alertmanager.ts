import * as v from "valibot";
import { fromJson, listOrNone, texts } from "../../input/json";
import type { Schema } from "../../input/json";
import { HttpFailure, request } from "../http/request";
import type { HttpRequest } from "../http/request";

/** An alert as Alertmanager takes it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Times in ISO 8601. Without a start Alertmanager would use the end. */
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

/** A group of alerts that notify together. */
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

/** Status of an Alertmanager. */
export interface ShownStatus {
  readonly cluster: {
    readonly peers?: readonly unknown[];
  };
  readonly config: {
    /** The running configuration as YAML; secrets are left out. */
    readonly original: string;
  };
}

const ALERT: Schema<ShownAlert> = v.object({
  labels: texts,
  fingerprint: v.string(),
  receivers: v.array(v.object({ name: v.string() })),
  status: v.object({
    state: v.picklist(["active", "suppressed", "unprocessed"]),
    inhibitedBy: listOrNone(v.string()),
    silencedBy: listOrNone(v.string()),
    mutedBy: listOrNone(v.string()),
  }),
});

const GROUP: Schema<ShownGroup> = v.object({
  receiver: v.object({ name: v.string() }),
  alerts: v.array(ALERT),
});

const SILENCE: Schema<ShownSilence> = v.object({
  createdBy: v.string(),
  comment: v.string(),
  endsAt: v.string(),
});

const STATUS: Schema<ShownStatus> = v.object({
  cluster: v.object({ peers: listOrNone(v.unknown()) }),
  config: v.object({ original: v.string() }),
});

/** One member of a running Alertmanager cluster. */
export interface Alertmanager {
  readonly url: string;
  readonly status: () => Promise<ShownStatus>;
  readonly alerts: () => Promise<readonly ShownAlert[]>;
  /**
   * Groups with alerts that have a label with a value. Only this endpoint says which time interval
   * mutes an alert.
   */
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
 * Client of the Alertmanager at an address; every error names the address.
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export function alertmanagerAt(url: string, namespace: string): Alertmanager {
  const ask = async (
    path: string,
    asked: Pick<HttpRequest, "json"> = {},
  ): Promise<string> => {
    const { status, text } = await request({
      url: `${url}${path}`,
      patience: PATIENCE,
      ...asked,
    }).catch((error: unknown) => {
      if (!(error instanceof HttpFailure)) throw error;
      throw new Error(
        error.kind === "unreachable"
          ? `nothing answers at ${url}: kubectl -n ${namespace} port-forward svc/kps-alertmanager 9093 first`
          : `${url} does not answer ${path}: ${error.message}; check whether Alertmanager is overloaded or restarting`,
      );
    });
    if (status < 200 || status > 299) {
      throw new Error(
        `${url} answers ${String(status)} to ${path}: ${text.trim().slice(0, 200)}`,
      );
    }
    return text;
  };
  const read = async <T>(schema: Schema<T>, path: string): Promise<T> =>
    fromJson(schema, await ask(path), `${url} is not an Alertmanager: ${path}`);
  return {
    url,
    status: () => read(STATUS, "/api/v2/status"),
    alerts: () => read(v.array(ALERT), "/api/v2/alerts"),
    groups: (label, value) =>
      read(
        v.array(GROUP),
        `/api/v2/alerts/groups?filter=${encodeURIComponent(`${label}=${JSON.stringify(value)}`)}`,
      ),
    silence: (id) => read(SILENCE, `/api/v2/silence/${encodeURIComponent(id)}`),
    metrics: () => ask("/metrics"),
    post: async (alerts) => {
      await ask("/api/v2/alerts", { json: alerts });
    },
  };
}
