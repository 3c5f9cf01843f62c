import { isMatchOperator } from "../../model/label-matcher";
import type { Finding } from "../promql/finding";
import { checkMatcherValues } from "../promql/matcher-values";
import { hasVariable } from "../promql/parseable-text";
import type { LogQueryContext } from "./check-log-query";
import { logTextOf, nodesNamed } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";
import { streamValues, systemsRead } from "./stream-values";
import type { LoggedSystem } from "./stream-values";
import { everyMatcher, streamSelectors } from "./stream-selectors";
import type { LogMatcher } from "./stream-selectors";

/** A pod need not have the label that becomes `app`. */
const MAY_LACK: readonly string[] = ["app"];

/**
 * Matchers that no line fulfils, or one of whose alternatives none does: of a stream's labels, also
 * behind a parser, which renames a field with the name of a label.
 * @see https://grafana.com/docs/loki/latest/query/log_queries/#parser-expression
 */
export function checkLogValues(
  query: LogQueryTree,
  context: LogQueryContext,
): readonly Finding[] {
  const { systems, system, environments, readsAllSystems } = context;
  const selectors = streamSelectors(query);
  const written = formatted(query);
  const readable = readsAllSystems
    ? systems
    : systems.filter(({ key }) => key === system);
  const check = (
    matchers: readonly LogMatcher[],
    read: readonly LoggedSystem[],
  ): readonly Finding[] => {
    const values = streamValues(read, environments);
    const everySystem = streamValues(readable, environments);
    return matchers.flatMap(({ node, name, operator, value }) => {
      // Another check compares the system of a query that may read only one.
      if (name === "system" && !readsAllSystems) return [];
      const known = (name === "system" ? everySystem : values).get(name);
      return known === undefined ||
        !isMatchOperator(operator) ||
        hasVariable(value)
        ? []
        : checkMatcherValues(
            { node, label: name, operator, value },
            known,
            MAY_LACK.includes(name),
          );
    });
  };
  const inSelectors = new Set(
    selectors.flatMap(({ matchers }) => matchers.map(({ node }) => node.from)),
  );
  return [
    ...selectors.flatMap(({ matchers }) =>
      check(matchers, systemsRead(matchers, readable)),
    ),
    ...check(
      everyMatcher(query).filter(
        ({ node, name }) => !inSelectors.has(node.from) && !written.has(name),
      ),
      selectors.flatMap(({ matchers }) => systemsRead(matchers, readable)),
    ),
  ];
}

/** Labels that the query itself sets: `| label_format app="…"`. */
const formatted = (query: LogQueryTree): ReadonlySet<string> =>
  new Set(
    nodesNamed(query, "LabelFormatMatcher").flatMap((node) => {
      const [name] = node.getChildren("Identifier");
      return name === undefined ? [] : [logTextOf(query, name)];
    }),
  );
