import {
  remembered,
  rememberedLast,
  rememberedTogether,
} from "../../model/remembered";

it("computes one result for each object, an undefined one too", () => {
  const workOut = jest.fn(({ value }: { readonly value?: number }) => value);
  const of = remembered(workOut);
  const [one, none] = [{ value: 1 }, {}];
  expect([of(one), of(none), of(one), of(none)]).toEqual([
    1,
    undefined,
    1,
    undefined,
  ]);
  expect(workOut).toHaveBeenCalledTimes(2);
  expect(of({ value: 1 })).toBe(1);
  expect(workOut).toHaveBeenCalledTimes(3);
});

it("computes one result for each pair of objects", () => {
  const workOut = jest.fn((a: { n: number }, b: { n: number }) => [a.n, b.n]);
  const of = rememberedTogether(workOut);
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([of(one, two), of(two, one), of(one, one)]).toEqual([
    [1, 2],
    [2, 1],
    [1, 1],
  ]);
  expect(of(one, two)).toBe(of(one, two));
  expect(workOut).toHaveBeenCalledTimes(3);
});

it("keeps only the last result", () => {
  const workOut = jest.fn((text: string) => text.length);
  const of = rememberedLast(workOut, (a, b) => a.trim() === b.trim());
  expect(["ab", " ab", "c", "ab"].map(of)).toEqual([2, 2, 1, 2]);
  expect(workOut.mock.calls).toEqual([["ab"], ["c"], ["ab"]]);
});
