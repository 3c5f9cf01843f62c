import type { SyntaxNode } from "@lezer/common";
import type { ExpressionContext } from "../expression-context";
import type { Finding } from "../finding";
import type { Query } from "../tree";

/**
 * Something that Prometheus evaluates without complaint and that still does not do what it says.
 * Unlike a mistake it can be meant, so an expression may allow it, with a reason.
 */
export interface Lint {
  /** Kebab case; what `allows` of an expression and its heading in the documents say. */
  readonly name: string;
  /** Why it goes wrong, in a sentence or two. */
  readonly why: string;
  /** An expression that has it, over the series of the shop in the documents. */
  readonly bad: string;
  /** The same question asked well. */
  readonly good: string;
  /** What to do. */
  readonly remedy: string;
  /** Kinds of node that {@link Lint.find} looks at. */
  readonly nodes: readonly string[];
  readonly find: (
    query: Query,
    node: SyntaxNode,
    context: ExpressionContext,
  ) => readonly Finding[];
}
