import { render } from '../../src/cards/adaptiveCard';
import { troubleCard } from '../../src/cards/pages/trouble';
import { whomToRing } from '../../src/cards/scene';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { COMMON } from '../../src/content/texts/common';
import { LEAD } from '../../src/content/texts/lead';
import { FORMS } from '../../src/content/texts/pages';
import { PARTY_QUESTION } from '../../src/content/texts/people/victimAsked';
import { DECISION } from '../../src/content/texts/police';
import { REACH } from '../../src/content/texts/timed';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import { CANNOT_ANSWER } from '../../src/content/texts/wishes/unable';
import { UNDO } from '../../src/content/texts/wishes/undo';
import { ENOUGH } from '../../src/content/texts/wishes/wishes';
import { note } from '../../src/screens/screen';
import { slowCard } from '../../src/teams/inbound/doorCards';
import { elements, type Json } from '../support/cardReading';
import { draw } from '../support/drawing';
import { complaints } from '../support/lint';
import { contacts } from '../support/pureTown';
import { apart, type Drawn, distinct, drawnAt, liveAt, sampled } from './gallery';
import { full, HOSTILE, hostile, MARK, manyOfAll, ordinary, type Stage, stages, type Typist } from './stages';

const KB = 1_024;

interface Card extends Drawn {
  card: Json;
  /** As it goes over the line. */
  bytes: number;
}

const drawCard = (drawn: Drawn): Card => {
  const card = render(drawn.view, { fallback: COMMON.fallback, speak: COMMON.summary }) as Json;
  return { ...drawn, card, bytes: Buffer.byteLength(JSON.stringify(card)) };
};

const gallery = (typist: Typist, taken: readonly Stage[]): Card[] =>
  distinct([...taken.flatMap((stage) => drawnAt(stage, typist)), ...apart(typist)]).map(drawCard);

/** Every live card of everybody, and of a sample of stages all that may be opened. */
function ordinaryCards(): Card[] {
  const all = stages(ordinary);
  const live = all.flatMap((stage) => liveAt(stage)).map(drawCard);
  return [...live, ...gallery(ordinary, sampled(all))];
}

/** The library draws five buttons side by side unless its host says otherwise; Teams draws six (tested below). */
const HOST_LIMIT = /^Maximum number of actions exceeded/;

/** Numbers of a whole chain: two officers, two strategists, chief, deputy chief, alternate contact, duty officer. */
const CHAIN = 8;
/** Lines of a card that tells of several incidents (`MOST_TOLD`), and one of the rest; a round may stand above. */
const MOST_LINES = 17;

const typeOf = (element: Json): string => String(element.type ?? '');
const isInput = (element: Json): boolean => typeOf(element).startsWith('Input.');

/** Questions whose answers all weigh the same. */
const QUESTIONS: readonly string[] = [DECISION.title, PARTY_QUESTION.title, FORMS.amendTitle];

/** Each text in a card, with the element that holds it and under what name. */
const texts = (card: Json) =>
  elements(card).flatMap((element) =>
    Object.entries(element).flatMap(([key, value]) =>
      typeof value === 'string' ? [{ element, key, value }] : [],
    ),
  );

/** Where typed text is safe: nothing there is read as Markdown or HTML. */
const isSafe = (element: Json, key: string): boolean =>
  (typeOf(element) === 'TextRun' && key === 'text') || (isInput(element) && key === 'value');

const failing = (cards: readonly Card[], wrong: (card: Card) => readonly unknown[]): string[] =>
  cards.flatMap((card) => wrong(card).map((what) => `${card.name}: ${String(what)}`)).slice(0, 20);

const ordinaries = ordinaryCards();

/** Buttons and numbers on a card. */
const waysOn = (view: Card['view']): number =>
  view.name === 'line'
    ? view.data.buttons.length
    : [
        ...view.data.buttons,
        ...view.data.below.buttons,
        ...view.data.links,
        ...view.data.choices.flatMap(({ buttons }) => buttons),
        ...view.data.items.flatMap(({ buttons, links }) => [...buttons, ...links]),
      ].length;

/** What asks to ring or write to the victim, whatever stands in the strip above. */
const ASKS_TO_REACH =
  /(^|\n|\. )(Ring (den utsatte|personen|ändå|och (läs|berätta|kom)|först)|Den utsatte vill att du ringer|Läs upp frågan|Visa numret|Skriv till den utsatte)/;

/** What says to the victim that somebody rings them, as the words for others do. */
const PROMISES_A_CALL =
  /(?<!Ingen )ringer (dig|ändå|och hör|sedan)|uppringd|(påminner|frågar) .* ringa dig|så ringer|fått veta det och ringer/;

/** What asks somebody to ring the victim. */
const ASKS_TO_RING = /Ring den utsatte|Läs upp frågan för den utsatte|Ring och läs upp/;
const RINGS = /"url":"(tel:|https:\/\/teams\.microsoft\.com\/l\/call)/;

describe('every card', () => {
  it('that asks to ring the victim has the number, the button that shows it, or says that there is none', () => {
    const asking = ordinaries.filter(({ card }) => ASKS_TO_RING.test(JSON.stringify(card)));
    expect(asking.length).toBeGreaterThan(20);
    const helped = ({ card }: Card) => {
      const text = JSON.stringify(card);
      return RINGS.test(text) || text.includes(REACH.show) || text.includes(LEAD.noNumber);
    };
    expect(asking.filter((one) => !helped(one)).map(({ name }) => name)).toEqual([]);
  });

  it('is drawn: lists, drafts, and every stage of the routine for everyone', () => {
    const names = ordinaries.map((one) => one.name).join('\n');
    expect(ordinaries.length).toBeGreaterThan(700);
    for (const part of [
      'first',
      'welcome',
      'help',
      'mine 7',
      'contacts 7',
      'decision',
      'revealed',
      'confirm',
      'review',
      'reopen',
      'missing',
    ])
      expect(names).toContain(part);
  });

  it('is right for the official library at version 1.5', () => {
    const wrong = (card: Card) => complaints(card.card).filter((text) => !HOST_LIMIT.test(text));
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('says its version, its language and neutral words for clients that cannot show it', () => {
    for (const { card } of ordinaries) {
      expect([card.type, card.version, card.lang, card.fallbackText, card.speak]).toEqual([
        'AdaptiveCard',
        '1.5',
        'sv',
        COMMON.fallback,
        COMMON.summary,
      ]);
    }
  });

  it('leaves nothing of the template behind', () => {
    expect(failing(ordinaries, ({ card }) => (JSON.stringify(card).includes('${') ? ['${'] : []))).toEqual(
      [],
    );
  });

  it('labels each input in words, and says what is missing', () => {
    const wrong = ({ card }: Card) =>
      elements(card)
        .filter(isInput)
        .filter((input) => {
          const label = String(input.type === 'Input.Toggle' ? input.title : input.label).trim();
          const isCode = label === input.id || label === '';
          return isCode || !input.id || String(input.errorMessage ?? '').trim() === '';
        })
        .map((input) => input.id);
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('gives each choice a title, and preselects only what can be chosen', () => {
    const wrong = ({ card }: Card) =>
      elements(card)
        .filter((element) => element.type === 'Input.ChoiceSet')
        .flatMap((input) => {
          const choices = input.choices as { title: string; value: string }[];
          const values = choices.map((one) => one.value);
          const chosen = String(input.value ?? '')
            .split(',')
            .filter(Boolean);
          const untold = choices
            .filter((one) => !one.title || one.title === one.value)
            .map((one) => one.value);
          return [
            ...(choices.length === 0 ? [`${String(input.id)} has no choices`] : []),
            ...untold.map((value) => `${String(input.id)}: ${value} has no title`),
            ...chosen
              .filter((value) => !values.includes(value))
              .map((value) => `${String(input.id)}: ${value}?`),
          ];
        });
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has at most six buttons in a row, each with a title of its own', () => {
    const wrong = ({ card }: Card) =>
      elements(card)
        .filter((element) => element.type === 'ActionSet')
        .flatMap((set) => {
          const actions = set.actions as Json[];
          const titles = actions.map((one) => String(one.title));
          return [
            ...(actions.length > 6 ? [`${actions.length} buttons`] : []),
            ...(titles.includes('') ? ['no title'] : []),
            ...(new Set(titles).size < titles.length ? [`twice: ${titles.join(' | ')}`] : []),
          ];
        });
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has one press of the most weight', () => {
    const wrong = ({ card }: Card) => {
      const heavy = elements(card).filter((one) => one.style === 'positive');
      return heavy.length > 1 ? [heavy.map((one) => one.title).join(' | ')] : [];
    };
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has that one and two more in sight, but where the answers to one question stand side by side', () => {
    const wrong = ({ view, page }: Card) => {
      if (view.name === 'line' || QUESTIONS.includes(view.data.title)) return [];
      if (page === 'readFirst') return [];
      // The reasons are answers to one question; what is written down has a rule of its own below.
      if (page === 'skip' || page === 'more') return [];
      const shown = view.data.buttons.filter((one) => one.mode === 'primary');
      return shown.length > 3 ? [shown.map((one) => one.title).join(' | ')] : [];
    };
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has one overflow button: one place to look for all else', () => {
    const wrong = ({ card }: Card) => {
      const sets = elements(card).filter((one) => one.type === 'ActionSet');
      const withOverflow = sets.filter((set) =>
        (set.actions as Json[]).some((one) => one.mode === 'secondary'),
      );
      return withOverflow.length > 1 ? [withOverflow.length] : [];
    };
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('never hides two or three answers in a closed list, and says in an empty one what to do', () => {
    const wrong = ({ card }: Card) =>
      elements(card)
        .filter((one) => one.type === 'Input.ChoiceSet' && one.style === 'compact')
        .filter((one) => (one.choices as Json[]).length <= 3 || String(one.placeholder ?? '') === '')
        .map((one) => one.id);
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('"Fler val" has at most seven in sight', () => {
    const wrong = ({ view, page }: Card) => {
      if (page !== 'more' || view.name === 'line') return [];
      const all = [...view.data.buttons, ...view.data.below.buttons];
      return all.filter((one) => one.mode === 'primary').length > 7 ? [all.length] : [];
    };
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('lists at most seven in sight; of numbers to ring while nobody has answered, the whole chain', () => {
    const isChain = ({ view, scene }: Card) =>
      view.name === 'card' &&
      scene?.incident.acute === true &&
      !scene.incident.lead &&
      view.data.items.every(({ links }) => links.some(({ url }) => url.startsWith('tel:')));
    // Told of several incidents in one card: a line each, that no card comes for each.
    const isOfSeveral = ({ name }: Card) => name.includes('told of many in one card');
    const wrong = (one: Card) =>
      one.view.name === 'card' &&
      (one.view.data.items.length > (isChain(one) ? CHAIN : isOfSeveral(one) ? MOST_LINES : 7) ||
        one.view.data.rows.length > 7)
        ? [one.view.data.title]
        : [];
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('leaves nobody at a dead end: whoever has a part in it, open or closed, has something to press or a number to ring', () => {
    const bases = ordinaries.filter(({ isBase, scene }) => isBase && scene && scene.viewer.roles.size > 0);
    expect(bases.length).toBeGreaterThan(50);
    expect(
      failing(bases, ({ view }) => (waysOn(view) > 0 ? [] : ['nothing to press, nobody to ring'])),
    ).toEqual([]);
    // A page that a press opens leads back, or on; a note, an error and what is finished too.
    const others = ordinaries.filter(({ isBase, scene }) => !isBase || !scene);
    // A finished line says that it is over; those that stand for what is old lead to whom to ring.
    const old = ['maintenance, over', 'maintenance, off', 'superseded'];
    expect(others.filter(({ name }) => old.includes(name)).length).toBeGreaterThan(1);
    const mustLead = others.filter(({ view, name }) => view.name === 'card' || old.includes(name));
    expect(failing(mustLead, ({ view }) => (waysOn(view) > 0 ? [] : ['no way on']))).toEqual([]);
  });

  it('that says that something cannot be done begins with 112 and the police, and with a person where one is known', () => {
    const toRing = contacts.slice(0, 2);
    const notes = ['help', 'nothingHere', 'notFound', 'drillNotYours', 'watchNotYours'] as const;
    const drawn = notes.flatMap((name) => [note(name), { ...note(name), toRing }].map((one) => draw(one)));
    const naming = { municipality: oxelosund };
    const items = toRing.map((one) => whomToRing(naming, one));
    const all = [...drawn, troubleCard('a1b2c3d4'), troubleCard('a1b2c3d4', undefined, items)];
    for (const [index, view] of [...all, slowCard(naming, []), slowCard(naming, toRing)].entries()) {
      if (view.name !== 'card') throw new Error(`no card: ${index}`);
      expect(view.data.danger[0]).toContain('112');
      expect(view.data.links.map(({ url }) => url)).toEqual(['tel:112', 'tel:11414']);
      expect(view.data.items.map(({ text }) => text)).toEqual(
        index % 2 ? toRing.map(({ name }) => name) : [],
      );
      expect(view.data.buttons.length).toBeGreaterThan(0);
    }
  });

  it('says whom to ring before anything else, also before "Ångra", right after "Jag har tagit emot"', () => {
    const revealed = ordinaries.filter((one) => one.name.startsWith('revealed') && one.view.name === 'card');
    expect(revealed.length).toBeGreaterThan(5);
    const wrong = ({ view }: Card) =>
      view.name === 'card' &&
      // Who has had enough, all being calm, is left in peace.
      view.data.title !== ENOUGH.leadTitle &&
      (![LEAD.ringFirst, QUIET.leadTitle, CANNOT_ANSWER.instead].includes(view.data.title) ||
        view.data.items[0]?.buttons.some(({ title }) => title === UNDO.button) ||
        view.data.buttons.some(({ title }) => title !== UNDO.button))
        ? [view.data.title]
        : [];
    expect(failing(revealed, wrong)).toEqual([]);
  });

  it('of whoever helps never asks to ring or write to a victim who hides, is watched, or cannot answer', () => {
    const isHeld = ({ scene, view }: Card) =>
      view.name === 'card' &&
      (scene?.incident.quiet || scene?.incident.unable) &&
      !['victim', 'struck', 'maybeVictim'].some((role) => scene.viewer.roles.has(role as never));
    const held = ordinaries.filter(isHeld);
    expect(held.length).toBeGreaterThan(80);
    const phone = /070-174 06 40/;
    const wrong = ({ card, view }: Card) => {
      const text = elements(card)
        .flatMap((one) => [one.text, one.title, one.label])
        .filter((one) => typeof one === 'string')
        .join('\n');
      const isMarked =
        view.name === 'card' && view.data.danger.some((one) => /^Ring inte|lever inte/.test(one));
      const links = elements(card).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
      return [
        ...(isMarked ? [] : ['no strip']),
        ...(ASKS_TO_REACH.exec(text) ?? []),
        ...links.filter((url) => /l\/(call|chat)\/0/.test(url) || phone.test(url)),
      ];
    };
    expect(failing(held, wrong)).toEqual([]);
  });

  it('of a victim who hides or cannot answer never says that somebody rings them', () => {
    const own = ordinaries.filter(
      ({ scene, view }) =>
        view.name === 'card' &&
        (scene?.incident.quiet || scene?.incident.unable) &&
        scene.viewer.roles.has('victim'),
    );
    expect(own.length).toBeGreaterThan(10);
    const wrong = ({ card }: Card) => {
      const text = elements(card)
        .map((one) => one.text)
        .filter((one) => typeof one === 'string')
        .join('\n');
      return PROMISES_A_CALL.exec(text) ?? [];
    };
    expect(failing(own, wrong)).toEqual([]);
  });

  it('says each day in words: none stands there as it is stored', () => {
    const wrong = ({ card }: Card) =>
      texts(card)
        .filter(
          ({ element, key, value }) =>
            key === 'text' && !isInput(element) && /\b20\d\d-\d\d-\d\d\b/.test(value),
        )
        // How a day may be written is said by an example.
        .filter(({ value }) => !value.includes('Skriv datum som'))
        .map(({ value }) => value.slice(0, 120));
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has a heading, so that a screen reader has a place to begin', () => {
    const wrong = ({ card, view }: Card) =>
      view.name === 'line' || elements(card).some((one) => one.style === 'heading') ? [] : ['no heading'];
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('has no full stop after a title of one sentence', () => {
    const wrong = ({ view }: Card) => {
      const title = view.name === 'line' ? '' : view.data.title;
      return /^[^.!?]*[^.!?\d]\.$/.test(title) && !/\d [a-zåäö]{3,4}\.$/.test(title) ? [title] : [];
    };
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('holds no dialog, no refresh, no picture from elsewhere', () => {
    const wrong = ({ card }: Card) =>
      elements(card)
        .filter((one) => 'refresh' in one || one.type === 'Image' || one.type === 'Action.Submit')
        .map((one) => one.type);
    expect(failing(ordinaries, wrong)).toEqual([]);
  });
});

describe('size', () => {
  /** Where most has been written: the longest cards. */
  const last = ['reported', 'reopenStep', 'writeReview', 'decide'];
  const fulls = gallery(
    full,
    stages(full).filter((stage) => last.some((part) => stage.name.includes(part))),
  );
  const largest = (cards: readonly Card[]) => [...cards].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const table = (cards: readonly Card[]) =>
    largest(cards)
      .map((one) => `${(one.bytes / KB).toFixed(1).padStart(6)} KB  ${one.name}`)
      .join('\n');

  it('is at most 28 KB with what people ordinarily write', () => {
    process.stdout.write(`Largest cards, ordinary data:\n${table(ordinaries)}\n`);
    expect(largest(ordinaries)[0]?.bytes).toBeLessThanOrEqual(28 * KB);
  });

  it('is at most 80 KB with every field full', () => {
    process.stdout.write(`Largest cards, every field full:\n${table(fulls)}\n`);
    expect(fulls.some((one) => one.bytes > 40 * KB)).toBe(true);
    expect(
      failing(fulls, (one) => (one.bytes > 80 * KB ? [`${Math.round(one.bytes / KB)} KB`] : [])),
    ).toEqual([]);
  });

  it('is at most 80 KB also after many talks and measures, every field full', () => {
    const many = manyOfAll(full);
    expect(
      failing(drawnAt(many, full).map(drawCard), (one) => (one.bytes > 80 * KB ? [one.bytes] : [])),
    ).toEqual([]);
  });

  it('a full card is right for the official library too', () => {
    const wrong = (card: Card) => complaints(card.card).filter((text) => !HOST_LIMIT.test(text));
    expect(failing(fulls.slice(0, 200), wrong)).toEqual([]);
  });
});

describe('what people type', () => {
  const cards = gallery(hostile, sampled(stages(hostile)));

  it('stands only where it is shown as it is: in a TextRun or an input', () => {
    const wrong = ({ card }: Card) =>
      texts(card)
        .filter(({ element, key, value }) => value.includes(MARK) && !isSafe(element, key))
        .map(({ element, key }) => `${typeOf(element)}.${key}`);
    expect(failing(cards, wrong)).toEqual([]);
    expect(failing(ordinaries, wrong)).toEqual([]);
  });

  it('arrives to the letter, and is never read as a template', () => {
    const shown = cards.flatMap(({ card }) => texts(card).filter(({ value }) => value.includes(MARK)));
    expect(shown.length).toBeGreaterThan(100);
    const typed = HOSTILE.slice(0, 200);
    expect(shown.filter(({ value }) => !value.includes(typed)).map(({ value }) => value)).toEqual([]);
    expect(typed).toContain('$'.concat('{1+1}'));
    expect(typed).toContain('<b>');
  });

  it('never stands in a card that stays in the chat, nor does a name but an official one', () => {
    const bases = cards.filter((one) => one.isBase);
    expect(bases.length).toBeGreaterThan(50);
    expect(failing(bases, ({ card }) => (JSON.stringify(card).includes(MARK) ? [MARK] : []))).toEqual([]);
  });

  it('cannot be typed in a card that stays in the chat, so that no update wipes it', () => {
    const live = [...cards, ...ordinaries].filter((one) => one.isBase && one.scene);
    expect(
      failing(live, ({ card }) =>
        elements(card)
          .filter(isInput)
          .map((one) => one.id),
      ),
    ).toEqual([]);
  });
});
