import { search } from "@jmespath-community/jmespath";
import type { JSONValue } from "@jmespath-community/jmespath";
import { grafanaIni } from "../../helm/grafana/grafana-ini";
import type { EnvironmentConfig } from "../../model/environment";
import { valueAt } from "../helm/unknown-keys";

/** The role that Grafana gives whom the identity provider says this of. */
export const grafanaRole = (
  environment: EnvironmentConfig,
  person: Readonly<Record<string, JSONValue>>,
): unknown =>
  search(
    { ...person },
    String(
      valueAt(
        grafanaIni(environment, "grafana"),
        "auth.generic_oauth",
        "role_attribute_path",
      ),
    ),
  );

/** An environment in which a group, or none, are Editors. */
export function withEditors(
  environment: EnvironmentConfig,
  editors: string | undefined,
): EnvironmentConfig {
  const { editorGroup: before, ...singleSignOn } =
    environment.grafana.singleSignOn;
  if (before === editors) return environment;
  return {
    ...environment,
    grafana: {
      ...environment.grafana,
      singleSignOn:
        editors === undefined
          ? singleSignOn
          : { ...singleSignOn, editorGroup: editors },
    },
  };
}
