import { milliseconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { ServiceDeclaration } from "../../../model/service";
import { httpApi } from "../../../patterns/http-api";
import { kioskTeam } from "./teams";

/** A system whose saved queries measure spans. */
export const kiosk: ServiceDeclaration = {
  key: "kiosk",
  displayName: "Kiosk",
  about: "The kiosk sells what does not need an order.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: kioskTeam,
  ...httpApi({
    key: "kiosk",
    displayName: "Kiosk",
    routes: ["/"],
    requestsPerSecond: 5,
    availability: percent(99.5),
    p95: milliseconds(250),
  }),
  publicHealth: { kind: "url", url: "https://kiosk.example.com/health" },
  traceQueries: [
    {
      id: "failed-requests",
      number: 1,
      title: "Failed requests",
      description: "Spans of the kiosk in a second that failed",
      expr: '{ resource.system = "kiosk" && status = error } | rate() by (resource.service.name)',
      unit: "cps",
    },
  ],
};
