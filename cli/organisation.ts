import { organisation as declared } from "../config/organisation";
import type { Organisation } from "../model/organisation";

/** What every command is about. It is handed to them here and nowhere else: nothing else in `cli/` imports what is declared. */
export const organisation: Organisation = declared;
