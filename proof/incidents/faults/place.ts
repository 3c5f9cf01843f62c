/** Labels that say where a series comes from, not what it counts. */
export const PLACE = new Set([
  "system",
  "namespace",
  "app",
  "job",
  "pod",
  "container",
  "instance",
]);
