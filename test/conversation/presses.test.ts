import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { LEAD } from '../../src/content/texts/lead';
import { CHECKS_CARD, FORMS, READ_FIRST, STEP_CARD } from '../../src/content/texts/pages';
import { DECISION } from '../../src/content/texts/police';
import { REGISTRY } from '../../src/content/texts/timed';
import { SUPPORT } from '../../src/content/texts/victim';
import { elements, type Json } from '../support/cardReading';
import type { Person } from '../support/town';
import { DAY, openCast, report, theIncident } from './support';

/*
 * A threat by e-mail through all steps to closing, pressed as its people press it: by the shortest way that leaves nothing
 * out. Counted by person, so that nobody's evening grows again.
 */

interface Count {
  buttons: number;
  /** One for each answer in sight or tick, two for one in a closed list. */
  choices: number;
  texts: number;
}

/** What it may cost each, at most. A walk through the real client had 49, 18, 11 for the lead before. */
const MOST: Readonly<Record<string, Count>> = {
  officer: { buttons: 26, choices: 12, texts: 9 },
  strategist: { buttons: 7, choices: 3, texts: 4 },
  chief: { buttons: 2, choices: 2, texts: 1 },
};

const labelOf = (input: Json): string => String(input.type === 'Input.Toggle' ? input.title : input.label);

/** A person whose presses and answers are counted. */
function counting(person: Person): { count: Count; press: Person['press'] } {
  const count: Count = { buttons: 0, choices: 0, texts: 0 };
  const weigh = (input: Json | undefined, value: string): void => {
    if (input?.type === 'Input.Text') count.texts += 1;
    else if (input?.type === 'Input.ChoiceSet')
      // A comma may also stand in the title of a single answer.
      count.choices +=
        (input.isMultiSelect === true ? value.split(',').length : 1) * (input.style === 'compact' ? 2 : 1);
    else count.choices += 1;
  };
  return {
    count,
    press: (title, typed = {}, about = {}) => {
      count.buttons += 1;
      const inputs = elements(person.sees()).filter((one) => String(one.type).startsWith('Input.'));
      for (const [label, value] of Object.entries(typed))
        weigh(
          inputs.reverse().find((one) => labelOf(one) === label),
          value,
        );
      return person.press(title, typed, about);
    },
  };
}

it('the whole case takes the lead at most 26 presses, 12 choices and 9 texts', async () => {
  const cast = await openCast();
  const { town, eva } = cast;
  const { words } = town.municipality.routine;
  const [officer, strategist, chief] = [cast.officer, cast.strategist, cast.chief].map(counting);
  if (!officer || !strategist || !chief) throw new Error('Somebody is missing.');
  const field = (step: string, id: string) => words.fields[step]?.[id] ?? id;
  const choice = (step: string, id: string, code: string) =>
    words.choices[`${step}.${id}`]?.[code] ?? words.choices[id]?.[code] ?? CHOICES.yesNo?.[code] ?? code;
  const done = (step: string) => words.steps[step]?.done ?? '';
  const form = (step: string, values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [field(step, id), value]));
  const yes = (step: string, ...ids: string[]) =>
    form(step, Object.fromEntries(ids.map((id) => [id, choice(step, id, 'yes')])));

  await report(eva, 'Tre mejl sedan i tisdags', {
    [words.report.kinds ?? '']: words.choices.kinds?.threat ?? '',
    [words.report.channel ?? '']: words.choices.channel?.email ?? '',
  });

  // The evening: one form after the other.
  await officer.press(BUTTON.acknowledge);
  await officer.press(BUTTON.approve);
  await officer.press(done('assess'), {
    ...yes('assess', 'serious', 'care', 'together'),
    ...form('assess', { support: 'Gunnel' }),
  });
  await officer.press(done('contact-strategist'));
  await officer.press(done('initial-support'));
  await officer.press(done('support-person'), {
    ...form('support-person', { who: 'Bengt', phone: '070-174 06 50' }),
    ...yes('support-person', 'reached'),
  });
  await officer.press(done('company-to-care'));
  await officer.press(choice('company-home', 'where', 'alreadyHome'));
  await officer.press(done('company-until-support'));
  await officer.press(done('inform-groups'), {
    ...form('inform-groups', {
      groups: choice('inform-groups', 'groups', 'partyColleagues'),
      text: 'Hon är hotad och behöver lugn',
      how: 'På gruppmötet',
    }),
  });

  await eva.press(READ_FIRST.read);
  await eva.press(READ_FIRST.answers.yes);
  await strategist.press(BUTTON.readProposal);
  await strategist.press(BUTTON.confirm);
  await strategist.press(STEP_CARD.nothingToTell, {
    ...form('contact-police', {
      whom: 'Kommunpolisen',
      advice: 'Anmäl',
      link: 'true',
      victimSupport: choice('contact-police', 'victimSupport', 'nothing'),
      protection: choice('contact-police', 'protection', 'nothing'),
    }),
  });
  await strategist.press(REGISTRY.button);
  await strategist.press(BUTTON.save, { [REGISTRY.fields.number]: 'KS 2026/12' });
  await eva.press(DECISION.answers.municipality);
  await chief.press(BUTTON.fillIn);
  await chief.press(done('police-report'), {
    ...form('police-report', { number: '5000-K1-26' }),
    [words.steps['police-report-restricted']?.beside ?? '']: 'true',
    [words.steps['police-report-link']?.beside ?? '']: 'true',
  });

  await officer.press(BUTTON.firstTalk);
  await officer.press(BUTTON.save, { [FORMS.talkFields.notes]: 'Sover dåligt' });

  await town.later(7 * DAY);
  await officer.press(BUTTON.fillIn);
  await officer.press(done('follow-up-talk'));
  await officer.press(done('document-talk'), form('document-talk', { how: 'Bättre' }));
  await officer.press(words.steps['assess-more-talks']?.answers?.no ?? '');
  await eva.press(SUPPORT.yes);
  await strategist.press(BUTTON.fillIn);
  await strategist.press(
    done('order-professional-support'),
    form('order-professional-support', { number: '42' }),
  );

  await officer.press(BUTTON.answerChecks);
  await officer.press(CHECKS_CARD.right, {
    [words.checks.support?.labels.relatives ?? '']: CHOICES.check?.yes ?? '',
    [words.checks.company?.labels.measures ?? '']: 'Bengt ringer varje kväll',
  });
  await officer.press(BUTTON.save, {
    [FORMS.reviewFields.applied]: CHOICES.yesNo?.yes ?? '',
    [FORMS.reviewFields.worked]: 'Alla svarade fort',
  });
  await officer.press(BUTTON.close);
  await officer.press(LEAD.closeYes);

  const incident = await theIncident(town, eva);
  expect(incident?.state).toBe('closed');
  expect(incident?.steps['initial-support']?.records.who).toBe('Gunnel');
  const counts = { officer: officer.count, strategist: strategist.count, chief: chief.count };
  process.stdout.write(`Presses of a whole case: ${JSON.stringify(counts)}\n`);
  const over = Object.entries(counts).flatMap(([who, count]) =>
    (Object.keys(count) as (keyof Count)[])
      .filter((what) => count[what] > (MOST[who]?.[what] ?? 0))
      .map((what) => `${who}: ${count[what]} ${what}`),
  );
  expect(over).toEqual([]);
});
