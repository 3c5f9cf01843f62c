import type { Lint } from "../../query/promql/lints/lint";

/** The page that explains each doubtful construct: why, an example, what to do instead. */
export const queryChecksPage = (lints: readonly Lint[]): string =>
  `# Query checks

<!-- Written by \`npm run generate\` from query/promql/lints/. -->

Prometheus evaluates these expressions without complaint, and they do not do what they seem to. Synthesis refuses them. An alert, a recording rule or a query of a panel that means it says so, with the reason:

\`\`\`ts
allows: { "${lints[0]?.name ?? ""}": "pushed once a day, so nothing is extrapolated" },
\`\`\`

What Prometheus itself refuses, names and labels that do not exist, and matchers that select nothing are always refused and cannot be allowed.
${lints.map(section).join("")}`;

const section = ({ name, why, bad, good, remedy }: Lint): string => `
## ${name}

${why}

\`\`\`promql
${bad}
\`\`\`

Instead, ${remedy}:

\`\`\`promql
${good}
\`\`\`
`;
