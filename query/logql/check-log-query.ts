import type { SyntaxNode } from "@lezer/common";
import { STREAM_LABELS, isStreamLabel } from "../../model/stream-labels";
import type { Finding } from "../promql/finding";
import { nearest } from "../promql/nearest";
import { fulfils } from "../../model/label-matcher";
import { readPattern } from "../../model/re2-pattern";
import { readString } from "../promql/string-literal";
import { quoted } from "../promql/tree";
import { answerOf, logTextOf, nodesNamed, nodesOf } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";
import { checkLogValues } from "./check-log-values";
import type { LoggedEnvironment, LoggedSystem } from "./stream-values";
import { everyMatcher, streamSelectors } from "./stream-selectors";
import type { LogMatcher, StreamSelector } from "./stream-selectors";

/** Requirements of a query, and the systems it may read. */
export interface LogQueryContext {
  /** Key of the service with the query. */
  readonly system: string;
  /** True for queries about every system, as the platform's. */
  readonly readsAllSystems: boolean;
  /** Every system, this one among them. */
  readonly systems: readonly LoggedSystem[];
  /** Where they run. */
  readonly environments: readonly LoggedEnvironment[];
  /** The required result: log lines, or numbers. */
  readonly answer: "lines" | "numbers";
}

/**
 * Parsers that mark a line they cannot parse. A metric query that includes such a line fails as a
 * whole.
 */
const MARKING_PARSER =
  /^(?:LabelParser|JsonExpressionParser|LogfmtParser|LogfmtExpressionParser)$/;

/**
 * Checks a LogQL query: syntax errors of Loki's editor grammar, stream selectors with unknown
 * labels or without the system, values that no line has, and patterns that RE2 refuses. Fields
 * parsed from a line may have any name and any value.
 */
export function checkLogQuery(
  query: LogQueryTree,
  context: LogQueryContext,
): readonly Finding[] {
  const broken = syntaxFinding(query);
  if (broken !== undefined) return [broken];
  const found = answerOf(query);
  const wrongAnswer: readonly Finding[] =
    found === context.answer
      ? []
      : [
          {
            from: 0,
            to: query.text.length,
            message:
              context.answer === "numbers"
                ? "returns lines where numbers are needed"
                : "returns numbers where lines are needed",
            next:
              context.answer === "numbers"
                ? "count them: sum(count_over_time(… [5m]))"
                : "remove the aggregation",
          },
        ];
  return [
    ...wrongAnswer,
    ...streamSelectors(query).flatMap((selector) => [
      ...selector.matchers.flatMap(checkLabel),
      ...checkSystem(selector, context),
    ]),
    ...checkLogValues(query, context),
    ...checkPatterns(query),
    ...checkMarkedLines(query, found),
  ];
}

/** Only the first error: later ones mostly follow from it. */
function syntaxFinding(query: LogQueryTree): Finding | undefined {
  const error = nodesOf(query).find(({ type }) => type.isError);
  const literal = nodesNamed(query, "String").flatMap(({ from, to }) => {
    const read = readString(logTextOf(query, { from, to }));
    return read.kind === "text"
      ? []
      : [{ from, to, message: read.message, next: read.next }];
  })[0];
  if (error === undefined) return literal;
  return emptySelector(query, error) ?? broken(query, error);
}

/** `{}` is a syntax error too, but this message is clearer. */
function emptySelector(
  query: LogQueryTree,
  { parent }: SyntaxNode,
): Finding | undefined {
  if (parent === null) return undefined;
  const [empty] = /^\{\s*\}/.exec(logTextOf(query, parent)) ?? [];
  return empty === undefined
    ? undefined
    : { from: parent.from, to: parent.from + empty.length, ...UNLABELLED };
}

function broken({ written }: LogQueryTree, { from, to }: SyntaxNode): Finding {
  const found = written.slice(from, to);
  return {
    from,
    to,
    message:
      found === ""
        ? `something is missing after "${written.slice(0, from).trimEnd().slice(-20)}"`
        : `"${found}" is not expected here`,
    next: "correct it: it is not valid LogQL",
  };
}

const UNLABELLED = {
  message:
    "selects streams without the label system, so it reads the logs of all systems",
  next: 'write {system="…", …}',
} as const;

function checkLabel({
  node: { from, to },
  name,
}: LogMatcher): readonly Finding[] {
  if (isStreamLabel(name)) return [];
  const near = nearest(name, STREAM_LABELS);
  return [
    {
      from,
      to,
      message: `no stream has the label "${name}"`,
      next: `${near === undefined ? "" : `did you mean "${near}"? otherwise `}read it as a field of the line: | json | ${name}=…; labels are ${STREAM_LABELS.join(", ")}`,
    },
  ];
}

function checkSystem(
  { node: { from, to }, matchers }: StreamSelector,
  { system, readsAllSystems }: LogQueryContext,
): readonly Finding[] {
  const own = matchers.filter(({ name }) => name === "system");
  const named = own.some(
    ({ operator, value }) =>
      (operator === "=" && value !== "") ||
      (operator === "=~" && !fulfils({ operator, value }, "")),
  );
  if (!named) return [{ from, to, ...UNLABELLED }];
  const foreign = own.find(
    ({ operator, value }) => operator !== "=" || value !== system,
  );
  return foreign === undefined || readsAllSystems
    ? []
    : [
        {
          from: foreign.node.from,
          to: foreign.node.to,
          message: "reads the logs of another system",
          next: `write system="${system}"`,
        },
      ];
}

/** Patterns of matchers and of line filters. */
function checkPatterns(query: LogQueryTree): readonly Finding[] {
  const patterns = [
    ...everyMatcher(query)
      .filter(({ operator }) => operator === "=~" || operator === "!~")
      .map(({ node, value }) => ({ node, value })),
    ...nodesNamed(query, "LineFilter").flatMap((node) => {
      const filter = node.getChild("Filter");
      const value = node.getChild("String");
      return filter === null ||
        value === null ||
        !/^[|!]~$/.test(logTextOf(query, filter))
        ? []
        : [{ node: value, value: quoted(logTextOf(query, value)) }];
    }),
  ];
  return patterns.flatMap(({ node: { from, to }, value }) => {
    const { problem } = readPattern(value);
    return problem === undefined
      ? []
      : [
          {
            from,
            to,
            message: `the pattern is not valid RE2: ${problem}`,
            next: "correct it",
          },
        ];
  });
}

/**
 * One line that is not JSON makes a metric query fail, and the alert then never fires.
 * @see https://grafana.com/docs/loki/latest/query/#pipeline-errors
 */
function checkMarkedLines(
  query: LogQueryTree,
  answer: "lines" | "numbers" | undefined,
): readonly Finding[] {
  if (answer !== "numbers") return [];
  return nodesNamed(query, "LogRangeExpr").flatMap((range) => {
    const parser = nodesOf(query).find(
      ({ name, from, to }) =>
        MARKING_PARSER.test(name) && from >= range.from && to <= range.to,
    );
    const handled = everyMatcher(query).some(
      ({ node, name, operator, value }) =>
        name === "__error__" &&
        operator === "=" &&
        value === "" &&
        node.from >= range.from &&
        node.to <= range.to,
    );
    return parser === undefined || handled
      ? []
      : [
          {
            from: parser.from,
            to: parser.to,
            message:
              "a line that this cannot parse can make the whole query fail, so the alert never fires",
            next: 'add | __error__="" behind it',
          },
        ];
  });
}
