import type { Advice } from "../model/dashboard";
import type { DataLink } from "./data-links";

/** Characters that Markdown would take for something else. */
const MARKDOWN = /[\\`*_{}[\]<>#|]/g;

/**
 * Advice as a list in Markdown, each with the way to the alert that says when it is time.
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
