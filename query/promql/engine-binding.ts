import { Tree } from "@lezer/common";
import type { NodeType, SyntaxNode } from "@lezer/common";
import { childrenOf } from "./tree";

/** Suffixes of an expression that change how it is parsed. */
const MODIFIERS: ReadonlySet<string> = new Set([
  "AnchoredExpr",
  "MatrixSelector",
  "OffsetExpr",
  "SmoothedExpr",
  "StepInvariantExpr",
  "SubqueryExpr",
]);

/** Expressions that end in another one, to which a trailing modifier belongs. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["BinaryExpr", "UnaryExpr"]);

/**
 * Operator precedence. All but `^` are left-associative.
 * @see https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence
 */
const BINDING: Readonly<Record<string, number>> = {
  Or: 1,
  And: 2,
  Unless: 2,
  Eql: 3,
  Neq: 3,
  Gte: 3,
  Gtr: 3,
  Lte: 3,
  Lss: 3,
  TrimLower: 3,
  TrimUpper: 3,
  Add: 4,
  Sub: 4,
  Mul: 5,
  Div: 5,
  Mod: 5,
  Atan2: 5,
  Pow: 6,
};

/** A sign has the precedence of `*`, so its operand contains only tighter operators. */
const INSIDE_SIGN = 6;

/** A subtree and its start. */
interface Placed {
  readonly from: number;
  readonly tree: Tree;
}

/** Parts of an expression, from left to right. */
type Part =
  | { readonly kind: "operand"; readonly operand: Placed }
  | { readonly kind: "sign"; readonly type: NodeType; readonly sign: Placed }
  | {
      readonly kind: "modifier";
      readonly type: NodeType;
      readonly words: readonly Placed[];
      readonly to: number;
    }
  | {
      readonly kind: "operator";
      readonly type: NodeType;
      readonly words: readonly Placed[];
    };

/**
 * The tree as Prometheus's own parser builds it. The editor grammar applies `offset`, `@` and
 * brackets to everything on their left: in `a - b offset 1h` to the difference, and in
 * `a - b offset 1h * c` the product then takes that. In the engine they apply to the selector
 * before them, and operators bind afterwards. A tree with a syntax error is left unchanged.
 *
 * @see https://github.com/prometheus/prometheus/blob/v3.15.0/promql/parser/generated_parser.y
 */
export const boundAsInEngine = (top: SyntaxNode): SyntaxNode =>
  needsWork(top) ? rebuilt(top).tree.topNode : top;

function needsWork(top: SyntaxNode): boolean {
  let misbound = false;
  const cursor = top.cursor();
  do {
    if (cursor.type.isError) return false;
    misbound ||=
      MODIFIERS.has(cursor.name) &&
      OPEN_ENDED.has(cursor.node.firstChild?.name ?? "");
  } while (cursor.next());
  return misbound;
}

function rebuilt(node: SyntaxNode): Placed {
  if (MODIFIERS.has(node.name) || OPEN_ENDED.has(node.name)) {
    return assembled(partsOf(node));
  }
  const children = childrenOf(node);
  return children.length === 0
    ? { from: node.from, tree: node.toTree() }
    : joined(node.type, children.map(rebuilt), node);
}

/**
 * Operands, signs, operators and modifiers of an expression as a flat list, whatever the tree's
 * nesting.
 */
function partsOf(node: SyntaxNode): readonly Part[] {
  const { type, to } = node;
  const [first, ...others] = childrenOf(node).filter(
    ({ name }) => name !== "LineComment",
  );
  const last = others.at(-1);
  if (first !== undefined && MODIFIERS.has(node.name)) {
    const words = others.map(rebuilt);
    return [...partsOf(first), { kind: "modifier", type, words, to }];
  }
  if (first === undefined || last === undefined) {
    return [{ kind: "operand", operand: rebuilt(node) }];
  }
  switch (node.name) {
    case "UnaryExpr":
      return [{ kind: "sign", type, sign: rebuilt(first) }, ...partsOf(last)];
    case "BinaryExpr": {
      const words = others.slice(0, -1).map(rebuilt);
      return [
        ...partsOf(first),
        { kind: "operator", type, words },
        ...partsOf(last),
      ];
    }
    default:
      return [{ kind: "operand", operand: rebuilt(node) }];
  }
}

/** Rebuilds the tree by operator precedence. */
function assembled(parts: readonly Part[]): Placed {
  let next = 0;
  const operand = (): Placed => {
    const part = parts[next];
    next += 1;
    if (part?.kind === "sign") {
      return joined(part.type, [part.sign, expression(INSIDE_SIGN)]);
    }
    if (part?.kind !== "operand") throw new Error("an operand is missing");
    return modified(part.operand);
  };
  const modified = (inner: Placed): Placed => {
    const part = parts[next];
    if (part?.kind !== "modifier") return inner;
    next += 1;
    const { type, words, to } = part;
    return modified(joined(type, [inner, ...words], { from: inner.from, to }));
  };
  const expression = (weakest: number): Placed => {
    let left = operand();
    for (;;) {
      const part = parts[next];
      if (part?.kind !== "operator") return left;
      const name = part.words[0]?.tree.type.name ?? "";
      const binding = BINDING[name];
      if (binding === undefined) throw new Error(`unknown operator ${name}`);
      if (binding < weakest) return left;
      next += 1;
      const right = expression(name === "Pow" ? binding : binding + 1);
      left = joined(part.type, [left, ...part.words, right]);
    }
  };
  return expression(0);
}

/** A node with these children; it spans them unless stated otherwise. */
function joined(
  type: NodeType,
  children: readonly Placed[],
  span: { readonly from: number; readonly to: number } = {
    from: children[0]?.from ?? 0,
    to: endOf(children.at(-1)),
  },
): Placed {
  return {
    from: span.from,
    tree: new Tree(
      type,
      children.map(({ tree }) => tree),
      children.map(({ from }) => from - span.from),
      span.to - span.from,
    ),
  };
}

const endOf = (placed: Placed | undefined): number =>
  placed === undefined ? 0 : placed.from + placed.tree.length;
