import {
  namesReceivers,
  readCounters,
  since,
} from "../../../cli/alertmanager/counters";

const metrics = `# HELP alertmanager_notifications_total The total number of attempted notifications.
# TYPE alertmanager_notifications_total counter
alertmanager_notifications_total{integration="email"} 1
alertmanager_notifications_total{integration="slack"} 7
alertmanager_notifications_failed_total{integration="slack",reason="authError"} 1
alertmanager_notifications_failed_total{integration="slack",reason="serverError"} 2
alertmanager_notification_requests_total{integration="slack"} 1.2e+01
alertmanager_notification_requests_failed_total{integration="slack"} 4
alertmanager_notification_latency_seconds_count{integration="slack"} 99
`;

it("reads notifications, whatever the reason of a failure, and sums members", () => {
  expect(readCounters([metrics, metrics])).toEqual({
    begun: { email: 2, slack: 14 },
    givenUp: { slack: 6 },
    requests: { slack: 24 },
    failedRequests: { slack: 8 },
  });
});

it("counts by receiver where Alertmanager does", () => {
  const named = readCounters([
    'alertmanager_notifications_total{integration="slack",receiver_name="codeverify-p1"} 3\n',
  ]);
  expect(named.begun).toEqual({ "codeverify-p1/slack": 3 });
  expect(namesReceivers(named)).toBe(true);
  expect(namesReceivers(readCounters([metrics]))).toBe(false);
});

it("counts from a reading on, and from nothing after a restart", () => {
  const none = {
    begun: {},
    givenUp: {},
    requests: {},
    failedRequests: {},
  };
  expect(
    since(
      { ...none, begun: { slack: 4, email: 9 } },
      { ...none, begun: { slack: 6, email: 1, webhook: 2 } },
    ).begun,
  ).toEqual({ slack: 2, email: 1, webhook: 2 });
});
