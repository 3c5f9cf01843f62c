import type { MaskingPattern } from "../model/log-pipeline";
import { block } from "./syntax";
import type { Block } from "./syntax";

/** Variable of the container that holds the key with which user ids are hashed. */
export const USER_ID_KEY = "LOG_USER_ID_KEY";

/** One replacement in a line: what the capture groups of the pattern match becomes what the template says. */
export interface Replacement {
  /** What it finds, for tests and messages. */
  readonly name: string;
  /** RE2. Only what is captured is replaced. */
  readonly pattern: string;
  /** Go template; `.Value` is what was captured. */
  readonly replace: string;
}

/** A pattern of a service, or one of those below, whose match becomes its name. */
export const maskedAs = ({ name, pattern }: MaskingPattern): Replacement => ({
  name,
  pattern,
  replace: `<${name}>`,
});

/** The key is read inside of the template, so that neither the ConfigMap nor Alloy's own pages show it. */
const HASHED = `{{ Sha2Hash (env "${USER_ID_KEY}") .Value }}`;

/**
 * User ids by the ways they are written. The same id has the same hash in each, so that what one person did can still be followed.
 * They come first: an id may be an e-mail address, and those lose their difference when masked.
 */
const USER_IDS: readonly Replacement[] = [
  {
    name: "user-id",
    pattern: String.raw`(?i)"user_?id"\s*:\s*"([^"\\]+)"`,
    replace: HASHED,
  },
  {
    // A number becomes a string: a hash has letters.
    name: "user-id-number",
    pattern: String.raw`(?i)"user_?id"\s*:\s*(-?\d+)`,
    replace: `"${HASHED}"`,
  },
  {
    name: "user-id-quoted-json",
    pattern: String.raw`(?i)\\"user_?id\\"\s*:\s*\\"([^"\\]+)\\"`,
    replace: HASHED,
  },
  {
    name: "user-id-number-quoted-json",
    pattern: String.raw`(?i)\\"user_?id\\"\s*:\s*(-?\d+)`,
    replace: String.raw`\"${HASHED}\"`,
  },
  {
    name: "user-id-text",
    pattern: String.raw`(?i)\buser_?id(?:=|:[ \t]*)\\?["']?([^\s"'\\,;&)\]}<>]+)`,
    replace: HASHED,
  },
];

/** Between the name of a key and its value: equals sign or colon, with quotes that may be escaped. */
const IS = String.raw`["'\\]*\s*[:=]\s*["'\\]*`;

/** What must not leave the cluster in any line of any system. From the most telling form to the most general. */
const SECRETS: readonly Replacement[] = [
  maskedAs({
    name: "jwt",
    pattern: String.raw`\b(eyJ[A-Za-z0-9_-]{4,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*)`,
  }),
  maskedAs({
    name: "token",
    pattern: String.raw`(?i)\bauthorization${IS}(?:bearer|basic|token)\s+([^\s"'\\,;<>]+)`,
  }),
  maskedAs({
    // Sixteen characters: "bearer certificates" is no token.
    name: "token",
    pattern: String.raw`(?i)\bbearer\s+([A-Za-z0-9._~+/-]{16,}=*)`,
  }),
  maskedAs({
    // Keys that say whose they are: OpenAI and Anthropic, Stripe, GitHub, GitLab, Slack, AWS, Google, Grafana, npm.
    name: "api-key",
    pattern: String.raw`\b(sk-[A-Za-z0-9_-]{16,}|[rsp]k_(?:live|test)_[A-Za-z0-9]{10,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|gl(?:sa|c)_[A-Za-z0-9_=+/]{20,}|npm_[A-Za-z0-9]{30,})`,
  }),
  maskedAs({
    name: "api-key",
    pattern: String.raw`(?i)(?:api[_-]?key|access[_-]?key|secret[_-]?key|client[_-]?secret|access[_-]?token|refresh[_-]?token|auth[_-]?token|password)${IS}([^\s"'\\,;&)\]}<>]{8,})`,
  }),
  maskedAs({
    name: "email",
    pattern: String.raw`([A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})\b`,
  }),
];

/**
 * Numbers of the length and beginning of a card: Visa, Mastercard, Discover, JCB and UnionPay in fours, American Express and Diners in their own groups.
 * Whether one is a card is Luhn's to say.
 * @see https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN)
 */
const CARD_SHAPE = String.raw`\b((?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|2\d{2}|4[4-9]\d|5\d{2})|35\d{2})[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:\d{3})?|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|3(?:0[0-5]|[68]\d)\d[ -]?\d{6}[ -]?\d{4})\b`;

/** Control characters, which log libraries escape: they keep a number apart from its neighbours while Luhn looks at it. */
const GUARD = { before: "\u0002", after: "\u0003" };

/** What stands in the place of a card's number. */
const CARD = "<card>";

/** Setting the guards, and taking them away again, with a number inside or not. */
export const CARD_GUARDS = {
  set: {
    name: "card-guards",
    pattern: CARD_SHAPE,
    replace: `${GUARD.before}{{ .Value }}${GUARD.after}`,
  },
  clear: {
    name: "card-guards-off",
    pattern: `([${GUARD.before}${GUARD.after}])`,
    replace: "",
  },
} as const satisfies Readonly<Record<string, Replacement>>;

/** What Alloy's own Luhn stage is given. Shortest: Diners Club with 14 digits. */
export const LUHN = {
  replacement: CARD,
  min_length: 14,
  delimiters: " -",
} as const;

/** Every replacement that is made in every line, in this order; cards come after them. */
export const replacements: readonly Replacement[] = [...USER_IDS, ...SECRETS];

/** A replacement as a stage. */
export const replaceStage = ({ pattern, replace }: Replacement): Block =>
  block("stage.replace", { expression: pattern, replace });

/**
 * Stages that find card numbers. Luhn is asked only about lines with a number of that shape: it takes every run of digits for
 * one number, and one of ten times in nanoseconds would pass. Guards keep what stands beside a card, a status or another number, from being read with it.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/#stageluhn
 */
export const cardStages = (lines: string): readonly Block[] => [
  replaceStage(CARD_GUARDS.set),
  block(
    "stage.match",
    { selector: `${lines} |= ${JSON.stringify(GUARD.before)}` },
    block("stage.luhn", LUHN),
    replaceStage(CARD_GUARDS.clear),
  ),
];
