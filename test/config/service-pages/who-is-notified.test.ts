import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { routingResults } from "../../../checks/routing/routing-results";
import { whoIsNotified } from "../../../cli/service-pages/people-section";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { channelName } from "../../../model/channel";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { services } from "../../support/declared";
import { goodTeam } from "../../support/services";

const FOLDER = join(__dirname, "../../../docs/services");

const results = routingResults(
  production,
  services,
  alertmanagerConfig(production, services),
);

it.each(services)(
  "the page of $displayName names whom the routes lead its alerts to",
  ({ key }) => {
    const led = results
      .filter(
        ({ alert }) =>
          alert.source === `services/${key}` && alert.labels["system"] === key,
      )
      .map(({ alert, channels }) =>
        [alert.name, channels.map(channelName).join(", ")].join(" → "),
      );
    const written = [
      ...readFileSync(join(FOLDER, `${key}.md`), "utf8").matchAll(
        /^\| P\d +\| `(\w+)`[^|]*\| \S+ +\| (.+?) +\|/gm,
      ),
    ]
      .filter(([, , who = ""]) => !who.startsWith("the team of the system"))
      .map(([, name = "", who = ""]) => [name, who].join(" → "));
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((row) => !led.includes(row))).toEqual([]);
  },
);

it("states why a priority notifies nobody in an environment", () => {
  expect(whoIsNotified(staging, goodTeam, "P1", PRIORITY_MATRIX.P1)).toBe(
    "#monitoring-staging",
  );
  expect(whoIsNotified(staging, goodTeam, "P2", PRIORITY_MATRIX.P2)).toMatch(
    /^nobody: \w+/,
  );
});
