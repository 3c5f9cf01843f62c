/** Text that stands as it is: a call of the standard library, `sys.env("NAME")`. */
export interface Code {
  readonly kind: "code";
  readonly text: string;
}

/** What one component offers another: `loki.write.default.receiver`. */
export interface Reference {
  readonly kind: "reference";
  readonly text: string;
}

/** A value of an attribute. */
export type Expression =
  | string
  | number
  | boolean
  | Code
  | Reference
  | readonly Expression[]
  | { readonly [key: string]: Expression };

/** Attributes by name. */
export type Attributes = Readonly<Record<string, Expression>>;

/**
 * A block of Alloy's configuration: its attributes, then the blocks inside it.
 * @see https://grafana.com/docs/alloy/latest/get-started/configuration-syntax/syntax/
 */
export interface Block {
  readonly name: string;
  readonly label?: string;
  readonly attributes: Attributes;
  readonly blocks: readonly Block[];
}

/** A block at the top that others refer to by name and label. */
export interface Component extends Block {
  readonly label: string;
}

/** A block inside a component. */
export const block = (
  name: string,
  attributes: Attributes = {},
  ...blocks: readonly Block[]
): Block => ({ name, attributes, blocks });

/** A component: what it is, its label, which no other of its kind has, and what it is given. */
export const component = (
  name: string,
  label: string,
  attributes: Attributes = {},
  ...blocks: readonly Block[]
): Component => ({ name, label, attributes, blocks });

/**
 * An export of a component that exists, so that nothing can be sent to a name that was misspelt.
 */
export const reference = (
  { name, label }: Component,
  exported: string,
): Reference => ({
  kind: "reference",
  text: `${name}.${label}.${exported}`,
});

/** A call of Alloy's standard library. */
export const code = (text: string): Code => ({ kind: "code", text });
