/** The lines of one entry under what is open, by something that its title holds. */
export const openEntry = (text: string, title: string): string => {
  const [, open = ""] = /## Open\n\n([\s\S]*?)\n\n## Noted/.exec(text) ?? [];
  return (
    open
      .split(/\n(?=- \*\*)/)
      .reduce<string[]>((entries, line) => {
        // Titles that share a reason stand one above the other.
        const last = entries.at(-1);
        if (last !== undefined && !last.includes("  - next:")) {
          entries[entries.length - 1] = `${last}\n${line}`;
        } else entries.push(line);
        return entries;
      }, [])
      .find((entry) => entry.includes(title)) ?? `no ${title} in:\n${open}`
  );
};
