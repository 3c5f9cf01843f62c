import { parse } from "yaml";
import type { Server } from "./server";
import {
  ShapeError,
  fieldsOf,
  rowsOf,
  rowsOrNone,
  textOf,
  textsOf,
} from "./shape";

/** What a member says of itself. */
export interface MemberStatus {
  /** The configuration that it runs. */
  readonly configuration: unknown;
  /** Names of those whom it can tell. */
  readonly receivers: readonly string[];
  /** `ready`, `settling` or `disabled`. */
  readonly cluster: string;
  /** How many members it knows, itself among them. */
  readonly peers: number;
}

/** @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml */
export const memberStatus = (alertmanager: Server): Promise<MemberStatus> =>
  alertmanager.read("/api/v2/status", (body) => {
    const { cluster, config } = fieldsOf(body, "the answer");
    const { status, peers } = fieldsOf(cluster, "cluster");
    const configuration = parsed(
      textOf(fieldsOf(config, "config")["original"], "config.original"),
    );
    return {
      configuration,
      receivers: rowsOf(
        fieldsOf(configuration, "the configuration")["receivers"],
        "receivers",
      ).map(({ name }) => textOf(name, "name")),
      cluster: textOf(status, "cluster.status"),
      peers: rowsOrNone(peers, "cluster.peers").length,
    };
  });

function parsed(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    throw new ShapeError("config.original is no YAML");
  }
}

/** An alert that a member holds. */
export interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  /** `active`, `suppressed` or `unprocessed`. */
  readonly state: string;
  readonly receivers: readonly string[];
}

/** The alerts of a name that a member holds. */
export const heldAlerts = (
  alertmanager: Server,
  name: string,
): Promise<readonly HeldAlert[]> =>
  alertmanager.read(
    `/api/v2/alerts?filter=${encodeURIComponent(`alertname=${JSON.stringify(name)}`)}`,
    (body) =>
      rowsOf(body, "the answer").map(({ labels, status, receivers }) => ({
        labels: textsOf(labels, "labels"),
        state: textOf(fieldsOf(status, "status")["state"], "status.state"),
        receivers: rowsOf(receivers, "receivers").map((receiver) =>
          textOf(receiver["name"], "name"),
        ),
      })),
  );
