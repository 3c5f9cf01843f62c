import type { SyntaxNode } from "@lezer/common";
import { quoted } from "../promql/tree";
import { logTextOf, nodesNamed } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";

/** One matcher on a stream label or a line field. */
export interface LogMatcher {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/** A stream selector: `{system="shop", level="error"}`. */
export interface StreamSelector {
  readonly node: SyntaxNode;
  readonly matchers: readonly LogMatcher[];
}

/** All stream selectors in a query. */
export function streamSelectors(
  query: LogQueryTree,
): readonly StreamSelector[] {
  const matchers = everyMatcher(query);
  return nodesNamed(query, "Selector").map((node) => ({
    node,
    matchers: matchers.filter(
      ({ node: { from, to } }) => from >= node.from && to <= node.to,
    ),
  }));
}

/** All matchers in a query, including those on line fields. */
export const everyMatcher = (query: LogQueryTree): readonly LogMatcher[] =>
  nodesNamed(query, "Matcher").flatMap((node) => matcher(query, node));

function matcher(query: LogQueryTree, node: SyntaxNode): readonly LogMatcher[] {
  const name = node.getChild("Identifier");
  const value = node.getChild("String");
  return name === null || value === null
    ? []
    : [
        {
          node,
          name: logTextOf(query, name),
          operator: query.text.slice(name.to, value.from).trim(),
          value: quoted(logTextOf(query, value)),
        },
      ];
}
