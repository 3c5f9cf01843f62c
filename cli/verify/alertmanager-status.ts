import * as v from "valibot";
import { parse } from "yaml";
import { InputError, fits, fitsIn, listOrNone, texts } from "../../input/json";
import type { Server } from "./server";

/** Status of a member. */
export interface MemberStatus {
  /** The configuration that it runs. */
  readonly configuration: unknown;
  /** Names of its receivers. */
  readonly receivers: readonly string[];
  /** `ready`, `settling` or `disabled`. */
  readonly cluster: string;
  /** How many members it knows, itself among them. */
  readonly peers: number;
}

const STATUS = v.object({
  cluster: v.object({ status: v.string(), peers: listOrNone(v.unknown()) }),
  config: v.object({ original: v.string() }),
});

const CONFIGURATION = v.object({
  receivers: v.array(v.object({ name: v.string() })),
});

/** @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml */
export const memberStatus = (alertmanager: Server): Promise<MemberStatus> =>
  alertmanager.read("/api/v2/status", (body) => {
    const { cluster, config } = fits(STATUS, body);
    const configuration = parsed(config.original);
    return {
      configuration,
      receivers: fitsIn(
        CONFIGURATION,
        configuration,
        "config.original",
      ).receivers.map(({ name }) => name),
      cluster: cluster.status,
      peers: cluster.peers.length,
    };
  });

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new InputError("config.original is no YAML");
  }
}

/** An alert that a member holds. */
export interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  /** `active`, `suppressed` or `unprocessed`. */
  readonly state: string;
  readonly receivers: readonly string[];
}

const HELD = v.array(
  v.object({
    labels: texts,
    status: v.object({ state: v.string() }),
    receivers: v.array(v.object({ name: v.string() })),
  }),
);

/** The alerts of a name that a member holds. */
export const heldAlerts = (
  alertmanager: Server,
  name: string,
): Promise<readonly HeldAlert[]> =>
  alertmanager.read(
    `/api/v2/alerts?filter=${encodeURIComponent(`alertname=${JSON.stringify(name)}`)}`,
    (body) =>
      fits(HELD, body).map(({ labels, status, receivers }) => ({
        labels,
        state: status.state,
        receivers: receivers.map((receiver) => receiver.name),
      })),
  );
