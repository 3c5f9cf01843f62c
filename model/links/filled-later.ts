/** Delimiters of a placeholder: characters of the private use area, which no query contains. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const FILLED_LATER = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`);

/**
 * A placeholder in an address, filled when the link is shown: by Alertmanager's template or
 * Grafana's variable. It is not percent-encoded with the rest, so whatever fills it must encode its
 * value.
 */
export const filledLater = (placeholder: string): string =>
  `${OPEN}${placeholder}${CLOSE}`;

/** A query parameter's value, encoded except for {@link filledLater} placeholders. */
export const encoded = (text: string): string =>
  text
    .split(FILLED_LATER)
    .map((part, index) => (index % 2 === 0 ? encodeURIComponent(part) : part))
    .join("");

/** A query parameter's JSON value, encoded except for {@link filledLater} placeholders. */
export const encodedJson = (value: unknown): string =>
  JSON.stringify(value)
    .split(FILLED_LATER)
    .map((part, index) =>
      index % 2 === 0
        ? encodeURIComponent(part)
        : // Whatever fills a placeholder escapes its quotes and backslashes.
          String(JSON.parse(`"${part}"`)),
    )
    .join("");
