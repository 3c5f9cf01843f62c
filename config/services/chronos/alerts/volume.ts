import type { AlertDeclaration } from "../../../../model/alert";
import { hours } from "../../../../model/duration";
import { ratio } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { droppedSinceLastWeek } from "../../../../patterns/anomaly/dropped-since-last-week";
import { volume } from "../events";

/** A pipeline writes much less than at the same hour of the week before. */
export const volumeAlerts: readonly AlertDeclaration[] = [
  droppedSinceLastWeek({
    name: "ChronosDataVolumeDrop",
    recorded: "chronos:data_volume_bytes:rate1h",
    source: { kind: "counter", example: volume.example, window: hours(1) },
    by: ["pipeline"],
    share: { name: "share", value: ratio(0.5) },
    // Less than four megabytes an hour, where a few records are half of the volume.
    minimum: count(1000, "bytes per second a week ago"),
    for: hours(1),
    priority: "P2",
    summary:
      "Volume of {{ $labels.pipeline }} is less than half of the same time last week",
    description:
      "For an hour {{ $labels.pipeline }} has written less than half of what it wrote at the same time a week ago: a source is missing, or records are smaller.",
    action: "Compare the records with the bytes: fewer of them, or smaller?",
    runbook: "chronos/volume",
  }),
];
