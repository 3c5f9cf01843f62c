import { secondPathRuleGroup } from "../../../alertmanager/second-path/rule-group";
import { environments } from "../../../config/environments";
import { grafanaUrl } from "../../../model/environment-urls";
import { watchedEnvironment } from "../../../model/watched-environment";
import { logRuleGroups } from "../../../prometheus/rules/log-rules";
import type { RuleGroup } from "../../../prometheus/rules/rule-group";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { services } from "../support/declared";

/** An address in a text: with a scheme, or a name that only the cluster knows. */
const ADDRESS = /https?:\/\/[^\s"'<>|)]+|[\w.-]+\.svc\.cluster\.local[^\s"']*/g;

/** What an alert tells people. */
interface Said {
  readonly name: string;
  readonly texts: readonly string[];
}

const addressesIn = (alerts: readonly Said[]) =>
  alerts.flatMap(({ name, texts }) =>
    texts
      .flatMap((text) => text.match(ADDRESS) ?? [])
      .map((address) => ({ name, address })),
  );

describe.each(
  environments.map((environment) => [environment.name, environment] as const),
)("what alerts of %s say", (_, environment) => {
  const groups = services.flatMap((service): readonly RuleGroup[] => {
    const { slos, alerts } = ruleGroups(service, environment);
    return [...slos, ...alerts, ...logRuleGroups(service, environment)];
  });
  const ofSystems: readonly Said[] = groups
    .flatMap(({ rules }) => rules)
    .flatMap((rule) =>
      "alert" in rule
        ? [{ name: rule.alert, texts: Object.values(rule.annotations) }]
        : [],
    );
  const ofSecondPath: readonly Said[] = secondPathRuleGroup(
    environment,
    watchedEnvironment(environment, environments),
    services,
  ).rules.map(({ name, annotations }) => ({
    name,
    texts: Object.values(annotations),
  }));
  const crossing = [grafanaUrl(environment), environment.urls.runbooks].map(
    (url) => new URL(url).host,
  );

  it("leads nowhere but where people get", () => {
    const addresses = addressesIn(ofSystems);
    expect(addresses.length).toBeGreaterThan(200);
    expect(
      addresses.filter(
        ({ address }) =>
          !address.startsWith("http") ||
          !crossing.includes(new URL(address).host),
      ),
    ).toEqual([]);
  });

  it("names no address inside a cluster where Grafana tells: it looks at the public ones of the other environment", () => {
    const addresses = addressesIn(ofSecondPath);
    expect(addresses.length).toBeGreaterThan(5);
    expect(
      addresses.filter(
        ({ address }) =>
          !address.startsWith("https://") ||
          /\.svc\b/.test(new URL(address).host),
      ),
    ).toEqual([]);
  });
});
