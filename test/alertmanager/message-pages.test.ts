import type { EnvironmentConfig } from "../../model/environment";
import { LINKS, TEMPLATES } from "../../alertmanager/templates/names";
import { production } from "../support/organisation/environments";
import { market } from "../support/organisation/services";
import { opened } from "../support/follow-link";
import type { Opened } from "../support/follow-link";
import {
  alertsOf,
  GRAFANA,
  linkIn,
  ofChart,
  ofNode,
  SIGNALS_OF_MARKET,
  TIME,
} from "./fired-alerts";
import {
  beforeRendering,
  highErrors,
  render,
  renderIn,
} from "./market-messages";
import type { FiredAlert } from "./rendered";

beforeAll(...beforeRendering);

/** An alert of the market with other labels. */
const about = (labels: Readonly<Record<string, string>>): FiredAlert => {
  const alert = highErrors();
  return { ...alert, labels: { ...alert.labels, ...labels } };
};

describe("links", () => {
  it.each<[string, () => FiredAlert, Partial<Opened>]>([
    ["the system's own page", highErrors, SIGNALS_OF_MARKET],
    [
      "its pod on it, if the message is about one",
      () => about({ namespace: "market", pod: "market-7c9d8" }),
      { uid: "market-queries", choices: { pod: ["market-7c9d8"] } },
    ],
    [
      "all pods of it, if the pod is that of an exporter",
      () => about({ namespace: "monitoring", pod: "redis-exporter-1" }),
      { uid: "market-queries", choices: {} },
    ],
    [
      "the lines of the platform itself",
      () =>
        about({ system: "platform", namespace: "monitoring", pod: "loki-0" }),
      {
        uid: "platform-queries",
        choices: { system: ["platform"], pod: ["loki-0"] },
      },
    ],
    [
      "an undeclared system",
      () => about({ system: "a b&c" }),
      { uid: "platform-queries", choices: { system: ["a b&c"] } },
    ],
    [
      "the namespace where there is no system",
      () => ({ ...ofChart, labels: { ...ofChart.labels, pod: "shop-1" } }),
      {
        uid: "platform-queries",
        choices: { namespace: ["shop"], pod: ["shop-1"] },
      },
    ],
    [
      "everything where there is neither",
      () => ofNode,
      { uid: "platform-queries", choices: {} },
    ],
  ])(
    "open the page of logs and traces for %s, from before the alert's start",
    (_, alert, expected) => {
      const text = render(TEMPLATES.slackText, [alert()]);
      const traces = render(LINKS.traces, [alert()]);
      for (const link of [
        render(LINKS.logs, [alert()]),
        linkIn(text, "Logs"),
        ...(traces.includes("/alerting/") ? [] : [traces]),
      ]) {
        expect(opened(link)).toMatchObject({
          root: GRAFANA,
          range: TIME,
          ...expected,
        });
        expect(opened(link).choices).toEqual(expected.choices);
      }
    },
  );

  it("set no pod where the alerts of a group are about several", () => {
    const group = ["one", "two"].map((pod) =>
      about({ namespace: "market", pod }),
    );
    expect(opened(render(LINKS.logs, group)).choices).toEqual({});
    expect(
      opened(linkIn(render(TEMPLATES.slackText, group), "Logs")).choices,
    ).toEqual({ pod: ["one"] });
  });

  it("open the list of alerts where no system shows the logs of all", () => {
    expect(renderIn(production, LINKS.logs, [ofChart], "text", [market])).toBe(
      alertsOf("KubePodCrashLooping"),
    );
    expect(
      renderIn(production, TEMPLATES.slackText, [ofChart], "text", [market]),
    ).toContain(`<${alertsOf("KubePodCrashLooping")}|Logs>`);
  });
});

describe("who may silence", () => {
  const { editorGroup, ...singleSignOn } = production.grafana.singleSignOn;
  const withoutEditors: EnvironmentConfig = {
    ...production,
    grafana: {
      ...production.grafana,
      singleSignOn: { ...singleSignOn, adminGroup: "R&D <all>" },
    },
  };
  const fields = [
    ["a button", TEMPLATES.silence, "text", "R&D <all>"],
    ["Teams", TEMPLATES.teamsText, "text", "R&D <all>"],
    ["a mail", TEMPLATES.emailText, "text", "R&D <all>"],
    ["a mail as HTML", TEMPLATES.emailHtml, "html", "R&amp;D &lt;all&gt;"],
  ] as const;

  it.each(fields)(
    "is said where no group may: %s",
    (_, field, type, administrators) => {
      const text = renderIn(withoutEditors, field, [highErrors()], type);
      expect(text).toContain(`Silence (only members of ${administrators})`);
    },
  );

  it.each(fields)("is not said where engineers may: %s", (_, field, type) => {
    expect(editorGroup).toBe("on-call");
    const text = render(field, [highErrors()], type);
    expect(text).toContain("Silence");
    expect(text).not.toContain("only members");
  });
});
