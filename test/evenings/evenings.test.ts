import { type OpenId, usingOpenId } from '../support/openId';
import { bomb } from './bomb';
import { chair } from './chair';
import { Door } from './door';
import { guest } from './guest';
import { phone } from './phone';
import type { Evening } from './stage';
import { votedOut } from './votedOut';

/*
 * Evenings of people whom the plan does not fit, each walked twice: once as it was, once as if it had not happened. Whoever must know
 * nothing gets the same bytes in both: cards, answers to what they type and press, pages and files of the tab. `npm run evenings` walks
 * the same scripts in Chromium on phones.
 */

const directory = usingOpenId();
let openId: OpenId;
beforeAll(() => {
  openId = directory();
});

const doors: Door[] = [];
afterEach(() => Promise.all(doors.splice(0).map((door) => door.stop())));

/** The evening, walked with or without what happened; then what comes after it. */
async function walked(evening: Evening, happens: boolean): Promise<Door> {
  const door = await Door.open(evening, openId);
  doors.push(door);
  await evening.walk(door, happens);
  return door;
}

/** Where what somebody got parts from what they would have got. */
function difference(got: readonly string[], without: readonly string[]): string {
  const line = got.findIndex((one, index) => one !== without[index]);
  if (line === -1) return got.length === without.length ? 'none' : 'less than without it';
  const [one = '', other = ''] = [got[line], without[line]];
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return `${one.slice(Math.max(0, at - 150), at + 250)} | ${other.slice(Math.max(0, at - 50), at + 250)}`;
}

const isFault = (line: string): boolean =>
  line.includes('"level":"error"') && !line.includes('"event":"operatorAlert"');

/** Both runs of an evening, and what those who must know nothing got of each. */
async function compare(evening: Evening): Promise<void> {
  const withIt = await walked(evening, true);
  const got = evening.wrong.map((who) => withIt.got(who));
  await evening.after?.(withIt);
  const without = await walked(evening, false);
  for (const [index, who] of evening.wrong.entries()) {
    expect(got[index]?.length).toBeGreaterThan(20);
    expect(`${who}: ${difference(got[index] ?? [], without.got(who))}`).toBe(`${who}: none`);
  }
  expect([...withIt.town.log.lines, ...without.town.log.lines].filter(isFault)).toEqual([]);
}

describe('whoever must know nothing gets the same bytes as if it had not happened', () => {
  it('a councillor whose violent former partner sees the phone', () => compare(phone));
  it('a substitute who is a guest', () => compare(guest));
  it('a chair threatened by a colleague of the strategist', () => compare(chair));
  it('a whole council after a bomb threat', () => compare(bomb));
  it('an officer voted out in the middle of a case', () => compare(votedOut));
});
