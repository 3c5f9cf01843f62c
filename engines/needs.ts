import type { Engine } from "./engines";

/** Title of the tests that need an engine, by which they are counted where it is missing. */
export const needs = ({ name, version }: Engine): string =>
  `with ${name} ${version}`;
