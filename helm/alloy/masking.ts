import type { MaskingPattern } from "../../model/log-pipeline";
import { block } from "./syntax";
import type { Block } from "./syntax";

/** Variable of the container that holds the key with which user ids are hashed. */
export const USER_ID_KEY = "LOG_USER_ID_KEY";

/**
 * One replacement in a line: what the capture groups of the pattern match becomes what the template
 * says.
 */
interface Replacement {
  /** RE2. Only what is captured is replaced. */
  readonly pattern: string;
  /** Go template; `.Value` is what was captured. */
  readonly replace: string;
}

/** A pattern of a service, or one of those below, whose match becomes its name. */
export const maskedAs = ({ name, pattern }: MaskingPattern): Replacement => ({
  pattern,
  replace: `<${name}>`,
});

/**
 * The key is read inside of the template, so that neither the ConfigMap nor Alloy's own pages show
 * it.
 */
const HASHED = `{{ Sha2Hash (env "${USER_ID_KEY}") .Value }}`;

/**
 * User ids in their usual notations. The same id has the same hash in each, so that one user's
 * actions can still be followed. They come first: an id may be an e-mail address, and masked
 * addresses are all equal.
 */
const USER_IDS: readonly Replacement[] = [
  {
    pattern: String.raw`(?i)"user_?id"\s*:\s*"([^"\\]+)"`,
    replace: HASHED,
  },
  {
    // A number becomes a string: a hash has letters.
    pattern: String.raw`(?i)"user_?id"\s*:\s*(-?\d+)`,
    replace: `"${HASHED}"`,
  },
  {
    pattern: String.raw`(?i)\\"user_?id\\"\s*:\s*\\"([^"\\]+)\\"`,
    replace: HASHED,
  },
  {
    pattern: String.raw`(?i)\\"user_?id\\"\s*:\s*(-?\d+)`,
    replace: String.raw`\"${HASHED}\"`,
  },
  {
    pattern: String.raw`(?i)\buser_?id(?:=|:[ \t]*)\\?["']?([^\s"'\\,;&)\]}<>]+)`,
    replace: HASHED,
  },
];

/**
 * Between the name of a key and its value: equals sign or colon, with quotes that may be escaped.
 */
const IS = String.raw`["'\\]*\s*[:=]\s*["'\\]*`;

/**
 * What is masked in every line of every system, from the most specific pattern to the most general.
 */
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
    // Keys that say whose they are: OpenAI and Anthropic, Stripe, GitHub, GitLab, Slack, AWS,
    // Google, Grafana, npm.
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
 * First four digits of Visa, Mastercard (both ranges), Discover, UnionPay and JCB, whose cards are
 * printed in fours.
 */
const IN_FOURS = String.raw`(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|2\d{2}|4[4-9]\d|5\d{2})|35\d{2})`;
/** Of American Express, printed as 4-6-5 digits, and of Diners Club, as 4-6-4. */
const AMERICAN_EXPRESS = String.raw`3[47]\d{2}`;
const DINERS_CLUB = String.raw`3(?:0[0-5]|[68]\d)\d`;

/**
 * Numbers of the length and beginning of a card, in one piece or parted by one kind of delimiter
 * throughout. Whether such a number is a card is Luhn's to say. A decimal fraction never is.
 * @see https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN)
 */
const CARD_SHAPE = String.raw`(?:^|[^\w.]|[^\d]\.)(${[
  String.raw`${IN_FOURS}\d{12}(?:\d{3})?`,
  String.raw`${AMERICAN_EXPRESS}\d{11}`,
  String.raw`${DINERS_CLUB}\d{10}`,
  ...[" ", "-"].flatMap((delimiter) => [
    String.raw`${IN_FOURS}(?:${delimiter}\d{4}){3}`,
    String.raw`${AMERICAN_EXPRESS}${delimiter}\d{6}${delimiter}\d{5}`,
    String.raw`${DINERS_CLUB}${delimiter}\d{6}${delimiter}\d{4}`,
  ]),
].join("|")})\b`;

/**
 * Control characters, which log libraries escape: they separate a number from its neighbours during
 * the Luhn check.
 */
const GUARD = { before: "\u0002", after: "\u0003" };

/** Replacement of a card's number. */
const CARD = "<card>";

/** Sets the guards, and removes them again, whether or not a number is inside. */
const CARD_GUARDS = {
  set: {
    pattern: CARD_SHAPE,
    replace: `${GUARD.before}{{ .Value }}${GUARD.after}`,
  },
  clear: {
    pattern: `([${GUARD.before}${GUARD.after}])`,
    replace: "",
  },
} as const satisfies Readonly<Record<string, Replacement>>;

/** What Alloy's own Luhn stage is given. Shortest: Diners Club with 14 digits. */
const LUHN = {
  replacement: CARD,
  min_length: 14,
  delimiters: " -",
} as const;

/** A replacement as a stage. */
export const replaceStage = ({ pattern, replace }: Replacement): Block =>
  block("stage.replace", { expression: pattern, replace });

/**
 * Stages that mask secrets in every line of every system; `lines` selects all lines. The Luhn check
 * runs only on lines with a number of a card's shape: it takes every run of digits for one number,
 * and one in ten timestamps in nanoseconds would pass. Guards separate a card's number from a
 * status or another number beside it.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/#stageluhn
 */
export const maskingStages = (lines: string): readonly Block[] => [
  ...[...USER_IDS, ...SECRETS].map(replaceStage),
  replaceStage(CARD_GUARDS.set),
  block(
    "stage.match",
    { selector: `${lines} |= ${JSON.stringify(GUARD.before)}` },
    block("stage.luhn", LUHN),
    replaceStage(CARD_GUARDS.clear),
  ),
];
