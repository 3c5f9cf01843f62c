import { readString } from "../../../query/promql/string-literal";

it.each([
  ["plain text", '"5.."', "5.."],
  ["single quotes", "'a\"b'", 'a"b'],
  ["its own quote", '"a\\"b"', 'a"b'],
  ["an escaped backslash", '"\\\\d"', "\\d"],
  ["a raw text", "`\\d`", "\\d"],
  ["escapes of characters", '"\\x41\\u0042\\103\\n"', "ABC\n"],
])("reads %s", (_, literal, text) => {
  expect(readString(literal)).toEqual({ kind: "text", text });
});

it.each([
  [
    "an invalid escape",
    '"\\d+"',
    '"\\d" is not an escape in a string',
    "write \\\\d, or quote the text with ` instead",
  ],
  [
    "the other quote, escaped",
    '"\\\'"',
    '"\\\'" is not an escape in a string',
    "write \\\\', or quote the text with ` instead",
  ],
  ["a text without end", '"abc', "the string is not closed", 'end it with "'],
])("refuses %s", (_, literal, message, next) => {
  expect(readString(literal)).toEqual({ kind: "wrong", message, next });
});
