/** The value of a literal, or why Prometheus refuses it. */
export type StringLiteral =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "wrong"; readonly message: string; readonly next: string };

const CONTROL: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

const ESCAPE =
  /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{3})|([^]))/g;

/**
 * Parses a string literal as Prometheus does, which follows Go: an unknown escape is an error.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function readString(literal: string): StringLiteral {
  const quote = literal[0] ?? "";
  const inner = literal.slice(1, -1);
  if (literal.length < 2 || !literal.endsWith(quote)) {
    return {
      kind: "wrong",
      message: "the string is not closed",
      next: `end it with ${quote}`,
    };
  }
  if (quote === "`" || !inner.includes("\\")) {
    return { kind: "text", text: inner };
  }
  let unknown: string | undefined;
  const text = inner.replace(
    ESCAPE,
    (
      escape: string,
      byte?: string,
      short?: string,
      long?: string,
      octal?: string,
      letter?: string,
    ) => {
      const hexadecimal = byte ?? short ?? long;
      if (hexadecimal !== undefined) return character(hexadecimal, 16);
      if (octal !== undefined) return character(octal, 8);
      if (letter === quote) return quote;
      const control = CONTROL[letter ?? ""];
      if (control === undefined) unknown ??= escape;
      return control ?? "";
    },
  );
  return unknown === undefined
    ? { kind: "text", text }
    : {
        kind: "wrong",
        message: `"${unknown}" is not an escape in a string`,
        next: `write \\${unknown}, or quote the text with \` instead`,
      };
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}
