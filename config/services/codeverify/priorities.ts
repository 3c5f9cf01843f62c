import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type { PriorityMatrix } from "../../../model/notification-path";

/** The team reads no e-mail: alerts that do not page go to its Slack channel. */
export const priorities: Partial<PriorityMatrix> = {
  P0: { ...PRIORITY_MATRIX.P0, channels: ["pager", "chat"] },
  P1: { ...PRIORITY_MATRIX.P1, channels: ["chat"] },
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat"] },
};
