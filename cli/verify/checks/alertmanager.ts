import type { AlertmanagerConfig } from "../../../alertmanager/alertmanager-form";
import { memberStatus } from "../alertmanager-status";
import { configurationDifferences } from "../configuration-differences";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { each, looked } from "../running";
import type { Running } from "../running";
import type { Server } from "../server";

/** Each member runs the declared configuration and has all declared receivers. */
export const checkAlertmanager = async ({
  alertmanagers,
  rendered,
}: Running): Promise<readonly Finding[]> =>
  (await each(alertmanagers, (member) => checkMember(member, rendered))).flat();

function checkMember(
  member: Server,
  rendered: AlertmanagerConfig,
): Promise<readonly Finding[]> {
  const { url } = member.facts;
  const subject: Subject = {
    check: "alertmanager",
    subject: `configuration of ${url}`,
  };
  const expected = "the declared configuration";
  return looked(subject, expected, async () => {
    const { configuration, receivers } = await memberStatus(member);
    const differences = configurationDifferences(rendered, configuration);
    const missing = rendered.receivers
      .map(({ name }) => name)
      .filter((name) => !receivers.includes(name));
    return [
      differences.length === 0
        ? passed(subject, "as declared")
        : open(subject, {
            found: `${String(differences.length)} differences: ${differences.slice(0, MOST).join("; ")}${differences.length > MOST ? "; …" : ""}`,
            expected,
            next: "look at the address, which may be that of another environment; deploy; see the log of the operator, which keeps the old configuration where it cannot read the new one",
          }),
      missing.length === 0
        ? passed(
            { check: "alertmanager", subject: `receivers of ${url}` },
            `${String(receivers.length)}: ${receivers.join(", ")}`,
          )
        : open(
            { check: "alertmanager", subject: `receivers of ${url}` },
            {
              found: `it lacks ${missing.join(", ")}`,
              expected: `${String(rendered.receivers.length)} receivers`,
              next: "deploy",
            },
          ),
    ];
  });
}

/** How many of several differences are written out. */
const MOST = 3;
