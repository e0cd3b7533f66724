import fc from 'fast-check';
import type { ButtonView, FieldView, View } from '../../src/cards/view';
import { AHEAD, NOTHING_AHEAD } from '../../src/content/texts/victim';
import { PAGE_RULES } from '../../src/routine/acts/pages';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { scopeOf } from '../../src/routine/rules/access';
import { asked } from '../../src/routine/rules/ladders/asked';
import { isLeftWaiting } from '../../src/routine/rules/ladders/reaching';
import { focusOf } from '../../src/routine/rules/nextTask';
import { notices } from '../../src/routine/rules/notices';
import {
  followUpOpensAt,
  hasEnded,
  mayClose,
  missingToClose,
  ownersOf,
  stateOf,
} from '../../src/routine/rules/progress';
import { fileReport } from '../../src/routine/transitions/reporting';
import { readAction } from '../../src/screens/actions';
import type { Viewing } from '../../src/screens/scene';
import { seen } from '../../src/screens/seen';
import { drawPage, liveCard } from '../support/drawing';
import { IS_LONG } from '../support/long';
import { contacts, incident, people, press, routine, sceneFor, situation, turn } from '../support/pureTown';

/** The special contact too, who takes the place of strategists who are all part of it. */
const EVERYONE = [
  ...Object.values(people),
  ...contacts.flatMap((one) => (one.role === 'alternateContact' && one.person ? [one.person] : [])),
];
const DAY = 86_400_000;

/** Every word that is typed in a walk holds this, so that it can be looked for where it must not be. */
const SECRET = 'SECRET';

const buttonsOf = (view: View): ButtonView[] =>
  view.name === 'line'
    ? view.data.buttons
    : [...view.data.buttons, ...view.data.items.flatMap((item) => item.buttons), ...view.data.below.buttons];
const fieldsOf = (view: View): FieldView[] => (view.name === 'card' ? view.data.fields : []);

/** Something right to fill in, chosen by `pick`. */
function fill(fields: readonly FieldView[], pick: number): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.choices.length > 0) {
        const choice = field.choices[pick % field.choices.length]?.value ?? '';
        return [field.id, field.required || pick % 3 > 0 ? choice : ''];
      }
      if (field.kind === 'date') return [field.id, field.value || '2026-11-24'];
      if (field.kind === 'toggle') return [field.id, pick % 2 ? 'true' : 'false'];
      return [field.id, field.required || pick % 2 ? `${SECRET} text ${pick}` : ''];
    }),
  );
}

/** The card that a press on `button` opens, as `handle` would draw it; undefined when it is a deciding verb. */
function opened(scene: Viewing, button: ButtonView): View | undefined {
  const action = readAction(button.verb, button.data);
  if (action?.verb === 'show') return liveCard(scene);
  if (action?.verb !== 'page') return undefined;
  return drawPage(scene, action.page, action.step ?? action.about ?? '');
}

interface Walk {
  value: Incident;
  now: Date;
  view: Map<string, View>;
}

/** Two presses of three are made by someone whose turn it is, on the button that stands first. */
function chosen(walk: Walk, who: number, which: number, pick: number): [string, number] {
  const anyone = EVERYONE[who % EVERYONE.length] ?? '';
  if (pick % 3 === 0) return [anyone, which];
  const busy = EVERYONE.filter((person) => hasSomethingToDo(sceneFor(walk.value, person, walk.now)));
  return [busy[who % Math.max(1, busy.length)] ?? anyone, 0];
}

/** Coverage of all walks together: a walk that never closes anything proves little. */
const reached = { closed: 0, reopened: 0, verbs: new Set<string>() };

/** One press by one person on what they see. */
function step(walk: Walk, by: number, button0: number, pick: number): Walk {
  const [person, which] = chosen(walk, by, button0, pick);
  const scene = sceneFor(walk.value, person, walk.now, `once${which}.${pick}`);
  const seen = walk.view.get(person) ?? liveCard(scene);
  const buttons = buttonsOf(seen);
  const button = buttons[which % Math.max(1, buttons.length)];
  if (!button) return { ...walk, now: new Date(walk.now.getTime() + DAY) };
  const page = opened(scene, button);
  const view = new Map(walk.view);
  if (page && waysOn(page) === 0) throw new Error(`Stuck on a page: ${JSON.stringify(button.data)}`);
  if (page) return { ...walk, view: view.set(person, page) };
  view.delete(person);
  const inputs = button.inputs === 'auto' ? fill(fieldsOf(seen), pick) : {};
  const action = readAction(button.verb, { ...button.data, ...inputs });
  if (!action) throw new Error(`A button sends what is no action: ${button.verb}`);
  try {
    const bindTo = pick % 2 ? people.victim : people.otherOfficer;
    const value = press(walk.value, person, action, walk.now, bindTo);
    if (value !== walk.value) reached.verbs.add(action.verb);
    if (value.state === 'closed' && walk.value.state === 'open') reached.closed++;
    if (value.state === 'open' && walk.value.state === 'closed') reached.reopened++;
    return { ...walk, view, value };
  } catch (error) {
    if (error instanceof Refusal) return { ...walk, view };
    throw error;
  }
}

const isMarked = (text: string) => text.includes(SECRET);

function hasSomethingToDo(scene: Viewing): boolean {
  const { incident: value, viewer } = scene;
  const { roles } = viewer;
  if (value.state === 'closed') return false;
  if (roles.has('candidate') || seen(scene).facts.duties.length > 0) return true;
  if (roles.has('maybeVictim') || roles.has('confirmer')) return true;
  if (roles.has('victim') && value.decision?.askedAt && !value.decision.answer) return true;
  if (roles.has('victim') && value.partyQuestion && !value.partyQuestion.answer) return true;
  return roles.has('lead') && focusOf(scene).kind !== 'wait';
}

/** Whether there is a person whose card asks something of them. */
const someoneHasSomethingToDo = (value: Incident, now: Date): boolean =>
  asked(situation(value, now)).length > 0 ||
  EVERYONE.some((person) => hasSomethingToDo(sceneFor(value, person, now))) ||
  // The follow-up talk opens by itself on its day.
  now < followUpOpensAt(value, routine) ||
  // "Inte nu": the question comes back by itself.
  notices(situation(value, now)).some(
    (one) => one.kind === 'decisionAgain' && Date.parse(one.since) > now.getTime(),
  );

/** The words before and after what a sentence fills in. */
const NEXT_WORDS = Object.values(AHEAD).map((say) => {
  const [before = '', after = ''] = say('kl. 11.11', '').split(/kl\. 11\.11/i);
  return { before, after: after.slice(0, 12) };
});

/**
 * The victim's own card is never quiet: it says what comes next by itself and when, or that nothing does and whom to ring. A
 * question stands in its place only where nothing presses; it names who leads, or says the same as that card.
 */
function checkNotQuiet(value: Incident, now: Date): void {
  const scene = sceneFor(value, people.victim, now);
  if (value.state === 'closed' || !scene.viewer.roles.has('victim')) return;
  checkSaysNext(scene, drawPage(scene, 'focus'));
  const own = liveCard(scene);
  const isQuestion = buttonsOf(own).some(({ data }) => data.page === 'focus');
  if (!isQuestion) checkSaysNext(scene, own);
  else if (isLeftWaiting(value)) throw new Error(`Asked while it presses: ${wordsOf(own).join(' | ')}`);
  else if (!value.lead) checkSaysNext(scene, own);
  else expect(wordsOf(own).join(' ')).toContain(leaderOf(value));
}

const wordsOf = (view: View | undefined): string[] => (view?.name === 'card' ? view.data.lines : []);

const leaderOf = ({ lead }: Incident): string =>
  contacts.find(({ person }) => person === lead?.person)?.name ?? '';

function checkSaysNext(scene: Viewing, view: View | undefined): void {
  const { now } = scene;
  const lines = wordsOf(view);
  const items = view?.name === 'card' ? view.data.items : [];
  const { ahead } = seen(scene).facts.victim ?? {};
  const saysNext = lines.some((line) =>
    NEXT_WORDS.some(
      ({ before, after }) => line.startsWith(before) && /kl\. \d\d\.\d\d/i.test(line) && line.includes(after),
    ),
  );
  const saysNothing = lines.some((line) => line === NOTHING_AHEAD.unled || line.startsWith(NOTHING_START));
  if (ahead) expect(Date.parse(ahead.at)).toBeGreaterThan(now.getTime());
  if (ahead ? !saysNext : !saysNothing)
    throw new Error(`Quiet at ${now.toISOString()}: ${lines.join(' | ')}`);
  // Whom to ring, as long as there is anybody.
  expect(items.filter(({ links }) => links.length > 0).length).toBeGreaterThan(0);
}

const NOTHING_START = NOTHING_AHEAD.led('', '').slice(0, 30);

/** Presses that a closed incident still takes. */
const OF_CLOSED = new Set([
  'suspects',
  'reopen',
  'undo',
  'looks',
  'start',
  'show',
  'hold',
  'release',
  'recordArchived',
  'sayWord',
  'recordRegistry',
  'details',
  'word',
  'registry',
  // What is to become better because of it, and somebody to ring.
  'improvement',
  'contacts',
]);

/** Closed: nobody's own card holds a button that serves an open matter. */
function checkOver(value: Incident, now: Date): void {
  if (value.state !== 'closed') return;
  for (const person of EVERYONE)
    for (const { verb, data } of buttonsOf(liveCard(sceneFor(value, person, now)))) {
      const what = verb === 'page' ? data.page : verb;
      if (!OF_CLOSED.has(what ?? '')) throw new Error(`Left open on a closed one: ${what} for ${person}`);
    }
}

/** All that a card lets a person press, a number to ring among it. */
const waysOn = (view: View): number =>
  buttonsOf(view).length +
  (view.name === 'card'
    ? [...view.data.links, ...view.data.items.flatMap(({ links }) => links)].length +
      view.data.choices.flatMap(({ buttons }) => buttons).length
    : 0);

/** Never stuck: whoever has a part in what is open has a next thing to press, or a number to ring. */
function checkNotStuck(value: Incident, now: Date): void {
  if (value.state !== 'open') return;
  for (const person of EVERYONE) {
    const scene = sceneFor(value, person, now);
    if (scene.viewer.roles.size > 0 && waysOn(liveCard(scene)) === 0)
      throw new Error(`Stuck: ${[...scene.viewer.roles].join(', ')} on ${JSON.stringify(liveCard(scene))}`);
  }
}

const HOUR = 3_600_000;
const LATER = [0, 7 * 60_000, 5 * HOUR, 14 * HOUR];

function check({ value, now }: Walk): void {
  checkOver(value, now);
  checkNotStuck(value, now);
  // By day, in the evening, in the middle of the night: one of them a press.
  const later = LATER[value.rev % LATER.length] ?? 0;
  checkNotQuiet(value, new Date(now.getTime() + later));
  if (value.state === 'closed') expect(mayClose(missingToClose(value, routine))).toBe(true);
  if (value.state === 'open')
    if (!someoneHasSomethingToDo(value, now))
      throw new Error(`Nobody has anything to do: ${JSON.stringify(value)}`);
  for (const one of routine.steps) {
    const isOpen = stateOf(value, one, routine, now) === 'open' && !hasEnded(value, one.id);
    const owners = ownersOf(situation(value, now), one);
    const hasOwner = owners.length > 0 || value.lead !== undefined || asked(situation(value, now)).length > 0;
    if (isOpen && value.state === 'open') expect(hasOwner).toBe(true);
    for (const owner of owners) expect(owner === value.victim.person && one.owner === 'lead').toBe(false);
  }
  for (const person of EVERYONE) {
    const scene = sceneFor(value, person, now);
    // What stands in a chat never holds what was typed or a victim's name.
    expect(isMarked(JSON.stringify(liveCard(scene)))).toBe(false);
    const { roles } = scene.viewer;
    if (scopeOf(roles) !== 'nothing') continue;
    for (const [name, rule] of Object.entries(PAGE_RULES)) {
      if (!rule.shows) continue;
      const drawn = opened(scene, {
        verb: 'page',
        data: { id: value.id, page: name, step: 'assess', about: 'what' },
      } as never);
      const words = JSON.stringify(drawn ?? '');
      // The register wants the sender: a strategist is shown that name there, and nothing else (routine: Law).
      const isRegister = name === 'registry' && roles.has('toldStrategist');
      const rest = isRegister ? words.replace(JSON.stringify(value.reporter.name), '') : words;
      if (isMarked(rest)) throw new Error(`Typed words on ${name}, for ${[...roles].join(', ')}: ${rest}`);
    }
  }
}

const beginnings = [
  incident(),
  fileReport(
    incident({ via: 'report', acute: false }),
    { what: `${SECRET} story`, kinds: 'threat', channel: 'phone', place: SECRET },
    turn(people.victim),
  ),
  incident({ route: 'municipality' }),
  incident({ party: 'unknown' }),
  // Somebody was named in another one.
  incident({
    suspects: contacts.flatMap(({ id, person }) => (person === people.chief ? [id] : [])),
    areAsBefore: true,
  }),
  incident({
    via: 'report',
    victim: { name: `${SECRET} other` },
    reporter: { person: people.otherOfficer, name: SECRET, kind: 'other', knows: 'no', relation: SECRET },
  }),
  // Told of by whom the victim chose: they may let them see more.
  {
    ...incident({
      via: 'report',
      victim: { person: people.victim, name: `${SECRET} other` },
      reporter: {
        person: people.otherOfficer,
        name: SECRET,
        kind: 'proxy',
        knows: 'chosen',
        relation: SECRET,
      },
    }),
    victim: { person: people.victim, name: `${SECRET} other`, bound: 'yes' as const, epoch: 1 },
  },
  incident({
    victim: { person: people.officer, name: SECRET },
    reporter: { person: people.officer, name: SECRET, kind: 'self' },
  }),
];

describe('random legal presses by random people', () => {
  it('never crash, never leave anybody stuck, a step without owner or an incident without someone to act, never show too much', () => {
    fc.assert(
      fc.property(
        fc.nat(beginnings.length - 1),
        fc.array(fc.tuple(fc.nat(EVERYONE.length - 1), fc.nat(40), fc.nat(50)), {
          minLength: 60,
          maxLength: 220,
          size: 'max',
        }),
        (from, presses) => {
          const value = beginnings[from];
          if (!value) return;
          let walk: Walk = { value, now: new Date('2026-11-24T09:00:00Z'), view: new Map() };
          for (const [who, which, pick] of presses) {
            walk = step(walk, who, which, pick);
            check(walk);
          }
        },
      ),
      {
        numRuns: Number(process.env.WALKS ?? (IS_LONG ? 400 : 3)),
        seed: Number(process.env.SEED ?? 20261126),
        endOnFailure: true,
      },
    );
    expect(reached.closed).toBeGreaterThan(0);
    expect(reached.verbs.size).toBeGreaterThan(20);
    console.info(
      `walks closed ${reached.closed} and reopened ${reached.reopened} incidents by ${reached.verbs.size} verbs`,
    );
  });
});
