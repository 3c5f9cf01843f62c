/** One entry of the catalogue of requirements. */
export interface Requirement {
  readonly id: string;
  /** `seed`: asked for; `derived`: follows from what was asked; `proposed`: an addition. */
  readonly origin: string;
  /** What is asked, as Markdown on one line. */
  readonly text: string;
}

/** Requirements that are not met yet, and what they wait for. */
export interface Awaited {
  readonly ids: readonly string[];
  readonly waitsFor: string;
}

/** What a requirement waits for, as the tables say it. */
export const waitsFor = (awaited: readonly Awaited[], id: string): string =>
  awaited.find(({ ids }) => ids.includes(id))?.waitsFor ??
  "nothing: it is missing";

/** `CV-D1.3` → `CV`: the file that says what meets it, and the system that is counted. */
export const prefixOf = (id: string): string => id.replace(/-.*/, "");
