import type {
  EmailChannel,
  PagerDutyService,
  PeopleChannel,
  SlackChannel,
  TeamChannels,
  TeamsChannel,
  WebhookChannel,
} from "../../channel";
import type { EscalationStep, Team } from "../../team";
import { name, notEmpty } from "../values/texts";
import { list, object, optional, text, union } from "./form";
import { secretReference } from "./secret-form";

// Names, mailboxes and secrets have a check of their own, which the same channels pass elsewhere.
const slack = { channel: text<`#${string}`>(), webhook: secretReference };
const msteams = { name: text(), webhook: secretReference };
const pagerduty = { name: text(), routingKey: secretReference };
const email = { to: list(text()) };
const webhook = {
  name: text(),
  url: secretReference,
  token: optional(secretReference),
};

/** A channel that people read. */
export const peopleChannel = union<PeopleChannel>({
  slack,
  msteams,
  pagerduty,
  email,
  webhook,
});

/** A channel of a chat. */
export const chatChannel = union<SlackChannel | TeamsChannel>({
  slack,
  msteams,
});

/** A channel of Slack. */
export const slackChannel = union<SlackChannel>({ slack });

/** A team: who answers, and through which channels. */
export const teamForm = object<Team>({
  key: text(),
  owner: text(),
  onCall: text(name),
  channels: object<TeamChannels>({
    pager: optional(
      list(union<PagerDutyService | WebhookChannel>({ pagerduty, webhook })),
    ),
    chat: optional(
      list(
        union<SlackChannel | TeamsChannel | WebhookChannel>({
          slack,
          msteams,
          webhook,
        }),
      ),
    ),
    email: optional(
      list(union<EmailChannel | WebhookChannel>({ email, webhook })),
    ),
    escalation: optional(list(peopleChannel)),
  }),
  escalation: list(
    object<EscalationStep>({ who: text(notEmpty), when: text(notEmpty) }),
  ),
});
