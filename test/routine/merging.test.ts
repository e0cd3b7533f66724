import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { asUnmerged, mergeFault } from '../../src/routine/rules/joined/merging';
import type { Role } from '../../src/routine/rules/roles/role';
import {
  followEnd,
  merge,
  mergedCarries,
  TAKE_IN,
  takeIn,
} from '../../src/routine/transitions/beside/merging';
import type { ActTurn } from '../../src/routine/transitions/turn';
import { incident, NOW, people, turn } from '../support/pureTown';

/* Two reports of one matter (routine, section 8): which may be merged, and what becomes of each. */

const AT = NOW.toISOString();
const version = (by: string, as: 'reporter' | 'victim', what: string, kinds = '') => ({
  ...{ at: AT, by, as },
  values: { what, kinds },
});
const own: Incident = {
  ...incident(),
  acute: false,
  versions: [version(people.victim, 'victim', 'A', 'harassment')],
};
const proxys: Incident = {
  ...own,
  ...{ id: 'other1', reference: '2026-7KQ4' },
  victim: { name: 'Eva', bound: 'none', epoch: 1 },
  reporter: { person: 'proxy', name: 'Nils', kind: 'proxy' },
  versions: [version('proxy', 'reporter', 'B', 'threat')],
};
const actTurn = (into?: Incident): ActTurn => ({
  ...turn(people.officer, { once: 'press1' }),
  roles: new Set<Role>(['lead']),
  into,
});
const out = (person: string, why: Incident['declined'][number]['why']) => ({
  declined: [{ person, at: AT, why }],
});

it.each<[string, Partial<Incident>, Partial<Incident>, string | undefined]>([
  ['a proxy’s into the victim’s own', {}, {}, undefined],
  ['the victim’s own ends in none', { reporter: own.reporter }, {}, 'notOne'],
  ['itself', { id: own.id }, {}, 'notOne'],
  ['of another victim', { victim: { ...own.victim, person: 'someone' } }, {}, 'notOne'],
  ['of an exercise', { practice: true }, {}, 'notOne'],
  ['with a hidden name', { hidden: { at: AT } }, {}, 'notOne'],
  ['closed', { state: 'closed' }, {}, 'closed'],
  ['into a closed one', {}, { state: 'closed' }, 'closed'],
  ['of the municipality into the party’s', { route: 'municipality' }, { route: 'party' }, 'otherReaders'],
  ['of the party into the municipality’s', { route: 'party' }, { route: 'municipality' }, 'otherReaders'],
  ['of another party', { route: 'party', party: 'S' }, { route: 'party', party: 'M' }, 'otherReaders'],
  ['where somebody is part of one', out('suspect', 'suspect'), {}, 'otherReaders'],
  ['where somebody is out of both', out('suspect', 'suspect'), out('suspect', 'suspect'), undefined],
  ['where somebody only could not', out(people.deputy, 'cannot'), {}, undefined],
])('%s', (_, ending, goingOn, fault) => {
  expect(mergeFault({ ...proxys, ...ending }, { ...own, ...goingOn })).toBe(fault);
});

it('ends one, leads to the other, and has its words taken in', () => {
  const ended = merge(proxys, actTurn(own));
  expect(ended).toMatchObject({ state: 'closed', closeReason: 'duplicate', closedBy: people.officer });
  expect(ended.mergedInto).toMatchObject({ id: own.id, reference: own.reference });
  expect(ended.carries).toMatchObject([{ verb: TAKE_IN, to: [own.id] }]);
  expect(ended.versions).toEqual(proxys.versions);
  expect(() => merge(proxys, actTurn())).toThrow(Refusal);
  expect(() => merge(proxys, actTurn({ ...own, state: 'closed' }))).toThrow(Refusal);
});

it('takes in each version once, goes by its own words, and by the codes of both', () => {
  const taken = takeIn({ ...own, report: { what: 'A', kinds: 'harassment' } }, proxys, turn(people.officer));
  expect(taken.versions?.map(({ by }) => by)).toEqual([people.victim, 'proxy']);
  expect(taken.report.what).toBe('A');
  expect(new Set(taken.report.kinds?.split(','))).toEqual(new Set(['harassment', 'threat']));
  expect(takeIn(taken, proxys, turn(people.officer))).toBe(taken);
  const more = { ...proxys, versions: [...(proxys.versions ?? []), version('proxy', 'reporter', 'C')] };
  expect(takeIn(taken, more, turn(people.officer)).versions).toHaveLength(3);
});

it('is acute by the other’s word, also later, and not again by words alone', () => {
  const acute = { ...proxys, acute: true, acuteAt: AT };
  const taken = takeIn({ ...own, acute: false }, acute, turn(people.officer));
  expect(taken.acute).toBe(true);
  const later = turn('proxy', { now: new Date(NOW.getTime() + 60_000) });
  const lowered = { ...taken, acute: false };
  const more = { ...acute, versions: [...(acute.versions ?? []), version('proxy', 'reporter', 'C')] };
  expect(
    takeIn(
      {
        ...lowered,
        merged: [
          { id: proxys.id, reference: proxys.reference, by: people.officer, at: later.now.toISOString() },
        ],
      },
      more,
      later,
    ).acute,
  ).toBe(false);
});

it('is shown to its writer as it was; what they add and its end are carried', () => {
  const ended = merge(proxys, actTurn(own));
  const { mergedInto: _, closeReason: __, ...shown } = asUnmerged(ended);
  expect(shown).toMatchObject({ state: 'open', closedAt: undefined, closedBy: undefined });
  expect(asUnmerged(own)).toBe(own);
  expect(mergedCarries(ended, { ...ended, acute: true }, turn('proxy'))).toMatchObject([{ verb: TAKE_IN }]);
  const taken = takeIn(own, ended, turn(people.officer));
  const closed: Incident = { ...taken, state: 'closed', closedAt: AT };
  expect(mergedCarries(taken, closed, turn(people.officer))).toMatchObject([{ to: [proxys.id] }]);
  const over = followEnd(ended, closed, turn(people.officer));
  expect(asUnmerged(over)).toMatchObject({ state: 'closed', closedAt: AT, closeReason: 'finished' });
  expect(followEnd(over, closed, turn(people.officer))).toBe(over);
  expect(followEnd(own, closed, turn(people.officer))).toBe(own);
});
