import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { Parser } from "@prometheus-io/codemirror-promql/dist/cjs/parser/parser";
import { parser } from "@prometheus-io/lezer-promql";
import type { Finding } from "./finding";

/** The syntax tree of a query, whether or not it is right. */
export const syntaxTree = (text: string): SyntaxNode =>
  parser.parse(text).topNode;

/**
 * What Prometheus's own grammar and type checker for editors say about a query.
 * The type checker overlooks what is missing at the end of the text, so the tree is searched for errors first.
 *
 * @param top the query's tree, where the caller has it already
 */
export function syntaxFindings(
  text: string,
  top: SyntaxNode = syntaxTree(text),
): readonly Finding[] {
  const error = firstError(text, top);
  if (error !== undefined) return [error];
  const checker = new Parser(stateOf(text, top));
  checker.analyze();
  return checker.getDiagnostics().map(({ from, to, message }) => ({
    from,
    to,
    message,
    next: remedyFor(message),
  }));
}

/**
 * All that the type checker reads of an editor. A real one parses for 20 milliseconds and 3,000 characters at most,
 * and what it then finds in the unfinished tree depends on the speed of the machine.
 */
function stateOf(text: string, top: SyntaxNode): EditorState {
  const state: Pick<EditorState, "sliceDoc"> & {
    readonly field: () => { readonly tree: SyntaxNode["tree"] };
  } = {
    sliceDoc: (from, to) => text.slice(from, to),
    field: () => ({ tree: top.tree }),
  };
  // EditorState is a class with a private constructor, so nothing smaller can have its type.
  return state as unknown as EditorState;
}

/** Only the first: what follows it is mostly its consequence. */
function firstError(text: string, top: SyntaxNode): Finding | undefined {
  let finding: Finding | undefined;
  top.cursor().iterate(({ type, node }) => {
    if (finding !== undefined) return false;
    if (type.isError)
      finding = unknownFunction(text, node) ?? broken(text, node);
    return finding === undefined;
  });
  return finding;
}

function broken(text: string, { from, to }: SyntaxNode): Finding {
  const found = text.slice(from, to);
  return {
    from,
    to,
    message:
      found === ""
        ? "the expression is incomplete here"
        : `"${found}" is not expected here`,
    next: "correct the syntax",
  };
}

/** `foo(up)`: the grammar takes the name for a metric, and stumbles over the parenthesis. */
function unknownFunction(text: string, error: SyntaxNode): Finding | undefined {
  if (text[error.from] !== "(" || error.from === error.to) return undefined;
  const called = /([A-Za-z_]\w*)\s*$/.exec(text.slice(0, error.from));
  const [, name] = called ?? [];
  return called === null || name === undefined
    ? undefined
    : {
        from: called.index,
        to: called.index + name.length,
        message: `unknown function "${name}"`,
        next: "correct its name; functions are written in lower case",
      };
}

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/expected type matrix .* got vector/, "give it a window, such as [5m]"],
  [/expected type vector .* got matrix/, "put a function of a range around it"],
  [
    /must use BOOL modifier/,
    "write bool after the operator, or compare a series",
  ],
  [/argument\(s\) in call/, "correct the arguments"],
  [/must not occur in ON and GROUP/, "leave it out of one of them"],
  [/set operat/, "put series on both sides, without group_left or group_right"],
  [/at least one non-empty matcher/, "name the metric"],
];

const remedyFor = (message: string): string =>
  REMEDIES.find(([pattern]) => pattern.test(message))?.[1] ??
  "correct the expression";
