/** Around what is filled in later: characters of the private use area, which no query has. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const FILLED_LATER = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`);

/**
 * A place in an address that somebody else fills when the link is shown: Alertmanager's template,
 * or Grafana's variable. It stays as it is where the rest is encoded, so what is filled in must be
 * encoded by whoever does.
 */
export const filledLater = (placeholder: string): string =>
  `${OPEN}${placeholder}${CLOSE}`;

/** Text as the value of a parameter of an address, its {@link filledLater} places untouched. */
export const encoded = (text: string): string =>
  text
    .split(FILLED_LATER)
    .map((part, index) => (index % 2 === 0 ? encodeURIComponent(part) : part))
    .join("");

/** A value as JSON in a parameter of an address, its {@link filledLater} places untouched. */
export const encodedJson = (value: unknown): string =>
  JSON.stringify(value)
    .split(FILLED_LATER)
    .map((part, index) =>
      index % 2 === 0
        ? encodeURIComponent(part)
        : // Quotes and backslashes of a placeholder belong to whoever fills it.
          String(JSON.parse(`"${part}"`)),
    )
    .join("");
