/**
 * As something is declared: fields that have a default may be left out. What a default is stands
 * with the field.
 */
export type Defaulted<Whole, Key extends keyof Whole> = Whole extends unknown
  ? Omit<Whole, Key> & Partial<Pick<Whole, Key>>
  : never;
