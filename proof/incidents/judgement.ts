import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type {
  IncidentException,
  IncidentExpectation,
} from "../../model/incident-exception";
import { expectationOf } from "./expectations";
import { fileName } from "./incident-file";
import type { IncidentFile } from "./incident-file";
import { BEGINS, incidentName, LASTS } from "./incident";
import type { LivedIncident } from "./lived";
import { namesIn, openAtOnce, pagesOf, recipients, wakes } from "./pages";
import type { Page, Recipient } from "./pages";

/** What an incident came to, beside what was expected. */
export interface JudgedIncident extends LivedIncident {
  readonly pages: readonly Page[];
  /** Minutes until the owner's first message of any kind. @default there was none */
  readonly notifiedAfter?: number;
  /** In what it differs from the expectation; nothing if it is as expected. */
  readonly differences: readonly string[];
}

/** Judges incidents by the table of expectations. */
export function judgeIncidents(
  lived: readonly LivedIncident[],
  services: readonly Service[],
  environment: EnvironmentConfig,
  exceptions: readonly IncidentException[],
): readonly JudgedIncident[] {
  const all = recipients(services);
  const waking = wakes(environment, all);
  const twins = new Map(lived.map((each) => [each.file.file.name, each]));
  return lived.map((each) => {
    const pages = pagesOf(each.answer, waking, all, BEGINS);
    const notifiedAfter = firstMessage(each, all);
    return {
      ...each,
      pages,
      ...(notifiedAfter === undefined ? {} : { notifiedAfter }),
      differences: [
        ...differences(
          each.file,
          expectationOf(
            each.file.service,
            each.file.incident,
            environment,
            exceptions,
          ),
          pages,
          notifiedAfter,
        ),
        ...unlike(each, twins.get(twinOf(each.file))),
        ...tooEarly(each),
      ],
    };
  });
}

/** Name of the incident that it must be like. */
const twinOf = ({ service, incident }: IncidentFile): string =>
  fileName(service, { ...incident, kind: incident.like ?? "" });

/** How it differs from an incident that must be like it; nothing where that was not run. */
function unlike(
  own: LivedIncident,
  twin: LivedIncident | undefined,
): readonly string[] {
  if (twin === undefined) return [];
  const [here, there] = [messages(own), messages(twin)];
  return here === there
    ? []
    : [
        `not as ${incidentName(twin.file.incident)}: ${here === "" ? "no message" : here} instead of ${there === "" ? "none" : there}`,
      ];
}

/** The first hour is well: a new environment must be as quiet as an old one. */
const tooEarly = ({ answer }: LivedIncident): readonly string[] =>
  answer.notifications
    .filter(({ second }) => second < BEGINS * 60)
    .slice(0, 1)
    .map(
      ({ receiver, firing, resolved }) =>
        `${receiver} is notified of ${namesIn([...firing, ...resolved]).join(", ")} before anything is wrong`,
    );

/** Which alerts were sent to whom. */
const messages = ({ answer }: LivedIncident): string =>
  [
    ...new Set(
      answer.notifications.flatMap(({ receiver, firing }) =>
        namesIn(firing).map((name) => `${name} to ${receiver}`),
      ),
    ),
  ]
    .sort()
    .join(", ");

function firstMessage(
  { answer, file }: LivedIncident,
  all: ReadonlyMap<string, Recipient>,
): number | undefined {
  const first = answer.notifications.find(
    ({ receiver, firing }) =>
      all.get(receiver)?.system === file.service.key && firing.length > 0,
  );
  return first === undefined ? undefined : first.second / 60 - BEGINS;
}

function differences(
  { service, incident: { lasting = false } }: IncidentFile,
  {
    page,
    notifiedBy,
    openAtOnce: allowed = 1,
    staysOpen = lasting,
    afterwards = lasting,
  }: IncidentExpectation,
  pages: readonly Page[],
  notifiedAfter: number | undefined,
): readonly string[] {
  const own = pages.filter(({ recipient }) => recipient.system === service.key);
  const first = own[0]?.minute;
  const found: string[] = [];
  for (const { recipient, minute, alerts } of pages) {
    if (recipient.system !== service.key) {
      found.push(
        `${recipient.system} is woken after ${after(minute)} by ${alerts.join(", ")}, which is not theirs`,
      );
    }
  }
  for (const { minute, alerts } of own) {
    if (minute >= LASTS.fault && !afterwards) {
      found.push(
        `the owner is woken ${after(minute - LASTS.fault)} after the fault has ended, by ${alerts.join(", ")}`,
      );
    }
  }
  if (page.kind === "nobody" && own.length > 0) {
    found.push(
      `the owner is woken by ${own.flatMap(({ alerts }) => alerts).join(", ")}`,
    );
  }
  if (page.kind === "by" && (first === undefined || late(first, page.minute))) {
    found.push(
      `the owner must be woken within ${String(page.minute)} min, ${first === undefined ? "and is not" : `and is after ${after(first)}`}`,
    );
  }
  if (
    notifiedBy !== undefined &&
    (notifiedAfter === undefined || late(notifiedAfter, notifiedBy))
  ) {
    found.push(
      `the owner must be notified within ${String(notifiedBy)} min, ${notifiedAfter === undefined ? "and is not" : `and is after ${after(notifiedAfter)}`}`,
    );
  }
  const open = openAtOnce(own);
  if (open > allowed) {
    found.push(
      `${String(open)} pages are open at once: ${own.map(({ alerts }) => alerts.join("+")).join(", ")}`,
    );
  }
  for (const { until, alerts } of own) {
    if (until === undefined && !staysOpen) {
      found.push(`the page of ${alerts.join(", ")} is open to the end`);
    }
  }
  return found;
}

/** Within its minute: a message waits for its group besides. */
const late = (minute: number, limit: number): boolean => minute >= limit + 1;

const after = (minutes: number): string => `${minutes.toFixed(1)} min`;
