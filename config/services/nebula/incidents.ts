import { becomes } from "../../../model/incident";
import type { Incident } from "../../../model/incident";

/** What costs money, and disturbs no user. */
export const incidents: readonly Incident[] = [
  {
    name: "free-tier-used-up",
    about: "Firestore has answered all requests of the free tier.",
    changes: [
      becomes(
        'gcp_free_tier_usage{gcp_service="firestore", quota="requests"}',
        6e4,
      ),
    ],
    expected: { page: { kind: "nobody" }, notifiedBy: 10 },
  },
];
