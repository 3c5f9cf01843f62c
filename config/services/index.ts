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

/** All monitored systems except the monitoring itself. To add one, add a folder and a line here. */
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
