import { reportWords } from '../../src/cards/report/reportFacts';
import { REPORT_FIELDS } from '../../src/content/fields';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { clockText } from '../../src/content/sandbox/stage';
import { BUTTON, DANGER_OTHER, DANGER_STRIP, TROUBLE } from '../../src/content/texts/common';
import { FIRST, REPORT, WELCOME } from '../../src/content/texts/report';
import { clockTime, moment } from '../../src/content/texts/time';
import { allTexts, called, SAMPLES, type Text } from './allTexts';
import { lix, wordCount, wordsOver } from './lix';

/** From this many words on it is running text; shorter are titles, labels and buttons. */
const RUNNING = 6;
const MOST_LIX = 35;
const LONGEST_WORD = 16;
/** What a municipality calls a post, the plan a talk, and an association's name: longer, and nobody's to change. */
const GIVEN = /personuppgifter|säkerhetssamordnare|uppföljningssamtal(?:et)?|Brottsofferjouren/giu;
/** Letters on a button that a phone shows on one line. */
const LONGEST_BUTTON = 28;

const isRunning = ({ words }: Text): boolean => wordCount(words) >= RUNNING;
const shown = ({ path, words }: Text): string => `${path}: ${words}`;

/** The texts in which `pattern` is found. */
const having = (pattern: RegExp, except: readonly string[] = []): string[] =>
  allTexts.filter(({ path, words }) => !except.includes(path) && pattern.test(words)).map(shown);

/** A word, or the beginning of one: `\b` knows nothing of å, ä and ö. */
const start = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})`, 'iu');
const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');

describe('LIX', () => {
  it('is computed as Björnsson did', () => {
    expect(lix('Ring nu.')).toBe(2);
    expect(lix('En anmälan är bra att göra.')).toBe(6);
    expect(lix('Meddelanden sparas. Telefonen ringer nu.')).toBe(2.5 + 40);
    expect(lix('Säg så här: Är du ensam?')).toBe(3);
    expect(lix('Dagen 2026-12-01 kl. 10:30.')).toBe(2);
  });

  it('is at most 35 for every running text', () => {
    const hardest = allTexts
      .filter(isRunning)
      .map((text) => ({ text, value: lix(text.words) }))
      .sort((a, b) => b.value - a.value);
    const told = hardest.map(({ text, value }) => `${value.toFixed(1)} ${shown(text)}`);
    process.stdout.write(
      `${allTexts.length} texts, ${hardest.length} of them running. Highest LIX:\n${told.slice(0, 5).join('\n')}\n`,
    );
    expect(told.filter((_, index) => (hardest[index]?.value ?? 0) > MOST_LIX)).toEqual([]);
  });

  it('no word is longer than 16 letters, but the plan’s own', () => {
    const isLong = ({ words }: Text) => wordsOver(words.replace(GIVEN, ''), LONGEST_WORD).length > 0;
    expect(allTexts.filter(isLong).map(shown)).toEqual([]);
  });

  it('measures every text: no sample is left over', () => {
    expect(Object.keys(SAMPLES).filter((path) => !called.has(path))).toEqual([]);
  });
});

describe('the tone', () => {
  it.each([
    ['pity, and shouting', /tyvärr|!/iu],
    ['an order', whole('du måste|måste du|du ska|var god')],
    ['a promise that nobody can keep', /ingen annan får veta|bara (?:du och jag|vi) |hemlig|garanter|lova/iu],
    [
      'the language of offices',
      /handlägg|enligt rutin|avseende|beträffande|vederbörande|gällande|erhåll|föreligg/iu,
    ],
    [
      'the language of offices, in short words',
      whole('samt|ej|dock|vidta\\p{L}*|ovan|nedanstående|härmed|åtgärda'),
    ],
    ['blame', whole('borde|felaktig\\p{L}*|ogiltig\\p{L}*|misslyckades|du glömde|du har inte')],
    ['English', whole('ok|submit|cancel|error|incident\\p{L}*|case')],
  ])('is without %s', (_, pattern) => {
    expect(having(pattern)).toEqual([]);
  });

  it('addresses a person as "du", never "ni" to one nor "man"', () => {
    const plural = whole('man|er|ni');
    expect(having(plural, MEANT_FOR_TWO)).toEqual([]);
    const without = MEANT_FOR_TWO.filter(
      (path) => !allTexts.some((text) => text.path === path && plural.test(text.words)),
    );
    expect(without).toEqual([]);
  });
});

/** To two or more who work together: the lead with the victim, the lead with the strategist. */
const MEANT_FOR_TWO = [
  'LEAD.approveLines',
  'LEAD.sections',
  'LEAD.waitTitle',
  'STEP_CARD.auto',
  'STEPS.assess.help',
  'STEP_FIELDS.assess.together',
  'ALMSJO_PLAN.steps.home-alarm.help',
  'ALMSJO_PLAN.steps.police-advice.help',
  'ALMSJO_PLAN.fields.home-alarm.alarm',
];

/** The same thing is always called the same. */
const ONE_NAME: readonly [preferred: string, never: RegExp][] = [
  ['säkerhetsstrateg', start('strateg')],
  ['säkerhetsansvarig', start('ombud|säkerhetsombud|officer')],
  ['kommunchef', start('kommundirektör|chefen')],
  ['den utsatte', start('offer|brottsoffer(?!jouren|stöd)|drabbad|målsägand')],
  ['den som leder ärendet', start('ledare|samordnar|ansvarig')],
  ['ärende', whole('fall|fallet|mål|målet')],
  // The button Alla åtgärder is the plan's own name of its list; a single one is a step.
  ['steg', start('moment')],
  ['rapport', start('formulär|blankett|incidentrapport')],
  ['Visa uppgifter', start('detalj|information')],
  ['polisanmälan', start('polisrapport|brottsanmälan')],
  ['samtal', start('möte|avstämning')],
  ['konto', start('användare|inloggning')],
  ['tryck', start('klick|tapp|peka')],
  ['få veta', start('informer|meddela(?!nde|(?:de|r) jag)|underrätt|kontaktas|besked ges')],
  ['tagit emot', start('kvitter|bekräft')],
  // Only a whole report is registered, for somebody who tells it.
  ['fyll i', start('dokumenter|registrer(?!at? åt )|notera')],
  ['öppna igen', start('återuppta|återöppna')],
  ['e-post', start('mejl|mail|epost')],
  ['parti', start('partiorganisation|gruppering')],
];

describe('the same thing is always called the same', () => {
  it.each(ONE_NAME)('%s', (preferred, never) => {
    expect(having(start(preferred)).length).toBeGreaterThan(0);
    expect(having(never)).toEqual([]);
  });
});

describe('times', () => {
  const now = new Date('2026-11-24T12:00:00Z');

  it('are written "kl. 10.42", with the day when it is another', () => {
    expect(moment('2026-11-24T09:42:00Z', now)).toBe('kl. 10.42');
    expect(moment('2026-12-07T09:42:00Z', now)).toBe('7 dec. kl. 10.42');
    expect(clockTime('2026-11-24T09:42:00Z', now)).toBe('kl. 10.42');
    expect(clockText(now)).toBe('tis 24 nov. kl. 13.00');
    expect(reportWords(oxelosund.routine, 'time', '10:42')).toBe('kl. 10.42');
    expect(reportWords(oxelosund.routine, 'time', '')).toBe('');
  });

  it('stand in no text without "kl." before them, nor with a colon', () => {
    expect(having(/(?<![Kk]l\. |tid som )(?<!\d)\d{1,2}[.:]\d{2}(?!\d)/u)).toEqual([]);
    expect(having(/\d:\d\d|kl\. kl\./u)).toEqual([]);
  });
});

describe('buttons', () => {
  it('have the words that people have learnt', () => {
    expect(BUTTON).toMatchObject({
      alarmParty: 'Larma mitt parti',
      alarmMunicipality: 'Larma kommunen',
      safe: 'Jag är i säkerhet – berätta',
      next: 'Fortsätt',
      review: 'Granska',
      send: 'Skicka',
      acknowledge: 'Jag har tagit emot',
      details: 'Visa uppgifter',
      approve: 'Godkänn nästa steg',
    });
    expect(REPORT_FIELDS).toMatchObject({ party: 'Ditt parti', what: 'Vad hände' });
  });

  it('say what happens: never a bare "Larma", "Ja" or "Nej"', () => {
    const bare = /^(?:larma|ja|nej|ok|okej|submit|klar)$/iu;
    expect(Object.values(BUTTON).filter((title) => bare.test(title))).toEqual([]);
    // A party's own button names it by its code.
    expect(having(/(?<!\p{L})larma(?! mitt parti| kommunen| S$|\p{L})/iu)).toEqual([]);
  });

  it('are no two with the same words, and none too long for a phone', () => {
    const titles = Object.values(BUTTON);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    expect(titles.filter((title) => title.length > LONGEST_BUTTON)).toEqual([]);
  });

  it('that a text names are there', () => {
    const named = allTexts.flatMap(
      ({ words }) =>
        /Tryck(?:er du)? på ([A-ZÅÄÖ][^.,?]*?)(?: när| för| och|,|\.| säger| sparar| får)/u.exec(
          words,
        )?.[1] ?? [],
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((title) => !(Object.values(BUTTON) as string[]).includes(title))).toEqual([]);
  });
});

describe('danger', () => {
  it('112 comes first, alone in its sentence, and what to say is told', () => {
    expect(DANGER_STRIP[0]).toBe('Fara just nu? Ring 112.');
    expect(DANGER_OTHER[0]).toBe('Fara just nu? Ring 112.');
    expect(DANGER_STRIP[1]).toMatch(/var du är.*vem du är.*vad som händer.*politiska uppdrag/u);
    expect(TROUBLE.lines('a1b2').join(' ')).toContain('Ring 112.');
  });

  it('the bot says that it cannot call 112', () => {
    expect(FIRST.lines.join(' ')).toMatch(/bot.*kan inte ringa 112 åt dig/u);
    expect(WELCOME.lines('Oxelösunds kommun').join(' ')).toMatch(/bot.*kan inte ringa 112 åt dig/u);
  });

  it('nothing is destroyed and nobody answered: it is said where a report is sent', () => {
    expect(REPORT.keep).toMatch(/Spara allt.*Svara inte/u);
  });
});
