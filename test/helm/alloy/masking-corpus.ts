import { createHash } from "node:crypto";

/** Key of the tests; the real one is a Secret. */
export const KEY = "key-of-the-tests";

const hashed = (id: string): string =>
  createHash("sha256").update(`${KEY}${id}`).digest("hex");

/** A line as an application writes it, and as it leaves the cluster. */
export type Masked = readonly [name: string, line: string, leaves: string];

const JWT =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

/** Put together here, so that no scanner of the repository takes them for keys that were leaked. */
const key = (...parts: readonly string[]): string => parts.join("");

/** Everything that must not leave, in the ways it is written. */
export const MASKED: readonly Masked[] = [
  [
    "an e-mail",
    "sent to ada.lovelace+x@mail.example.co.uk today",
    "sent to <email> today",
  ],
  [
    "an e-mail in JSON",
    '{"to":"ada@example.com","n":1}',
    '{"to":"<email>","n":1}',
  ],
  ["two e-mails", "a@example.com,b@example.org", "<email>,<email>"],
  [
    "an e-mail in angle brackets",
    "From: Ada <ada@example.com>",
    "From: Ada <<email>>",
  ],
  [
    "an e-mail in an address",
    "https://x.example.com/?mail=ada%40b@example.com&x=1",
    "https://x.example.com/?mail=<email>&x=1",
  ],
  [
    "a bearer token",
    "calling with Bearer 0123456789abcdefXYZ-._~+/==",
    "calling with Bearer <token>",
  ],
  [
    "a bearer token in a header",
    "Authorization: Bearer short",
    "Authorization: Bearer <token>",
  ],
  [
    "a bearer token in JSON",
    '{"authorization":"bearer abc.def-ghi_jkl0"}',
    '{"authorization":"bearer <token>"}',
  ],
  [
    "a bearer token in JSON within JSON",
    String.raw`{"body":"{\"Authorization\":\"Bearer abcdefgh\"}"}`,
    String.raw`{"body":"{\"Authorization\":\"Bearer <token>\"}"}`,
  ],
  [
    "basic credentials",
    "authorization=Basic dXNlcjpwYXNz",
    "authorization=Basic <token>",
  ],
  ["a JWT", `token ${JWT} accepted`, "token <jwt> accepted"],
  [
    "a JWT as bearer",
    `Authorization: Bearer ${JWT}`,
    "Authorization: Bearer <jwt>",
  ],
  [
    "a JWT without signature",
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. seen",
    "<jwt> seen",
  ],
  ["a JWT in JSON", `{"session":"${JWT}"}`, '{"session":"<jwt>"}'],
  [
    "a key of OpenAI",
    key("using sk-", "proj-abcdefghijklmnop0123"),
    "using <api-key>",
  ],
  ["a key of Stripe", key("sk_", "live_abcdefghij0123456789"), "<api-key>"],
  [
    "a token of GitHub",
    key("cloning with ghp_", "abcdefghijklmnopqrstuvwxyz0123456789"),
    "cloning with <api-key>",
  ],
  [
    "a fine token of GitHub",
    key("github_", "pat_11ABCDEFG0abcdefghijklmnop_xyz"),
    "<api-key>",
  ],
  ["a token of GitLab", key("glpat-", "abcdefghij0123456789"), "<api-key>"],
  ["a token of Slack", key("xoxb-", "123456789012-abcdefghij"), "<api-key>"],
  ["a key of AWS", key("AKIA", "IOSFODNN7EXAMPLE used"), "<api-key> used"],
  [
    "a key of Google",
    key("AIza", "SyA0123456789abcdefghijklmnopqrstuv"),
    "<api-key>",
  ],
  [
    "a token of Grafana",
    key("glsa_", "abcdefghijklmnopqrstuvwxyz012345_6789abcd"),
    "<api-key>",
  ],
  [
    "a key by its name",
    "api_key=0123456789abcdef next",
    "api_key=<api-key> next",
  ],
  [
    "a key in a header",
    "X-API-Key: 01234567-89ab-cdef",
    "X-API-Key: <api-key>",
  ],
  [
    "a key in JSON",
    '{"apiKey": "abcdefgh12345678"}',
    '{"apiKey": "<api-key>"}',
  ],
  [
    "a key in an address",
    "GET /v1?api-key=abcdefgh1234&x=1",
    "GET /v1?api-key=<api-key>&x=1",
  ],
  [
    "a secret in JSON",
    '{"client_secret":"s3cr3t-value","id":7}',
    '{"client_secret":"<api-key>","id":7}',
  ],
  ["a password", "password=correct-horse", "password=<api-key>"],
  ["Visa", "paid with 4111111111111111", "paid with <card>"],
  [
    "Visa in fours",
    "card 4111 1111 1111 1111 accepted",
    "card <card> accepted",
  ],
  ["Visa with hyphens", "4111-1111-1111-1111", "<card>"],
  ["Visa of 19 digits", "4000000000000000006", "<card>"],
  ["Mastercard", "5555555555554444", "<card>"],
  ["Mastercard of the new range", "2223003122003222", "<card>"],
  ["American Express", "3782 822463 10005", "<card>"],
  ["Diners Club", "30569309025904", "<card>"],
  ["Discover", "6011111111111117", "<card>"],
  ["JCB", "3530111333300000", "<card>"],
  ["UnionPay", "6200000000000005", "<card>"],
  [
    "a card in JSON",
    '{"card":"4242424242424242","cvc":"x"}',
    '{"card":"<card>","cvc":"x"}',
  ],
  ["a card as a number in JSON", '{"pan":4242424242424242}', '{"pan":<card>}'],
  [
    "a card after another number",
    "order 12345 4111 1111 1111 1111",
    "order 12345 <card>",
  ],
  ["a card before a status", "4111111111111111 200 OK", "<card> 200 OK"],
  ["a card behind an order's number", "4711-4111111111111111", "4711-<card>"],
  ["two cards", "4111111111111111 5555555555554444", "<card> <card>"],
  [
    "a user id",
    '{"user_id":"u-42","x":1}',
    `{"user_id":"${hashed("u-42")}","x":1}`,
  ],
  [
    "a user id in camel case",
    '{"userId": "u-42"}',
    `{"userId": "${hashed("u-42")}"}`,
  ],
  [
    "a user id that is a number",
    '{"userId":42,"x":1}',
    `{"userId":"${hashed("42")}","x":1}`,
  ],
  [
    "a user id that is an e-mail",
    '{"userId":"ada@example.com"}',
    `{"userId":"${hashed("ada@example.com")}"}`,
  ],
  [
    "a user id in text",
    "user_id=u-42 logged in",
    `user_id=${hashed("u-42")} logged in`,
  ],
  ["a user id behind a colon", "userId: 42, ok", `userId: ${hashed("42")}, ok`],
  [
    "a user id in an address",
    "GET /x?userId=42&y=1",
    `GET /x?userId=${hashed("42")}&y=1`,
  ],
  [
    "a user id in JSON within JSON",
    String.raw`{"body":"{\"userId\":\"u-42\"}"}`,
    String.raw`{"body":"{\"userId\":\"${hashed("u-42")}\"}"}`,
  ],
  [
    "a number of a user in JSON within JSON",
    String.raw`{"body":"{\"userId\":42}"}`,
    String.raw`{"body":"{\"userId\":\"${hashed("42")}\"}"}`,
  ],
  [
    "everything at once",
    `{"userId":"7","mail":"a@example.com","card":"4111 1111 1111 1111","auth":"Bearer ${JWT}"}`,
    `{"userId":"${hashed("7")}","mail":"<email>","card":"<card>","auth":"Bearer <jwt>"}`,
  ],
];

/** What looks like a secret and is none: it must arrive as it was written. */
export const ORDINARY: readonly (readonly [name: string, line: string])[] = [
  ["a sentence", "Analysis finished in 12.3 s, 4 findings"],
  ["an empty object", "{}"],
  ["a card number with a wrong digit", "order 4111111111111112"],
  ["such a number in fours", "4111 1111 1111 1112"],
  ["such a number with hyphens", "4111-1111-1111-1112 done"],
  ["American Express with a wrong digit", "3782 822463 10006"],
  ["a time in milliseconds that passes Luhn", '{"ts":1763739808007}'],
  ["a time in nanoseconds that passes Luhn", '{"ts":1763739808123456783}'],
  ["another number of 16 digits that passes Luhn", "snapshot 1234567812345670"],
  ["a card's digits inside a longer number", "12344111111111111111"],
  [
    "a trace ID",
    '{"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7"}',
  ],
  ["a UUID", "job 550e8400-e29b-41d4-a716-446655440000 queued"],
  ["a UUID of digits", "41111111-1111-1111-1111-411111111111"],
  ["a time", "2026-11-20T10:00:00.123456789Z INFO started"],
  ["a package with its version", "npm install @types/node@22.1.0"],
  [
    "an image with its digest",
    "alloy@sha256:7d9e4eea5f1139e602508871f422b0116c60e87c662f3dcd234d5ab60cd0d8c1",
  ],
  ["an at sign in a sentence", "meet @ 10"],
  ["a decorator", "@app.route not found"],
  ["the word bearer", "the bearer of this certificate"],
  ["a short word after bearer", "bearer authentication required"],
  ["a base64 word", "eyJhbGciOiJub25lIn0 is no token"],
  ["a key without value", "api_key: missing"],
  ["a path with the word token", "GET /api/v1/tokens/refresh 200"],
  ["a counter of tokens", '{"tokens":1234,"max_tokens":4096}'],
  ["a user without id", '{"user":"present","userId":null}'],
  ["users", "users=42 user_identity=known"],
  ["a commit", "deployed 9fceb02d0ae598e95dc970b74767f19372d61af8"],
  ["an address", "connect to 10.0.0.12:5432 failed"],
  ["a floating point number", "ratio=0.4111111111111111"],
];
