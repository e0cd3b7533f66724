import type { ButtonView, FieldView, View } from '../../src/cards/view';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { adds, applyAct, formOf, isAct } from '../../src/routine/acts/acts';
import { PAGE_RULES, PAGES } from '../../src/routine/acts/pages';
import { Refusal } from '../../src/routine/model/refusal';
import { rolesIn } from '../../src/routine/rules/access';
import { DRAFT_PAGES, readAction, VERBS } from '../../src/screens/actions';
import { draftFields } from '../../src/screens/forms';
import { apart, type Drawn, distinct, drawnAt } from '../cards/gallery';
import { ordinary, stages } from '../cards/stages';
import { drawPage } from '../support/drawing';
import { isActing, turn } from '../support/pureTown';

const cards = distinct([
  ...stages(ordinary).flatMap((stage) => drawnAt(stage, ordinary, false)),
  ...apart(ordinary),
]);

const buttonsOf = (view: View): ButtonView[] =>
  view.name === 'line'
    ? view.data.buttons
    : [
        ...view.data.choices.flatMap((one) => one.buttons),
        ...view.data.items.flatMap((item) => item.buttons),
        ...view.data.buttons,
        ...view.data.below.buttons,
      ];
const fieldsOf = (view: View): FieldView[] => (view.name === 'card' ? view.data.fields : []);

const all = cards.flatMap((drawn) => buttonsOf(drawn.view).map((button) => ({ drawn, button })));

/** The inputs go along with these. */
const sending = all.filter(
  ({ drawn, button }) => button.inputs === 'auto' && fieldsOf(drawn.view).length > 0,
);

/** Something right to fill in; `pick` chooses among choices. */
const fill = (fields: readonly FieldView[], pick: number): Record<string, string> =>
  Object.fromEntries(
    fields.map((field) => {
      if (field.choices.length > 0)
        return [field.id, field.choices[pick % field.choices.length]?.value ?? ''];
      // A day stays as it is proposed: another may ask for more.
      if (field.kind === 'date') return [field.id, field.value || '2026-11-24'];
      if (field.kind === 'time') return [field.id, '18:30'];
      // A line of masks says why.
      if (field.id === 'lines') return [field.id, 'Lotta | namn'];
      return [field.id, field.kind === 'toggle' ? 'true' : 'Lotta'];
    }),
  );

/** The fields that a rule reads in the data of a press, recorded while it decides. */
function looksOf({ drawn, button }: { drawn: Drawn; button: ButtonView }, pick: number) {
  const filled = fill(fieldsOf(drawn.view), pick);
  const action = readAction(button.verb, { ...button.data, ...filled });
  const scene = drawn.scene;
  if (!action || !scene || !isActing(action)) return undefined;
  const looks = new Set<string>();
  const watched = new Proxy(action, {
    get: (target, key) => {
      looks.add(String(key));
      return Reflect.get(target, key);
    },
  });
  const { person } = scene.viewer;
  const at = turn(person, { now: scene.now, once: 'press1' });
  const roles = rolesIn(scene, person);
  let refusal: Refusal | undefined;
  let after = scene.incident;
  try {
    // The one that was chosen to go on is looked up by the app.
    const into = { ...scene.incident, id: filled.into ?? '' };
    after = applyAct(scene.incident, watched, { ...at, roles, into });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error;
  }
  return { looks, refusal, isChanged: after !== scene.incident };
}

/** Whether the form that comes back asks for what the answers have made needed. */
function comesBackWith(
  { drawn, button }: { drawn: Drawn; button: ButtonView },
  problems: Refusal['problems'],
  field: string,
): boolean {
  const action = readAction(button.verb, button.data);
  const form = action && isActing(action) ? formOf(action) : undefined;
  if (!drawn.scene || !form) return false;
  const again = drawPage(drawn.scene, ...form, { values: {}, problems, problem: 'x' });
  return again !== undefined && fieldsOf(again).some(({ id, problem }) => id === field && problem !== '');
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Verbs that no card sends: a file of evidence is taken in the tab alone, from the page beside it. */
const UNSENT: string[] = ['orderFile'];

describe('buttons', () => {
  it('are drawn for every verb', () => {
    const drawn = new Set(all.map(({ button }) => button.verb));
    expect(VERBS.filter((verb) => !drawn.has(verb))).toEqual(UNSENT);
  });

  it('send what is an action', () => {
    const wrong = all.filter(({ button }) => readAction(button.verb, button.data) === undefined);
    expect(unique(wrong.map(({ button }) => `${button.verb} ${JSON.stringify(button.data)}`))).toEqual([]);
  });

  it('send what is an action with whatever stands in the inputs: no input is named as a part of the action', () => {
    const clash = sending.flatMap(({ drawn, button }) =>
      fieldsOf(drawn.view)
        .filter((field) => field.id in button.data || field.id === 'verb')
        .map((field) => `${button.verb}: ${field.id}`),
    );
    expect(unique(clash)).toEqual([]);
  });

  it('bring an id along when they add something, so that pressed twice is once', () => {
    const wrong = all
      .filter(({ button }) => isAct(button.verb) && adds(button.verb))
      .filter(({ button }) => !button.data.once);
    expect(unique(wrong.map(({ drawn, button }) => `${button.verb} on ${drawn.name}`))).toEqual([]);
  });

  it('hold ids and codes only', () => {
    const wrong = all.flatMap(({ button }) =>
      Object.entries(button.data).filter(([, value]) => !/^[A-Za-z0-9.+-]{0,80}$/.test(value)),
    );
    expect(wrong).toEqual([]);
  });

  it('open pages that are there and that the presser may open', () => {
    const wrong = all.flatMap(({ drawn, button }) => {
      const action = readAction(button.verb, button.data);
      if (action?.verb !== 'page' || !drawn.scene) return [];
      // Which step it opens may be an input of the same card.
      const chosen = fieldsOf(drawn.view).find((one) => one.id === 'step')?.choices[0]?.value;
      const about = action.step ?? action.about ?? chosen ?? '';
      const view = drawPage(drawn.scene, action.page, about);
      // Whoever may not see all steps comes back to the present state.
      if (!view && action.page === 'steps' && drawn.page === 'step') return [];
      return view ? [] : [`${action.page} ${action.step ?? action.about ?? ''} from ${drawn.name}`];
    });
    expect(unique(wrong).slice(0, 10)).toEqual([]);
  });
});

describe('forms', () => {
  const deciding = sending.filter(({ button }) => isAct(button.verb));

  it('are drawn for every verb that reads inputs', () => {
    const drawn = unique(sending.map(({ button }) => button.verb));
    const READING = ['changeContact', 'handOver', 'endStep', 'skipStep', 'reopenStep', 'proposeGroups'];
    const MORE = [
      'recordDecision',
      'answerChecks',
      'addTalk',
      'waiveTalk',
      'addProtection',
      'moveProtection',
      'waiveProtection',
      'assessThreat',
      'amend',
    ];
    const LAST = ['lowerAcute', 'writeReview', 'reopen', 'bindVictim', 'toPage', 'send'];
    expect([...READING, ...MORE, ...LAST].filter((verb) => !drawn.includes(verb))).toEqual([]);
  });

  it('ask for nothing that the routine does not read', () => {
    const unread = deciding.flatMap((one) => {
      const looked = looksOf(one, 0);
      // What the answers make needed is asked first: other answers need nothing more.
      const plain = looksOf(one, 1);
      // On an old card: what is no longer open is refused, or left as it is, before its form is read.
      if (!looked || (!looked.isChanged && looked.refusal?.reason !== 'badInput')) return [];
      return fieldsOf(one.drawn.view)
        .filter(({ id }) => !looked.looks.has(id) && !plain?.looks.has(id))
        .map((field) => `${one.button.verb}.${field.id} on ${one.drawn.name}`);
    });
    expect(unique(unread).slice(0, 10)).toEqual([]);
  });

  it('ask for all that the routine needs, and every choice is one that it takes', () => {
    const refused = deciding.flatMap((one) =>
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((pick) => {
        const problems = looksOf(one, pick)?.refusal?.problems ?? {};
        const before = fieldsOf(one.drawn.view).map(({ id }) => id);
        return Object.entries(problems)
          .filter(([field]) => before.includes(field) || !comesBackWith(one, problems, field))
          .map(([field, { kind }]) => `${one.button.verb}.${field} ${kind} on ${one.drawn.name}`);
      }),
    );
    expect(unique(refused).slice(0, 10)).toEqual([]);
  });

  it('come back when the routine says no', () => {
    const lost = deciding.filter(({ drawn, button }) => {
      const action = readAction(button.verb, button.data);
      if (!drawn.scene || !action || !isActing(action)) return false;
      const form = formOf(action);
      const again = form && drawPage(drawn.scene, ...form);
      const before = fieldsOf(drawn.view).map((field) => field.id);
      return (
        !again ||
        fieldsOf(again)
          .map((field) => field.id)
          .join() !== before.join()
      );
    });
    expect(unique(lost.map(({ drawn, button }) => `${button.verb} on ${drawn.name}`)).slice(0, 10)).toEqual(
      [],
    );
  });

  it.each(DRAFT_PAGES)('the draft page %s asks for just what the draft keeps', (page) => {
    const drawn = cards.filter((one) => one.page === page && one.name.startsWith('draft'));
    expect(drawn.length).toBeGreaterThan(0);
    for (const { view, said = {} } of drawn) {
      const kept = draftFields(page, oxelosund, said).map((field) => field.id);
      expect(fieldsOf(view).map((field) => field.id)).toEqual(kept);
    }
  });

  it('the first card asks for nothing before its red buttons: the parties are buttons', () => {
    for (const { view } of cards.filter((one) => one.page === 'first')) {
      expect(fieldsOf(view).map((field) => field.id)).toEqual([]);
    }
  });

  it('binding asks for the e-mail', () => {
    const drawn = cards.filter((one) => one.page === 'bind');
    expect(drawn.length).toBeGreaterThan(0);
    for (const { view } of drawn) expect(fieldsOf(view).map((field) => field.id)).toEqual(['email']);
  });
});

describe('pages', () => {
  it('each has a rule, and each is reached by a button', () => {
    expect(Object.keys(PAGE_RULES).sort()).toEqual([...PAGES].sort());
    const reached = new Set(
      all.filter(({ button }) => button.verb === 'page').map(({ button }) => button.data.page),
    );
    // It stands in the place of a page that was asked for.
    reached.add('silence');
    // Its button stands beside each file in the tab.
    reached.add('file');
    expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
  });

  it('lead back', () => {
    const dead = cards.filter(({ page, scene, view }) => page && scene && buttonsOf(view).length === 0);
    expect(dead.map((one) => one.name)).toEqual([]);
  });
});
