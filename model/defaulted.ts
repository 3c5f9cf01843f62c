/**
 * The declared form of a type: fields with a default may be left out. Each field documents its
 * default.
 */
export type Defaulted<Whole, Key extends keyof Whole> = Whole extends unknown
  ? Omit<Whole, Key> & Partial<Pick<Whole, Key>>
  : never;
