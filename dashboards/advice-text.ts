import type { Advice } from "../model/dashboard";
import type { DataLink } from "./data-links";

/** Characters that Markdown would interpret. */
const MARKDOWN = /[\\`*_{}[\]<>#|]/g;

/**
 * Advice as a list in Markdown, each with links to the alert that says when to act.
 *
 * @example `- Cache more. ([State of CacheMissRateHigh](/alerting/…), [Runbook of
 *   CacheMissRateHigh](https://…))`
 */
export const adviceText = (
  advice: readonly Advice[],
  linksOf: (alert: string) => readonly DataLink[],
): string =>
  advice
    .map(({ text, alert }) => {
      const links = alert === undefined ? [] : linksOf(alert);
      const written = links.map(({ title, url }) => `[${title}](${url ?? ""})`);
      return [
        `- ${text.replaceAll(MARKDOWN, "\\$&")}`,
        ...(written.length === 0 ? [] : [`(${written.join(", ")})`]),
      ].join(" ");
    })
    .join("\n");
