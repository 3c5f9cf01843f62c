import { seconds } from "../../model/duration";

/**
 * Settings by which the members of a cluster avoid duplicate notifications. Each member waits
 * `peerTimeout` for every member before it, and sends only if the notification log does not show
 * the notification as sent by then. Gossip spreads a log entry at once, but only a few times and to
 * random members, so in a burst a member may miss one. The full state is exchanged every
 * `pushPullInterval`, so that must fit several times into `peerTimeout`. Alertmanager's default is
 * a minute, four times too long.
 * @see https://github.com/prometheus/alertmanager#high-availability
 */
export const ALERTMANAGER_CLUSTER = {
  /** Alertmanager's default, stated since the other depends on it. */
  peerTimeout: seconds(15),
  pushPullInterval: seconds(3),
} as const;
