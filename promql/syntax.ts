import { syntaxTreeAvailable } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import {
  LanguageType,
  promQLLanguage,
} from "@prometheus-io/codemirror-promql/dist/cjs/promql";
import { Parser } from "@prometheus-io/codemirror-promql/dist/cjs/parser/parser";
import { parser } from "@prometheus-io/lezer-promql";
import type { Finding } from "./finding";

const language = promQLLanguage(LanguageType.PromQL).extension;

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
  const checker = new Parser(parsedState(text));
  checker.analyze();
  return checker.getDiagnostics().map(({ from, to, message }) => ({
    from,
    to,
    message,
    next: "correct the expression",
  }));
}

/**
 * The editor's state that the type checker reads. An editor gives parsing 20 ms and shows what it has; on a busy machine
 * that may be half of the text, about which the checker would then complain.
 */
function parsedState(text: string): EditorState {
  for (;;) {
    const state = EditorState.create({ doc: text, extensions: [language] });
    if (syntaxTreeAvailable(state, text.length)) return state;
  }
}

function firstError(text: string, top: SyntaxNode): Finding | undefined {
  let finding: Finding | undefined;
  top.cursor().iterate(({ type, from, to }) => {
    if (!type.isError || finding !== undefined) return;
    const found = text.slice(from, to);
    finding = {
      from,
      to,
      message:
        found === ""
          ? "the expression is incomplete here"
          : `"${found}" is not expected here`,
      next: "correct the syntax",
    };
  });
  return finding;
}
