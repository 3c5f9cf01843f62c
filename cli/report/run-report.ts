import type { ReportDefinitions } from "../../reports/definitions";
import { isFirstWorkingDay } from "../../reports/first-working-day";
import { dateText } from "../../reports/civil-date";
import { reportNamed } from "../../reports/read-definitions";
import { makeMessage } from "./make-message";
import type { Making } from "./make-message";
import { sendMail } from "./send-mail";
import { sendSlack } from "./send-slack";

/** What is done with a report that is made. */
export type Purpose = "send" | "markdown" | "html" | "slack";

/** One run of the program. */
export interface ReportRun extends Making {
  readonly definitions: ReportDefinitions;
  readonly report: string;
  readonly purpose: Purpose;
  /** Whether a report is also sent on another day than its own. */
  readonly anyDay: boolean;
}

/**
 * Makes a report and sends it, or shows it. @returns the text for the log or the terminal @throws
 * ReportError with the next step
 */
export async function runReport(run: ReportRun): Promise<string> {
  const { definitions, instant, purpose } = run;
  const definition = reportNamed(definitions, run.report);
  const { timeZone } = definitions;
  const waits =
    definition.kind === "summary" &&
    definition.onFirstWorkingDay &&
    !run.anyDay &&
    !isFirstWorkingDay(instant, timeZone);
  if (waits && purpose === "send") {
    return `${run.report}: ${dateText(instant, timeZone)} is not the first working day of its month; nothing to send`;
  }
  const message = await makeMessage(definition, definitions, run);
  switch (purpose) {
    case "markdown":
      return message.text;
    case "html":
      return message.html;
    case "slack":
      return message.slack;
    case "send": {
      await sendMail(message, definitions.mail);
      const { slack } = definitions;
      if (slack !== undefined) await sendSlack(message, slack);
      return `${run.report}: sent to ${[...message.recipients, ...(slack === undefined ? [] : [slack.channel])].join(", ")}`;
    }
  }
}
