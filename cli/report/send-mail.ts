import { createTransport } from "nodemailer";
import type { MailDefinition } from "../../reports/definitions";
import type { Message } from "../../reports/message";
import { ReportError } from "../../reports/report-error";
import { causeOf } from "./cause-of";
import { readSecretFile } from "./read-file";

/**
 * Port at which a connection is encrypted from its first byte; at any other it becomes so by
 * STARTTLS.
 */
const IMPLICIT_TLS = 465;
const TIMEOUT_MS = 60_000;

/**
 * Sends a report through the mail server.
 * @throws ReportError where it is refused, wholly or for some recipients
 * @see https://nodemailer.com/smtp
 */
export async function sendMail(
  message: Message,
  { host, port, tls, from, user, passwordFile }: MailDefinition,
): Promise<void> {
  const password = readSecretFile(passwordFile);
  const transport = createTransport({
    host,
    port,
    secure: port === IMPLICIT_TLS,
    requireTLS: tls === "required",
    ignoreTLS: tls === "none",
    auth: { user, pass: password },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { rejected } = await transport.sendMail({
      from,
      to: [...message.recipients],
      subject: message.subject,
      text: message.text,
      html: message.html,
      ...(message.attachment === undefined
        ? {}
        : {
            attachments: [
              {
                filename: message.attachment.name,
                content: message.attachment.content,
                contentType: "text/markdown; charset=utf-8",
              },
            ],
          }),
    });
    if (rejected.length > 0) {
      throw new ReportError(
        `the mail server at ${host}:${String(port)} refused ${rejected.map(String).join(", ")}; the others have the report`,
        "correct reports.recipients of the environment; running the job again sends it to all",
      );
    }
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw new ReportError(
      `the mail server at ${host}:${String(port)} did not take the report: ${causeOf(error)}`,
      "nobody received it: correct smtp of the environment, its Secret or the server, then run the job again",
    );
  } finally {
    transport.close();
  }
}
