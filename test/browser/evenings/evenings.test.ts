import { bomb } from '../../evenings/bomb';
import { chair } from '../../evenings/chair';
import { guest } from '../../evenings/guest';
import { phone } from '../../evenings/phone';
import type { Evening } from '../../evenings/stage';
import { votedOut } from '../../evenings/votedOut';
import { Phones } from './phones';

/*
 * The evenings of `test/evenings` in Chromium, pressed as their people would, a picture of each card. That whoever must know nothing
 * gets nothing is compared there, byte by byte; here somebody looks at what they see.
 */

/** Ports below those that the system gives to calls out: none of them is taken by one. */
const ALL: readonly (readonly [name: string, evening: Evening, port: number])[] = [
  ['phone', phone, 27_300],
  ['guest', guest, 27_320],
  ['chair', chair, 27_340],
  ['bomb', bomb, 27_360],
  ['votedOut', votedOut, 27_380],
];

/** Eleven phones on a busy machine. */
const LONGEST = 1_200_000;

describe.each(ALL)('%s', (name, evening, port) => {
  let phones: Phones;
  beforeAll(async () => {
    phones = await Phones.open(name, evening, port);
  });
  afterAll(() => phones?.end());

  it(
    'is walked on phones',
    async () => {
      await evening.walk(phones, true);
      await evening.after?.(phones);
      await phones.album();
    },
    LONGEST,
  );
});
