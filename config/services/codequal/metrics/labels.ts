import { open } from "../../../../model/label-values";

/** Ways of analysing a pull request. */
export const modes = open({
  upTo: 4,
  examples: ["quick", "comprehensive", "deep"],
});
/** Kinds of errors, of all components. */
export const errorTypes = open({
  upTo: 12,
  examples: ["timeout", "clone", "rate_limit"],
});
/** Providers of language models. */
export const providers = open({ upTo: 5, examples: ["anthropic", "openai"] });

/** The API runs the analyses and counts all of them. */
export const byApi = { exposedBy: ["codequal-api"] } as const;
/** What DeepWiki itself knows. */
export const byDeepwiki = { exposedBy: ["codequal-deepwiki"] } as const;

/** Analyses that begin in the busiest hour. */
export const BEGIN = { quick: 48, comprehensive: 18, deep: 4 } as const;
