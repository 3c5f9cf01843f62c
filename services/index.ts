import type { ServiceDeclaration } from "../model/service";
import { aurora } from "./aurora";
import { codeverify } from "./codeverify";
import { cqvr } from "./cqvr";
import { nebula } from "./nebula";
import { obsidian } from "./obsidian";
import { platform } from "./platform";
import { titan } from "./titan";

/** Everything that is monitored. A new system is a folder beside these and a line here. */
export const services: readonly ServiceDeclaration[] = [
  platform,
  cqvr,
  codeverify,
  nebula,
  titan,
  obsidian,
  aurora,
];
