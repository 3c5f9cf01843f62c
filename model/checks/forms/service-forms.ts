import type { ChartAlerts } from "../../chart-alerts";
import type { NoData, PublicHealth } from "../../service";
import { checkHttpAddress } from "../http-address";
import { reason } from "../values/texts";
import { list, oneOfTexts, optional, record, text, union } from "./form";

/** The public health endpoint of a system. */
export const publicHealthForm = union<PublicHealth>({
  url: {
    url: text((path, address) => checkHttpAddress(path, address, ["https"])),
  },
  none: { reason: text(reason) },
});

/** The alert on absent metrics. Its reason and its names have a check of their own. */
export const noDataForm = union<NoData>({
  alert: {
    alert: text(),
    metrics: list(text()),
    otherAlerts: optional(record(text())),
  },
  none: { reason: text() },
});

const priority = oneOfTexts("P0", "P1", "P2", "P3");

/** Who of a system is notified of the charts' alerts. */
export const chartAlertsForm = union<ChartAlerts>({
  notify: { critical: priority, warning: priority },
  off: { reason: text(reason) },
});
