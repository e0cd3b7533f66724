import { present } from '../../src/cards/present';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { PAGES } from '../../src/routine/acts/pages';
import type { Incident } from '../../src/routine/model/incident';
import { scopeOf } from '../../src/routine/rules/access';
import { MAY, may } from '../../src/routine/rules/roles/may';
import type { Viewing } from '../../src/screens/scene';
import { incidentScreen, pageScreen, type Screen } from '../../src/screens/screen';
import { MARK } from '../cards/stages';
import { incident, NOW, people, press, sceneFor } from '../support/pureTown';
import { allStages, cast, pressOf } from './cells';

/* What leaves the app is a screen: it holds what its viewer may see, and nothing that stands in the way of JSON. */

const everyone: Viewing[] = allStages.flatMap(({ incident: value, now, more }) =>
  Object.values(cast).map((person) => sceneFor(value, person, now, 'once1', more)),
);

const screensOf = (viewing: Viewing): Screen[] => [
  incidentScreen(viewing),
  ...PAGES.flatMap((page) => pageScreen(viewing, [page, '']) ?? []),
];

const sceneIn = (screen: Screen) => ('scene' in screen ? screen.scene : undefined);

const led = press(
  incident({ reporter: { person: people.victim, name: `${MARK} reporter`, kind: 'self' } }),
  people.officer,
  pressOf('acknowledge', incident(), {}),
);
const told = press(led, people.officer, pressOf('recordCall', led, { to: 'victim', answered: 'yes' }));

describe('a screen of one incident', () => {
  const value = { ...told, report: { what: `${MARK} story`, phone: '070-000 00 00' } };
  const of = (person: string) => incidentScreen(sceneFor(value, person, NOW)).scene;

  it('holds all of it for the lead', () => {
    const scene = of(people.officer);
    // All but what a press was taken back to, which is for storage alone.
    expect(scene.incident).toEqual({ ...value, undo: undefined });
    expect(scene.viewer.may).toContain('endStep');
  });

  it('holds for the strategist who was only told when it began and who leads: no text, no name, no party', () => {
    const { incident: seen, viewer } = of(people.strategist);
    expect(viewer.roles).toEqual(['toldStrategist']);
    expect(seen).toMatchObject({ reference: value.reference, createdAt: value.createdAt, report: {} });
    expect(seen.lead?.person).toBe(people.officer);
    expect(seen.party).toBeUndefined();
    expect(seen.victim).toMatchObject({ person: 'victim' });
    expect(JSON.stringify(of(people.strategist))).not.toContain(MARK);
    expect(JSON.stringify(of(people.strategist))).not.toContain(people.victim);
    expect(viewer.may).not.toContain('endStep');
  });
});

describe('the screen of who files the police report', () => {
  const records = {
    ...{ when: '2026-11-24', whom: 'Karin', advice: 'Anmäl', link: 'false', linkWhy: `${MARK} why` },
    ...{ victimSupport: 'offered', victimSupportOffer: `${MARK} support`, protection: 'offered' },
    ...{ protectionOffer: `${MARK} protection`, toKnow: `${MARK} to know` },
  };
  const asked = { state: 'done', epoch: 1, records, reason: `${MARK} reason` } as const;
  const said = { answer: 'municipality' as const, at: NOW.toISOString(), epoch: 1 };
  const decision = { ...said, how: `${MARK} how`, by: people.officer };
  const value: Incident = { ...told, decision, steps: { ...told.steps, 'contact-police': asked } };

  it('holds what the police advised and whom, and nothing else of what was asked of them', () => {
    const { scene } = incidentScreen(sceneFor(value, people.chief, NOW));
    expect(scene.viewer.roles).toContain('filer');
    expect(scene.incident.steps['contact-police']?.records).toEqual({ whom: 'Karin', advice: 'Anmäl' });
    expect(scene.incident.decision).toEqual(said);
    expect(JSON.stringify(scene.incident.steps)).not.toContain(MARK);
  });

  it('is narrower than the victim’s, who reads all of it', () => {
    const { scene } = incidentScreen(sceneFor(value, people.victim, NOW));
    expect(scene.incident.steps['contact-police']?.records).toEqual(records);
  });
});

describe('every screen', () => {
  it('says of its viewer the acts that the policy lets them do, and no other', () => {
    for (const viewing of everyone) {
      const acts = Object.keys(MAY).filter((act) => may(viewing.viewer.roles, act as keyof typeof MAY));
      expect(incidentScreen(viewing).scene.viewer.may).toEqual(acts);
    }
  });

  it('of whoever reads nothing holds nothing typed, no party and no account of the victim', () => {
    const nothing = everyone.filter(({ viewer }) => scopeOf(viewer.roles) === 'nothing');
    expect(nothing.length).toBeGreaterThan(100);
    const wrong = nothing.flatMap((viewing) => {
      const { person, roles } = viewing.viewer;
      const victim = viewing.incident.victim.person;
      return screensOf(viewing).flatMap((screen) => {
        const text = JSON.stringify(screen);
        // Whoever registers it sees date, sender and subject (routine, section 11), which is logged.
        const isRegister = screen.kind === 'page' && screen.page === 'registry';
        // Whoever is to ring has name and number, as a logged look.
        const isToRing =
          screen.kind === 'page' && screen.page === 'reach' && (roles.has('overseer') || roles.has('helper'));
        // Whoever registered it for somebody on the telephone wrote that name, and sees whose card they read aloud.
        const isAloud = screen.kind === 'page' && screen.page === 'aloud' && roles.has('reporter');
        const isParty = screen.kind === 'page' && screen.page === 'party';
        // Whoever wrote of it finds their own words again.
        const isOwn =
          roles.has('reporter') &&
          screen.kind === 'page' &&
          ['amend', 'occurrence', 'occurrences'].includes(screen.page);
        const isNamed = victim !== undefined && victim !== person && text.includes(victim);
        const held = [
          ...(text.includes(MARK) && !isRegister && !isOwn && !isToRing && !isAloud ? ['text'] : []),
          ...(!isParty && sceneIn(screen)?.incident.party ? ['party'] : []),
          ...(isNamed ? ['account'] : []),
        ];
        return held.map((what) => `${what}: ${screen.kind} to ${[...roles].join() || 'nobody'}`);
      });
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('holds no address of anybody', () => {
    for (const viewing of everyone.slice(0, 500))
      for (const screen of screensOf(viewing)) expect(JSON.stringify(screen)).not.toMatch(/\w@\w/);
  });

  it('is drawn the same from what is left of it as JSON', () => {
    for (const viewing of everyone.filter((_, index) => index % 7 === 0))
      for (const screen of screensOf(viewing))
        expect(present(JSON.parse(JSON.stringify(screen)), oxelosund)).toEqual(present(screen, oxelosund));
  });
});
