import { pattern, values } from "../model/label-values";

/**
 * Status codes of HTTP, as one label value each.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export const httpStatus = pattern("[1-5][0-9]{2}", {
  upTo: 12,
  examples: [
    "200",
    "201",
    "204",
    "304",
    "400",
    "401",
    "403",
    "404",
    "429",
    "500",
    "503",
    "504",
  ],
});

/**
 * Methods of HTTP that an API answers.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9
 */
export const httpMethod = values(
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
);
