import { OPERATOR } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { NoticeKind } from '../../src/routine/rules/noticeRows/draw';
import { GROUPED_FROM, mayBeGrouped } from '../../src/routine/rules/noticeRows/grouped';
import { incident, NOW, people } from '../support/pureTown';

/* Which notices of several incidents may come to one person as lines of one card. */

const calm: Incident = { ...incident(), acute: false };
const may = (kind: NoticeKind, part: Partial<Incident> = {}, person: string = people.officer) =>
  mayBeGrouped(
    { ...calm, ...part },
    { key: '', kind, person, since: NOW.toISOString(), isAcute: part.acute === true },
  );

describe('what may stand on one card with others', () => {
  it('is what tells an official that something waits; what rings or protects comes alone', () => {
    const lines: NoticeKind[] = ['asked', 'askedAgain', 'told', 'duty', 'talk', 'up', 'measure', 'broughtIn'];
    expect(lines.filter((kind) => may(kind))).toEqual(lines);
    const alone: NoticeKind[] = [
      'ring',
      'reached',
      'unreached',
      'call',
      'nobody',
      'alone',
      'relay',
      'passOn',
    ];
    expect(alone.filter((kind) => may(kind))).toEqual([]);
    // What was sent by hand, or is about somebody's own, is nobody's line.
    expect(
      (['resent', 'restored', 'decision', 'belongs', 'round'] as const).filter((one) => may(one)),
    ).toEqual([]);
  });

  it.each<[string, Partial<Incident>, string]>([
    ['what is acute', { acute: true }, people.officer],
    ['an exercise', { practice: true }, people.officer],
    ['somebody who hides', { quiet: { why: 'hiding', at: NOW.toISOString() } }, people.officer],
    ['what is closed', { state: 'closed' }, people.officer],
    ['the one whom it is about', {}, people.victim],
    ['whoever runs the bot', {}, OPERATOR],
  ])('is nothing of %s', (_, part, person) => {
    expect(may('asked')).toBe(true);
    expect(may('asked', part, person)).toBe(false);
  });

  it('comes together from three on: of one or two each has its own first press', () => {
    expect(GROUPED_FROM).toBe(3);
  });
});
