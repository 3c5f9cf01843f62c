import type { Incident, IncidentChange } from "../../incident";
import type { IncidentExpectation } from "../../incident-exception";
import { finite, whole } from "../values/quantities";
import { notEmpty } from "../values/texts";
import { boolean, list, number, object, optional, text, union } from "./form";

/** An incident lasts an hour. */
const minute = number(whole(0, 60));
const series = text(notEmpty);

const change = union<IncidentChange>({
  becomes: { series, value: number(finite) },
  grows: { series, perMinute: number(finite) },
  occurs: { series, times: number(whole(1, 1_000_000)) },
  gone: { series },
});

/** What the owner of a system expects of an incident. */
export const incidentExpectationForm = object<IncidentExpectation>({
  page: union<IncidentExpectation["page"]>({
    by: { minute },
    perhaps: {},
    nobody: {},
  }),
  notifiedBy: optional(minute),
  openAtOnce: optional(number(whole(1, 10))),
  staysOpen: optional(boolean),
  afterwards: optional(boolean),
});

/** An incident that a system declares. */
export const incidentForm = object<Incident>({
  name: text(),
  about: text(notEmpty),
  changes: list(change, (path, all) =>
    all.length > 0
      ? []
      : [
          {
            path,
            message: "must not be empty",
            next: "say what its series show",
          },
        ],
  ),
  expected: incidentExpectationForm,
});
