import { dateText } from "./civil-date";
import type {
  FileDefinition,
  ReportDefinitions,
  SummaryDefinition,
} from "./definitions";
import { buildDocument } from "./document";
import type { Answers } from "./document";
import type { Message } from "./message";
import { renderHtml, renderTextAsHtml } from "./render-html";
import { renderMarkdown } from "./render-markdown";
import { renderFileSlack, renderSlack } from "./render-slack";
import { ReportError } from "./report-error";

/** Builds the report of numbers, ready to be sent. @throws ReportError if a result does not fit */
export function summaryMessage(
  definition: SummaryDefinition,
  definitions: ReportDefinitions,
  answers: Answers,
  instant: number,
): Message {
  const document = buildDocument(definition, definitions, answers, instant);
  return {
    subject: document.title,
    recipients: definition.recipients,
    text: renderMarkdown(document),
    html: renderHtml(document),
    slack: renderSlack(document, definition.recipients),
  };
}

/**
 * A report written by another program, as text of the mail and as attachment.
 * @throws ReportError if it is empty
 */
export function fileMessage(
  { title, file, recipients }: FileDefinition,
  { environment, timeZone, grafanaUrl }: ReportDefinitions,
  content: string,
  instant: number,
): Message {
  if (content.trim() === "") {
    throw new ReportError(
      `${file} is empty`,
      "read the log of the container that writes it",
    );
  }
  const subject = `${title}, ${environment}, ${dateText(instant, timeZone)}`;
  return {
    subject,
    recipients,
    text: content,
    html: renderTextAsHtml(subject, content),
    attachment: { name: file.replace(/^.*\//, ""), content },
    slack: renderFileSlack(subject, recipients, grafanaUrl),
  };
}
