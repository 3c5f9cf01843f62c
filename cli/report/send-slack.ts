import type { SlackDefinition } from "../../reports/definitions";
import type { Message } from "../../reports/message";
import { ReportError } from "../../reports/report-error";
import { HttpFailure, request } from "../http/request";
import { readSecretFile } from "./read-file";

const TIMEOUT_MS = 30_000;

/**
 * Posts a message about a report to a channel. The webhook's URL is a secret and is in no error
 * message.
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

/** No retry: a request without an answer may have arrived, and would be posted twice. */
async function post(url: string, json: unknown): Promise<string | undefined> {
  try {
    const { status, text } = await request({ url, json, patience: TIMEOUT_MS });
    return status >= 200 && status < 300
      ? undefined
      : `status ${String(status)} ${text.trim().slice(0, 200)}`;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return error.message;
  }
}
