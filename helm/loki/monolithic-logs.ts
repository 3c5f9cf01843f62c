import type { MonolithicLogs } from "../../model/stores";
import { chartVolume } from "../parts/chart-volume";
import type { Values } from "../parts/values";
import { WITH_TOKEN, partWithVolume } from "./pods";

const NONE: Values = { replicas: 0 };

/**
 * Each pod does everything. The chart refuses to render while the parts of its older mode have
 * replicas.
 */
export const monolithicLogs = (logs: MonolithicLogs): Values => ({
  deploymentMode: "Monolithic",
  singleBinary: {
    ...partWithVolume(
      "single-binary",
      logs,
      chartVolume(logs.volume, "storageClass"),
    ),
    ...WITH_TOKEN,
  },
  read: NONE,
  write: NONE,
  backend: NONE,
});
