import catalogue from "../../requirements/catalogue.json";
import { AWAITED } from "../../requirements/awaited";
import { coverageOf } from "../../requirements/coverage";
import { MET_ELSEWHERE } from "../../requirements/met-elsewhere";
import { services } from "../../services";
import { coverageTable } from "./coverage-table";

console.log(
  coverageTable(catalogue, coverageOf(services, MET_ELSEWHERE), AWAITED),
);
