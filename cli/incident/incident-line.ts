import { incidentName } from "../../proof/incidents/incident";
import type { JudgedIncident } from "../../proof/incidents/judgement";
import type { Page } from "../../proof/incidents/pages";

/** An incident in one line: who is woken when by what, and when the owner hears of it at all. */
export function incidentLine({
  file: { service, incident },
  pages,
  notifiedAfter,
}: JudgedIncident): string {
  const woken =
    pages.length === 0
      ? "nobody is woken"
      : pages.map((page) => wokenBy(page, service.key)).join(", ");
  const first =
    notifiedAfter === undefined
      ? "no message"
      : `first message ${minutesAfter(notifiedAfter)}`;
  return `${service.key} ${incidentName(incident)}: ${woken}; ${first}`;
}

const wokenBy = (
  { recipient, minute, until, alerts }: Page,
  owner: string,
): string =>
  `${recipient.system === owner ? "woken" : `${recipient.system} is woken`} ${minutesAfter(minute)} by ${alerts.join(" and ")}${until === undefined ? ", to the end" : ` until ${minutesAfter(until)}`}`;

/** `+2`: whole minutes after the fault began. */
export const minutesAfter = (minutes: number): string =>
  `${minutes < 0 ? "" : "+"}${String(Math.floor(minutes))}`;
