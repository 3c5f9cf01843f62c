import type { ReportDocument } from "./document";

/** Maximum number of single numbers in a chat message; the mail has them all. */
const MOST_FIGURES = 12;

/** The Slack message: title, single numbers, and a link to the details. */
export function renderSlack(
  { title, sections, link }: ReportDocument,
  recipients: readonly string[],
): string {
  const figures = sections
    .flatMap(({ tables }) => tables)
    .filter((table) => table.title === undefined)
    .flatMap(({ rows }) => rows)
    .slice(0, MOST_FIGURES)
    .map((cells) => `• ${cells.map(escapeSlack).join(": ")}`);
  return [...slackHead(title, recipients), ...figures, slackLink(link)].join(
    "\n",
  );
}

/** The same for a report written by another program. */
export const renderFileSlack = (
  title: string,
  recipients: readonly string[],
  link: string,
): string => [...slackHead(title, recipients), slackLink(link)].join("\n");

const slackHead = (
  title: string,
  recipients: readonly string[],
): readonly string[] => [
  `*${escapeSlack(title)}*`,
  `Sent to ${recipients.map(escapeSlack).join(", ")}`,
];

const slackLink = (link: string): string => `<${link}|More in Grafana>`;

/**
 * Escaping these three prevents mentions and links.
 * @see https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
const escapeSlack = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\r\n]+/g, " ");
