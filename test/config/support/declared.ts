import { services as declared } from "../../../config/organisation";
import { codeverify as codeverifyDeclaration } from "../../../config/services/codeverify";
import { cqvr as cqvrDeclaration } from "../../../config/services/cqvr";
import { titan as titanDeclaration } from "../../../config/services/titan";
import { wholeService, wholeServices } from "../../../model/whole-service";

/**
 * Every system of this organisation with its defaults, as readers are given it; and some by name.
 */
export const services = wholeServices(declared);
export const codeverify = wholeService(codeverifyDeclaration);
export const cqvr = wholeService(cqvrDeclaration);
export const titan = wholeService(titanDeclaration);
