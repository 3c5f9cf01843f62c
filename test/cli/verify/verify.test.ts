import { World } from "./world";

let world: World;
beforeAll(
  async () => {
    world = await World.start();
  },
  20 * 60 * 1_000,
);
afterAll(async () => {
  await world.stop();
});

it("finds nothing where all is well", async () => {
  const { text, holds } = await world.verify();
  console.log(text);
  expect(holds).toBe(true);
}, 60_000);
