import type { SlackDefinition } from "../../reports/definitions";
import type { Message } from "../../reports/message";
import { ReportError } from "../../reports/report-error";
import { causeOf } from "./cause-of";
import { readSecretFile } from "./read-file";

const TIMEOUT_MS = 30_000;

/**
 * Tells a channel of a report. The webhook's address is a secret and is in no message.
 * @throws ReportError where Slack refuses
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export async function sendSlack(
  { slack }: Message,
  { channel, webhookFile }: SlackDefinition,
): Promise<void> {
  const webhook = readSecretFile(webhookFile);
  const refusal = await post(webhook, {
    text: slack,
    unfurl_links: false,
    unfurl_media: false,
  });
  if (refusal === undefined) return;
  throw new ReportError(
    `the mail is sent, and Slack does not take the message for ${channel}: ${refusal.replaceAll(webhook, "(webhook)")}`,
    `make a new webhook for ${channel} and put it into the Secret behind ${webhookFile}; running the job again sends the mail again`,
  );
}

async function post(url: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.text()).trim().slice(0, 200);
    return response.ok
      ? undefined
      : `status ${String(response.status)} ${answer}`;
  } catch (error) {
    return causeOf(error);
  }
}
