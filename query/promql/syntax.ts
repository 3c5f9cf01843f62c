import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { PromQLExtension } from "@prometheus-io/codemirror-promql";
import { parser } from "@prometheus-io/lezer-promql";
import { boundAsInEngine } from "./engine-binding";
import type { Finding } from "./finding";

/** The syntax tree of a query, valid or not; modifiers and operators bind as in Prometheus. */
export const syntaxTree = (text: string): SyntaxNode =>
  boundAsInEngine(parser.parse(text).topNode);

/**
 * Errors from Prometheus's own editor grammar and type checker. The type checker overlooks an
 * incomplete end of the text, so the tree is searched for errors first.
 *
 * @param top the query's tree, if the caller has already parsed it
 */
export function syntaxFindings(
  text: string,
  top: SyntaxNode = syntaxTree(text),
): readonly Finding[] {
  const error = firstError(text, top);
  if (error !== undefined) return [error];
  const found = check(viewOf(text, top));
  if (found instanceof Promise)
    throw new Error("the type checker answers later");
  return found
    .filter(({ from, message }) => !isNamelessSelector(top, from, message))
    .map(({ from, to, message }) => ({
      from,
      to,
      message,
      next: remedyFor(message),
    }));
}

/** The linter of Prometheus's own editor. */
const check = new PromQLExtension().getLinter().promQL();

/**
 * The type checker allows one matcher on the metric name, the engine any number of them if no name
 * precedes the braces: `{__name__=~"shop_.+", __name__!="shop_jobs"}`.
 */
const isNamelessSelector = (
  top: SyntaxNode,
  from: number,
  message: string,
): boolean =>
  message.startsWith("metric name must not be set twice") &&
  top.resolve(from, 1).name === "LabelMatchers";

/**
 * The parts of an editor that the type checker needs. A real editor stops parsing after 20
 * milliseconds and 3,000 characters, so its result would depend on the speed of the machine.
 */
function viewOf(text: string, top: SyntaxNode): EditorView {
  const state: Pick<EditorState, "sliceDoc"> & {
    readonly field: () => { readonly tree: SyntaxNode["tree"] };
  } = {
    sliceDoc: (from, to) => text.slice(from, to),
    field: () => ({ tree: top.tree }),
  };
  // Editors and their states are classes with private members, so no smaller object has their type.
  return { state } as unknown as EditorView;
}

/** Whether the text is no valid expression, as far as the grammar goes. */
export function hasError(top: SyntaxNode): boolean {
  let found = false;
  top.cursor().iterate(({ type }) => {
    found ||= type.isError;
    return !found;
  });
  return found;
}

/** Only the first error: later ones mostly follow from it. */
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

/** `foo(up)`: the grammar takes the name for a metric, and fails at the parenthesis. */
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
