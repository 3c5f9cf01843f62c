import type { SyntaxNode } from "@lezer/common";
import { LOG_LEVELS, UNKNOWN_LEVEL } from "../../model/log-schema";
import { STREAM_LABELS, isStreamLabel } from "../../model/stream-labels";
import type { Finding } from "../promql/finding";
import { nearest } from "../promql/nearest";
import { fulfils } from "../../model/label-matcher";
import { readPattern } from "../../model/re2-pattern";
import { readString } from "../promql/string-literal";
import { quoted } from "../promql/tree";
import { answerOf, logTextOf, nodesNamed, nodesOf } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";
import { everyMatcher, streamSelectors } from "./stream-selectors";
import type { LogMatcher, StreamSelector } from "./stream-selectors";

/** What a query must be, and of whose logs. */
export interface LogQueryContext {
  /** Key of the service that asks. */
  readonly system: string;
  /** True where queries are about every system, as the platform's. */
  readonly readsAllSystems: boolean;
  /** Values of the label `app` in this system. */
  readonly apps: readonly string[];
  /** What the query must give: lines to read, or numbers to compare or draw. */
  readonly answer: "lines" | "numbers";
}

/**
 * Parsers that mark a line which they cannot read. A query that counts such a line fails as a
 * whole.
 */
const MARKING_PARSER =
  /^(?:LabelParser|JsonExpressionParser|LogfmtParser|LogfmtExpressionParser)$/;

/**
 * Every mistake in a LogQL query: what Loki's own grammar for editors refuses, streams that are
 * selected by other labels than they have or without the system, patterns that RE2 refuses. Fields
 * of a line, which a parser makes of it, may have any name.
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
                ? "gives lines where numbers are needed"
                : "gives numbers where lines are needed",
            next:
              context.answer === "numbers"
                ? "count them: sum(count_over_time(… [5m]))"
                : "leave out what counts the lines",
          },
        ];
  return [
    ...wrongAnswer,
    ...streamSelectors(query).flatMap((selector) => [
      ...selector.matchers.flatMap((matcher) => checkLabel(matcher, context)),
      ...checkSystem(selector, context),
    ]),
    ...checkLevels(query),
    ...checkPatterns(query),
    ...checkMarkedLines(query, found),
  ];
}

/** Only the first: what follows it is mostly its consequence. */
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

/** `{}` is an error of the grammar too, but one that can be named. */
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
        ? `something is missing behind "${written.slice(0, from).trimEnd().slice(-20)}"`
        : `"${found}" does not belong here`,
    next: "correct it: this is no LogQL",
  };
}

const UNLABELLED = {
  message: "selects streams without the label system: it reads the logs of all",
  next: 'write {system="…", …}',
} as const;

function checkLabel(
  { node: { from, to }, name, operator, value }: LogMatcher,
  { apps }: LogQueryContext,
): readonly Finding[] {
  if (!isStreamLabel(name)) {
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
  if (name === "app" && operator === "=" && !apps.includes(value)) {
    const near = nearest(value, apps);
    return [
      {
        from,
        to,
        message: `no target of the system is the app "${value}"`,
        next: `${near === undefined ? "name" : `did you mean "${near}"? otherwise name`} one of ${apps.join(", ") || "its targets, of which there are none"}`,
      },
    ];
  }
  return [];
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

const LEVELS = [...Object.keys(LOG_LEVELS), UNKNOWN_LEVEL];

/**
 * Where logs are collected every level becomes one of a few, as a label; a parser cannot bring back
 * what the line said, since a field of the name of a label is called otherwise. So another level
 * matches nothing, ever.
 * @see https://grafana.com/docs/loki/latest/query/log_queries/#parser-expression
 */
const checkLevels = (query: LogQueryTree): readonly Finding[] =>
  everyMatcher(query)
    .filter(
      ({ name, operator, value }) =>
        name === "level" &&
        (operator === "=" || operator === "=~") &&
        !LEVELS.some((level) => fulfils({ operator, value }, level)),
    )
    .map(({ node: { from, to }, value }) => ({
      from,
      to,
      message: `no line has the level "${value}", whatever the application writes`,
      next: `levels are ${LEVELS.join(", ")}`,
    }));

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
            message: `the pattern is no RE2: ${problem}`,
            next: "correct it",
          },
        ];
  });
}

/**
 * One line that is no JSON makes a query that counts it fail, and an alert that fails is silent.
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
              "a line that this cannot read can make the whole query fail, and the alert silent",
            next: 'add | __error__="" behind it',
          },
        ];
  });
}
