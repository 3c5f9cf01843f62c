/** Text for a value that a chart evaluates as a template: what comes out is the text itself. */
export const untemplated = (text: string): string =>
  text.replaceAll("{{", "{{`{{`}}");
