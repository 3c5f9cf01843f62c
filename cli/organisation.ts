/** The one place at which commands are given what they are about: nothing else in `cli/` knows whose organisation it is. */
export { organisation } from "../config/organisation";
