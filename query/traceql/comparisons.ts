import type { MatchOperator } from "../../model/label-matcher";
import { isMatchOperator } from "../../model/label-matcher";
import { STRING } from "../promql/lexical";
import { quoted } from "../promql/tree";

/** `resource.service.name = "shop-api"` in a TraceQL query. */
export interface TraceComparison {
  /** `resource.service.name`, `span:name`, `status`. */
  readonly field: string;
  readonly operator: MatchOperator;
  readonly value: string;
  /** Whether the value is a string; `status` and `kind` are compared with words. */
  readonly isString: boolean;
  /** Position in the query. */
  readonly node: { readonly from: number; readonly to: number };
}

const COMPARISON = new RegExp(
  `(?<field>[A-Za-z_][\\w.:]*)\\s*(?<operator>=~|!~|!=|=)\\s*(?:(?<text>${STRING.source})|(?<word>[A-Za-z]+))|${STRING.source}`,
  "g",
);

/**
 * The comparisons with a text or a word, in order. There is no parser of TraceQL here, so what lies
 * in a string is left out and nothing else is understood.
 * @see https://grafana.com/docs/tempo/latest/traceql/construct-traceql-queries/
 */
export const traceComparisons = (expr: string): readonly TraceComparison[] =>
  [...expr.matchAll(COMPARISON)].flatMap(({ 0: whole, index, groups }) => {
    const { field, operator, text, word } = groups ?? {};
    if (field === undefined || operator === undefined) return [];
    if (!isMatchOperator(operator)) return [];
    return [
      {
        field,
        operator,
        value: text === undefined ? (word ?? "") : quoted(text),
        isString: text !== undefined,
        node: { from: index, to: index + whole.length },
      },
    ];
  });
