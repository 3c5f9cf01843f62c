import type { Bytes } from "../../bytes";
import type { Duration } from "../../duration";
import type { Ratio } from "../../ratio";
import type { ValueCheck } from "../values/value-check";

/** What a value must be, as a tree of its fields. */
export type Shape =
  | { readonly is: "text"; readonly check: ValueCheck<string> }
  | { readonly is: "number"; readonly check: ValueCheck<number> }
  | { readonly is: "boolean" }
  | { readonly is: "unread" }
  | { readonly is: "one-of"; readonly values: readonly string[] }
  | {
      /** Made by a function of the model: `minutes(5)`, `gibibytes(2)`, `percent(5)`. */
      readonly is: "quantity";
      readonly kind: keyof Quantities;
      readonly check: ValueCheck<Quantity>;
    }
  | { readonly is: "threshold" }
  | {
      readonly is: "list";
      readonly each: Shape;
      readonly check: ValueCheck<readonly unknown[]>;
    }
  | {
      readonly is: "record";
      readonly key: ValueCheck<string>;
      readonly each: Shape;
      readonly check: ValueCheck<readonly unknown[]>;
    }
  | { readonly is: "object"; readonly fields: Shapes }
  | {
      readonly is: "union";
      /** The field that says which it is. */
      readonly tag: string;
      /** The other fields, by the value of the tag. */
      readonly members: Readonly<Record<string, Shapes>>;
    }
  | {
      readonly is: "either";
      readonly isFirst: (value: unknown) => boolean;
      readonly first: Shape;
      readonly second: Shape;
    };

/** A field that may be left out. */
interface Optional {
  readonly is: "optional";
  readonly inner: Shape;
}

/** Fields by their name. */
export type Shapes = Readonly<Record<string, Shape | Optional>>;

/** Kinds of quantities, with their types. */
interface Quantities {
  readonly duration: Duration;
  readonly bytes: Bytes;
  readonly ratio: Ratio;
}

/** A length of time, an amount of memory, or a share. */
export type Quantity = Quantities[keyof Quantities];

declare const described: unique symbol;

/** A shape of values of one type, which the compiler compares with the declaration's type. */
export type Form<Value> = Shape & {
  readonly [described]?: (value: Value) => Value;
};

/** A field that may be left out, of one type. */
type OptionalForm<Value> = Optional & {
  readonly [described]?: (value: Value) => Value;
};

/** A form for each field of a type, and for no other. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: object extends Pick<Value, Key>
    ? OptionalForm<Exclude<Value[Key], undefined>>
    : Form<Value[Key]>;
};

/** The fields of each member of a union, besides the one that says which it is. */
type Members<
  Value extends Readonly<Record<Tag, string>>,
  Tag extends string = "kind",
> = {
  readonly [Kind in Value[Tag]]: Fields<
    Omit<Extract<Value, Readonly<Record<Tag, Kind>>>, Tag>
  >;
};

const any: ValueCheck<unknown> = () => [];

/** A text. @param check of its content; without one, another check reads it, or any is legal */
export const text = <Value extends string = string>(
  check: ValueCheck<string> = any,
): Form<Value> => ({ is: "text", check });

/** A number, which must be finite. */
export const number = (check: ValueCheck<number>): Form<number> => ({
  is: "number",
  check,
});

/** True or false. */
export const boolean: Form<boolean> = { is: "boolean" };

/** One of a list of texts. */
export const oneOfTexts = <Value extends string>(
  ...values: readonly Value[]
): Form<Value> => ({ is: "one-of", values });

/** A length of time. */
export const duration = (
  check: ValueCheck<Duration> = any,
): Form<Duration> => ({
  is: "quantity",
  kind: "duration",
  check: (path, value) => (value.kind === "duration" ? check(path, value) : []),
});

/** An amount of memory or of storage. */
export const bytes = (check: ValueCheck<Bytes> = any): Form<Bytes> => ({
  is: "quantity",
  kind: "bytes",
  check: (path, value) => (value.kind === "bytes" ? check(path, value) : []),
});

/** A share. */
export const ratio: Form<Ratio> = { is: "quantity", kind: "ratio", check: any };

/** A limit of an alert, in any unit. */
export const threshold = <Value>(): Form<Value> => ({ is: "threshold" });

/** A list. */
export const list = <Value>(
  each: Form<Value>,
  check: ValueCheck<readonly unknown[]> = any,
): Form<readonly Value[]> => ({ is: "list", each, check });

/** Entries by names that are declared. @param key what the names must be */
export const record = <Value>(
  each: Form<Value>,
  key: ValueCheck<string> = any,
  check: ValueCheck<readonly unknown[]> = any,
): Form<Readonly<Record<string, Value>>> => ({
  is: "record",
  key,
  each,
  check,
});

/** An object with these fields. */
export const object = <Value>(fields: Fields<Value>): Form<Value> => ({
  is: "object",
  fields,
});

/** One of several objects, which their field `kind` distinguishes. */
export const union = <Value extends { readonly kind: string }>(
  members: Members<Value>,
): Form<Value> => ({ is: "union", tag: "kind", members });

/** One of several objects, which their field `type` distinguishes. */
export const unionByType = <Value extends { readonly type: string }>(
  members: Members<Value, "type">,
): Form<Value> => ({ is: "union", tag: "type", members });

/** A value that other checks read, in any form. */
export const unread = <Value>(): Form<Value> => ({ is: "unread" });

/** One of two forms. @param isFirst whether a value is to be read as the first of them */
export const either = <First, Second>(
  isFirst: (value: unknown) => boolean,
  first: Form<First>,
  second: Form<Second>,
): Form<First | Second> => ({ is: "either", isFirst, first, second });

/** Whether a value is a text. */
export const isText = (value: unknown): boolean => typeof value === "string";

/** A field that may be left out. */
export const optional = <Value>(inner: Form<Value>): OptionalForm<Value> => ({
  is: "optional",
  inner,
});
