import { inWords } from "../../model/duration-words";
import {
  days,
  hours,
  milliseconds,
  minutes,
  seconds,
} from "../../model/duration";

it.each([
  [minutes(5), "5 minutes"],
  [hours(1), "1 hour"],
  [days(30), "30 days"],
  [minutes(2 * 1440 + 121), "2 days 2 hours 1 minute"],
  [seconds(61), "1 minute 1 second"],
  [milliseconds(1), "0 seconds"],
])("writes %s as people do", (duration, words) => {
  expect(inWords(duration)).toBe(words);
});
