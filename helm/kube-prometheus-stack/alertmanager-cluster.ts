import { seconds } from "../../model/duration";

/**
 * How the members of a cluster keep from telling the same thing twice. Each waits `peerTimeout` for
 * every member before it, and speaks only if it has not heard by then that the message went out.
 * Gossip says so at once, but tells each message a few times only, to members it picks, and in a
 * burst of messages now and then passes one over; what `pushPullInterval` exchanges is everything,
 * so it must come round several times within `peerTimeout`. Alertmanager's own is a minute, four
 * times too late.
 * @see https://github.com/prometheus/alertmanager#high-availability
 */
export const ALERTMANAGER_CLUSTER = {
  /** Alertmanager's default, stated since the other depends on it. */
  peerTimeout: seconds(15),
  pushPullInterval: seconds(3),
} as const;
