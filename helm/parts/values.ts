/** Values of a chart: plain data that survives JSON. */
export type Values = Readonly<Record<string, unknown>>;
