import { must } from "./value-check";

/** A text that says something. */
export const notEmpty = must<string>((text) => text.trim() !== "", {
  message: "must not be empty",
  next: "write it",
});

/** Why something is as it is, for readers. */
export const reason = must<string>((text) => text.trim() !== "", {
  message: "must not be empty",
  next: "give the reason",
});

// eslint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A name that people or other programs chose: one line, without spaces around it. */
export const name = must<string>(
  (text) => text !== "" && text.trim() === text && !CONTROL.test(text),
  {
    message: "is not a name",
    allowed: "one line, without spaces before or after it",
  },
);

/** A name without spaces: of a user, a database, a topic, a region. */
export const word = must<string>((text) => /^[^\s"'`\\{}]+$/.test(text), {
  message: "is not a name",
  allowed: "one word, without spaces, quotes, braces and backslashes",
});

/** A group of the identity provider. Its name is quoted in a query of Grafana's (JMESPath). */
export const group = must<string>(
  (text) => /^[^\s'"`\\]([^'"`\\\n]*[^\s'"`\\])?$/.test(text),
  {
    message: "is not the name of a group",
    allowed: "one line without quotes and backslashes",
    next: "write it as the identity provider does",
  },
);
