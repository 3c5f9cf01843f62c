import type { ServiceDeclaration } from "../../model/service";
import { accubooks } from "./accubooks";
import { aurora } from "./aurora";
import { chronos } from "./chronos";
import { codequal } from "./codequal";
import { codeverify } from "./codeverify";
import { cqvr } from "./cqvr";
import { meta } from "./meta";
import { nebula } from "./nebula";
import { obsidian } from "./obsidian";
import { sentinel } from "./sentinel";
import { titan } from "./titan";

/**
 * Every system that is monitored, but the monitoring itself. A new one is a folder beside these and
 * a line here.
 */
export const systems: readonly ServiceDeclaration[] = [
  cqvr,
  codeverify,
  codequal,
  nebula,
  sentinel,
  chronos,
  titan,
  obsidian,
  aurora,
  meta,
  accubooks,
];
