import { expect, test } from '@jest/globals';
import { createWorld } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, ben, tuesdayNine } from './a-world.ts';

test('a snapshot is plain JSON and brings the whole world back', () => {
  const { world, clock } = aWorld();
  as(world, ada).insert({ ...tuesdayNine, id: 'abc123', attendees: [{ email: ben }] });
  const snapshot = JSON.parse(JSON.stringify(world.toSnapshot())) as typeof world.state;

  const another = createWorld({ clock, snapshot });

  expect(as(another, ben).get('abc123')).toEqual(as(world, ben).get('abc123'));
  expect(another.toSnapshot()).toEqual(snapshot);
});

test('a restored world forgets what came after the snapshot', () => {
  const { world } = aWorld();
  const snapshot = world.toSnapshot();
  as(world, ada).insert(tuesdayNine);

  world.restore(snapshot);

  expect(as(world, ada).list().items).toEqual([]);
});

test('listeners are told once of a commit, after it', async () => {
  const { world } = aWorld();
  await Promise.resolve();
  let told = 0;
  world.onChange(() => (told += 1));

  as(world, ada).insert({ ...tuesdayNine, attendees: [{ email: ben }] });
  const during = told;
  await Promise.resolve();

  expect([during, told]).toEqual([0, 1]);
});

test('a listener that was taken away is told no more', async () => {
  const { world } = aWorld();
  await Promise.resolve();
  let told = 0;
  const stop = world.onChange(() => (told += 1));
  stop();

  as(world, ada).insert(tuesdayNine);
  await Promise.resolve();

  expect(told).toBe(0);
});
