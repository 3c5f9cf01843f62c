/**
 * One line of a calendar before it is folded: a property and its value, written as its type asks
 * for.
 */
export type ContentLine = readonly [name: string, value: string];

/** Octets of a line, without its end. */
const LONGEST_LINE = 75;

/**
 * Lines as a calendar file: each ends with CR and LF, and a long one goes on behind a space.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */
export const contentLines = (lines: readonly ContentLine[]): string =>
  lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join("");

/**
 * A text as the value of a property.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11
 */
export const textValue = (text: string): string =>
  text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

/** Breaks between characters, never within one: octets are counted, not letters. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST_LINE) {
      parts.push(part);
      // The space that goes before what follows counts too.
      part = " ";
    }
    part += character;
  }
  return [...parts, part].join("\r\n");
}
