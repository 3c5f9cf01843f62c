import type { Notification, Switch } from "../../environment";
import type { ChannelRole } from "../../channel";
import { days, minutes } from "../../duration";
import type { MaintenanceWindow, Silence } from "../../mute";
import { labelName } from "../values/labels";
import { between } from "../values/quantities";
import { notEmpty, reason } from "../values/texts";
import { chatChannel, peopleChannel } from "./channel-forms";
import {
  duration,
  either,
  isText,
  list,
  object,
  oneOfTexts,
  optional,
  record,
  text,
  union,
} from "./form";
import { secretReference } from "./secret-form";

const role = oneOfTexts<ChannelRole>("pager", "chat", "email", "escalation");

const channelSwitch = union<Switch<object>>({
  on: {},
  off: { reason: text(reason) },
});

/** The reason of a priority that is off has a check of its own. */
const prioritySwitch = union<Switch<object>>({
  on: {},
  off: { reason: text() },
});

const planned = { from: text(), until: text(), author: text(), reason: text() };

const maintenance = object<MaintenanceWindow>({
  name: text(),
  systems: either(isText, oneOfTexts("all"), list(text())),
  ...planned,
});

const silence = object<Silence>({
  system: text(),
  alert: text(),
  labels: optional(
    record(text(notEmpty), labelName, (path, labels) =>
      labels.length > 0
        ? []
        : [
            {
              path,
              message: "names no label",
              next: "name one, or leave labels out to silence the whole alert",
            },
          ],
    ),
  ),
  ...planned,
});

/** Who is notified in an environment. */
export const notificationForm = object<Notification>({
  pager: channelSwitch,
  email: channelSwitch,
  escalation: channelSwitch,
  chat: union<Notification["chat"]>({
    teams: {},
    one: { channel: chatChannel, reason: text(reason) },
  }),
  priorities: object({
    P0: prioritySwitch,
    P1: prioritySwitch,
    P2: prioritySwitch,
    P3: prioritySwitch,
  }),
  unrouted: chatChannel,
  heartbeat: object<Notification["heartbeat"]>({
    kind: oneOfTexts("heartbeat"),
    url: secretReference,
    // Alertmanager sends a heartbeat each minute, and an hour without alerting is an outage.
    after: duration(between(minutes(2), days(1))),
    notifies: role,
  }),
  secondPath: object<Notification["secondPath"]>({
    channels: list(peopleChannel),
  }),
  timeZone: text(),
  businessHours: object<Notification["businessHours"]>({
    from: text(),
    until: text(),
  }),
  maintenance: list(maintenance),
  silences: list(silence),
});
