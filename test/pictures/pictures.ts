import { troubleCard } from '../../src/cards/pages/trouble';
import { NOTHING_TYPED, type Typed } from '../../src/cards/parts';
import type { View } from '../../src/cards/view';
import { REFUSALS } from '../../src/content/texts/refusals';
import type { Page } from '../../src/routine/acts/pages';
import type { DraftPage } from '../../src/screens/actions';
import type { Stage } from '../cards/stages';
import { draw, drawNote, drawPage, revealedCard } from '../support/drawing';
import { contacts, NOW, people } from '../support/pureTown';
import { almsjo } from './almsjo';
import { asked } from './asked';
import { beside } from './beside';
import { inTime } from './inTime';
import { severalIncidents } from './joined';
import { saidByThem } from './ownWords';
import { atHand } from './people';
import { byAnother, inReserve, main, REPORT, sceneAt, standing } from './tale';

/** One kind of card, as it is shown in CARDS.md. */
export interface Picture {
  /** Of the file, without its ending. */
  name: string;
  title: string;
  whom: string;
  /** The press or event that leads to it. */
  when: string;
  view: View;
}

export interface Chapter {
  title: string;
  pictures: Picture[];
}

const ANYONE = 'anyone';
const POLITICIAN = 'the politician';
const LEAD = 'the lead (the officer)';
const STRATEGIST = 'the strategist';
const CHIEF = 'the chief executive';

const picture = (name: string, title: string, whom: string, when: string, view: View): Picture => ({
  name,
  title,
  whom,
  when,
  view,
});

const page = (stage: Stage, person: string, name: Page, about = '', typed: Typed = NOTHING_TYPED): View => {
  const view = drawPage(sceneAt(stage, person), name, about, typed);
  if (!view) throw new Error(`${stage.name}: there is no page ${name} ${about}.`);
  return view;
};

const tooLate: Typed = {
  values: { ...(REPORT as Record<string, string>), date: '2026-12-24' },
  problems: { date: { kind: 'future' } },
  problem: REFUSALS.badInput,
};

const draft = (name: DraftPage, who: 'me' | 'other' = 'me', typed: Typed = NOTHING_TYPED): View =>
  draw({
    kind: 'draft',
    page: name,
    draft: 'draft000000000000000000001',
    values: { ...(REPORT as Record<string, string>), party: 'S', who },
    readers: { contacts: contacts.slice(0, 2), as: 'firstContact', isParty: true },
    isOnIncident: false,
    refusal: typed.problem === '' ? undefined : { reason: 'badInput', problems: typed.problems },
  });

const listed = [
  ['2026-7KQ4', '2026-11-24T09:00:00Z'],
  ['2026-5MD2', '2026-09-03T09:00:00Z'],
  ['2026-3TR9', '2026-05-12T09:00:00Z'],
].map(([reference = '', createdAt = ''], index) => ({
  id: `incident${index}`,
  known: { reference, createdAt },
  isClosed: index > 0,
}));

function beginning(): Chapter {
  const first = (hasParty: boolean) =>
    draw({
      kind: 'draft',
      page: 'first',
      draft: 'draft000000000000000000001',
      hasParty,
      hasDraft: false,
      now: NOW.toISOString(),
    });
  return {
    title: 'Before anything has happened',
    pictures: [
      picture('welcome', 'Welcome', ANYONE, 'The bot is installed for them.', drawNote('welcome')),
      picture(
        'privacy',
        'How data is used',
        ANYONE,
        'They ask for it.',
        draw({ kind: 'note', note: 'privacy' }),
      ),
      picture(
        'help',
        'Help',
        ANYONE,
        'They type `hjälp`, or something that the bot cannot read.',
        drawNote('help'),
      ),
      picture('guidance', 'Advice', ANYONE, 'They type `vägledning`.', draw({ kind: 'guide' })),
      picture(
        'guidance-inside',
        'Advice: danger inside the building',
        ANYONE,
        'They choose a situation; the card changes in place.',
        draw({
          kind: 'guide',
          situation: 'inside',
          draft: 'draft000000000000000000001',
          hasParty: true,
        }),
      ),
      picture(
        'guidance-email',
        'Advice: a threat in an e-mail',
        ANYONE,
        'Nothing is going on: the report comes first.',
        draw({ kind: 'guide', situation: 'email', draft: 'draft000000000000000000001', hasParty: true }),
      ),
      ...(['ask', 'caller'] as const).map((part) =>
        picture(
          `call-${part}`,
          part === 'ask' ? 'A threat on the telephone: what to ask' : 'A threat on the telephone: the caller',
          ANYONE,
          'They press **Skriv under samtalet**; every press saves.',
          draw({
            kind: 'call',
            draft: 'draft000000000000000000001',
            part,
            values: { callWhen: 'I kväll', callVoice: 'dark', callSounds: 'music' },
            savedAt: NOW.toISOString(),
            now: NOW.toISOString(),
          }),
        ),
      ),
      picture(
        'contacts',
        'Contact list',
        ANYONE,
        'They press **Kontaktlista**.',
        draw({ kind: 'list', list: 'contacts', contacts, from: 0, mayReplace: false }),
      ),
      picture('first', 'Are you safe?', POLITICIAN, 'They type `rapportera hot`.', first(false)),
      picture(
        'first-remembered',
        'Are you safe? The party is remembered',
        POLITICIAN,
        'They have alarmed or reported before. A chat does not say which party it is.',
        first(true),
      ),
    ],
  };
}

function report(): Chapter {
  const optional = 'They press **Lägg till mer** before sending, or **Fortsätt** on the page before.';
  return {
    title: 'The report',
    pictures: [
      picture(
        'report-you',
        'How to reach you',
        POLITICIAN,
        'They press **Jag är i säkerhet – berätta**.',
        draft('you'),
      ),
      picture(
        'report-other',
        'For someone else',
        ANYONE,
        'They press **Det gäller någon annan**.',
        draft('other', 'other'),
      ),
      picture('report-what', 'What happened', POLITICIAN, 'They press **Fortsätt**.', draft('what')),
      picture('report-review', 'Before it is sent', POLITICIAN, 'They press **Granska**.', draft('review')),
      picture('report-when', 'Where, and in what context', POLITICIAN, optional, draft('when')),
      picture('report-around', 'Around it', POLITICIAN, optional, draft('around')),
      picture('report-offender', 'Who did it', POLITICIAN, optional, draft('offender')),
      picture('report-motive', 'Why', POLITICIAN, optional, draft('motive')),
      picture('report-impact', 'How it was taken', POLITICIAN, optional, draft('impact')),
      picture(
        'report-saved',
        'Kept',
        POLITICIAN,
        'They press **Spara och fortsätt sedan**.',
        drawNote('saved'),
      ),
      picture(
        'report-discarded',
        'Thrown away',
        POLITICIAN,
        'They press **Kasta utkastet**.',
        drawNote('discarded'),
      ),
    ],
  };
}

type Main = ReturnType<typeof main>;
type Other = ReturnType<typeof byAnother>;

function alarm(tale: Main, other: Other): Chapter {
  const { victim, officer, strategist } = people;
  return {
    title: 'The alarm',
    pictures: [
      picture(
        'alarm-sent',
        'Alarm sent',
        POLITICIAN,
        'They press **Larma mitt parti**. It says who was told, and that nobody has answered yet.',
        standing(tale.alarm, victim),
      ),
      picture(
        'notice-acute',
        'Someone needs you now',
        'the party’s officer',
        'The politician raised the alarm. Nobody is named before the press.',
        standing(tale.alarm, officer),
      ),
      picture(
        'notice-calm',
        'A report has come in',
        'officers or strategists',
        'A report that is not acute was sent to them.',
        standing(other.sent, strategist),
      ),
      picture(
        'told-strategist',
        'The strategist is told',
        STRATEGIST,
        'The alarm went to a party. They hear that it came in, not what it is.',
        standing(tale.alarm, strategist),
      ),
      picture(
        'lead-acknowledged',
        'Ring now',
        LEAD,
        'They press **Jag har tagit emot**: ring first, then the next step. Only this answer names the politician.',
        revealedCard(sceneAt(tale.taken, officer)),
      ),
      picture(
        'standby',
        'In reserve',
        'an officer who led before',
        'They handed over, and the other has pressed **Jag har tagit emot**.',
        standing(inReserve(), officer),
      ),
      picture(
        'status-acknowledged',
        'Someone has taken it',
        POLITICIAN,
        'An officer pressed **Jag har tagit emot**. The same card as "Alarm sent", changed in place.',
        standing(tale.taken, victim),
      ),
      picture(
        'change-contact',
        'Another contact',
        POLITICIAN,
        'They press **Byt kontaktperson**.',
        page(tale.taken, victim, 'changeContact'),
      ),
      picture(
        'own-party',
        'The threat comes from my party',
        POLITICIAN,
        'They press **Hotet kommer från mitt parti**. The officers lose access.',
        page(tale.taken, victim, 'ownParty'),
      ),
    ],
  };
}

function leading(tale: Main): Chapter {
  const { officer, victim } = people;
  return {
    title: 'The lead works',
    pictures: [
      picture(
        'lead-approve',
        'A step to approve',
        LEAD,
        'The next step of the plan waits for their word.',
        standing(tale.reported, officer),
      ),
      picture(
        'details',
        'What was reported',
        LEAD,
        'They press **Visa uppgifter**. The look is logged.',
        page(tale.reported, officer, 'details'),
      ),
      picture(
        'assess',
        'The first assessment',
        LEAD,
        'They approve the first step.',
        page(tale.assessing, officer, 'step', 'assess'),
      ),
      picture(
        'lead-do',
        'A step to do',
        LEAD,
        'A step is open and has a form; **Fyll i** shows it.',
        standing(tale.asked, officer),
      ),
      picture(
        'step-form',
        'A step of the lead',
        LEAD,
        'They press **Fyll i**.',
        page(tale.asked, officer, 'step', 'support-person'),
      ),
      picture(
        'step-done',
        'A step that is done',
        LEAD,
        'They choose it under **Alla åtgärder**.',
        page(tale.supported, officer, 'step', 'assess'),
      ),
      picture(
        'skip',
        'Not needed',
        LEAD,
        'They press **Behövs inte** on a step. A reason is asked.',
        page(tale.asked, officer, 'skip', 'company-home'),
      ),
      picture(
        'reopen-step',
        'Open a step again',
        LEAD,
        'They press **Öppna igen** on a step that is done.',
        page(tale.supported, officer, 'reopenStep', 'assess'),
      ),
      picture(
        'all-steps',
        'All steps',
        'the lead, the strategist, an officer in reserve',
        'They press **Alla åtgärder**.',
        page(tale.supported, officer, 'steps'),
      ),
      picture(
        'more',
        'More choices',
        'the lead and the strategist',
        'They press **Fler val**.',
        page(tale.supported, officer, 'more'),
      ),
      picture(
        'hand-over',
        'Hand over',
        LEAD,
        'They press **Lämna över**.',
        page(tale.supported, officer, 'handOver'),
      ),
      picture(
        'lower-acute',
        'Not acute any more',
        LEAD,
        'They press **Inte akut längre**.',
        page(tale.supported, officer, 'lowerAcute'),
      ),
      picture(
        'amend',
        'Add to the report',
        'the politician, the lead, the strategist',
        'They press **Lägg till i rapporten**, and then a page of it.',
        page(tale.reported, victim, 'amend'),
      ),
      picture(
        'sent-back',
        'Something was wrong',
        ANYONE,
        'What was sent could not be taken. Nothing that was typed is lost.',
        page(tale.reported, victim, 'amend', 'when', tooLate),
      ),
    ],
  };
}

function police(tale: Main): Chapter {
  const { strategist, victim, officer, chief } = people;
  return {
    title: 'The police',
    pictures: [
      picture(
        'police-duty',
        'Ask the police',
        STRATEGIST,
        'The assessment says threat, violence, or serious.',
        standing(tale.police, strategist),
      ),
      picture(
        'police-advice',
        'What the police said',
        STRATEGIST,
        'They press **Fyll i**.',
        page(tale.police, strategist, 'step', 'contact-police'),
      ),
      picture(
        'police-decision',
        'Shall it be reported to the police?',
        POLITICIAN,
        'The police have been asked. The answer is the politician’s alone.',
        standing(tale.asked, victim),
      ),
      picture(
        'read-decision',
        'Their answer, written down',
        LEAD,
        'The politician has no account, or answered by telephone.',
        page(tale.asked, officer, 'readDecision'),
      ),
      picture(
        'status-decided',
        'Where it stands',
        POLITICIAN,
        'They have answered; the card says what follows.',
        standing(tale.decided, victim),
      ),
      picture(
        'chief-duty',
        'A police report is to be made',
        CHIEF,
        'The politician wants the municipality to report.',
        standing(tale.decided, chief),
      ),
      picture(
        'chief-form',
        'The police report',
        CHIEF,
        'They press **Fyll i**.',
        page(tale.decided, chief, 'step', 'police-report'),
      ),
      picture(
        'line',
        'Done: one line',
        'anyone whose part is done',
        'They ended their last step; the card shrinks.',
        standing(tale.filed, chief),
      ),
    ],
  };
}

function telling(tale: Main): Chapter {
  const { officer, strategist, victim } = people;
  return {
    title: 'Who else is told',
    pictures: [
      picture(
        'groups',
        'Who is to know what',
        LEAD,
        'They open the step on informing others.',
        page(tale.telling, officer, 'groups'),
      ),
      picture(
        'read-first',
        'May they know this?',
        POLITICIAN,
        'They press **Läs förslaget** on the notice.',
        page(tale.reading, victim, 'readFirst'),
      ),
      picture(
        'confirm-notice',
        'A second person is needed',
        STRATEGIST,
        'The victim has read it and said yes.',
        standing(tale.proposed, strategist),
      ),
      picture(
        'confirm',
        'Do you agree?',
        STRATEGIST,
        'They press **Läs förslaget**.',
        page(tale.proposed, strategist, 'confirm'),
      ),
    ],
  };
}

function following(tale: Main): Chapter {
  const { officer, victim } = people;
  return {
    title: 'Afterwards',
    pictures: [
      picture(
        'lead-checks',
        'Control questions are due',
        LEAD,
        'Every step is done.',
        standing(tale.checksDue, officer),
      ),
      picture(
        'checks',
        'Control questions',
        LEAD,
        'They press **Svara på frågorna**. What is known is filled in.',
        page(tale.checksDue, officer, 'checks'),
      ),
      picture(
        'protection',
        'A protection measure',
        LEAD,
        'They press **Skriv in en skyddsåtgärd** among more choices.',
        page(tale.checking, officer, 'protection'),
      ),
      picture(
        'lead-follow-up',
        'The talk afterwards',
        LEAD,
        'A week has passed.',
        page(tale.followUp, officer, 'step', 'follow-up-talk'),
      ),
      picture(
        'talk',
        'A further talk',
        LEAD,
        'A talk was planned, or they press **Skriv in uppföljningssamtal** among more choices.',
        page(tale.waiting, officer, 'talk'),
      ),
      picture(
        'support-question',
        'Someone to talk to?',
        POLITICIAN,
        'A week has passed. One press is the answer.',
        standing(tale.followUp, victim),
      ),
      picture(
        'lead-wait',
        'Nothing to do now',
        LEAD,
        'Their steps are done; someone else has to answer.',
        standing(tale.waiting, officer),
      ),
      picture(
        'missing',
        'What still stands',
        LEAD,
        'They press **Avsluta ärendet** and it may not be closed yet.',
        page(tale.followUp, officer, 'missing'),
      ),
      picture(
        'review',
        'How did the plan work?',
        LEAD,
        'Every step, question and talk is done.',
        page(tale.allDone, officer, 'review'),
      ),
      picture(
        'lead-close',
        'Ready to close',
        LEAD,
        'The review is written.',
        standing(tale.mayClose, officer),
      ),
      picture(
        'closed',
        'Closed',
        POLITICIAN,
        'The lead has closed it. It can be opened again.',
        standing(tale.closed, victim),
      ),
      picture('closed-lead', 'Closed: one line', LEAD, 'They closed it.', standing(tale.closed, officer)),
      picture(
        'reopen',
        'Open it again',
        'the politician and the lead',
        'They press **Öppna ärendet igen**.',
        page(tale.closed, victim, 'reopen'),
      ),
    ],
  };
}

function others(other: Other): Chapter {
  const { otherOfficer, strategist, victim } = people;
  return {
    title: 'When someone else reports',
    pictures: [
      picture(
        'receipt',
        'Received',
        'the one who reported',
        'They sent a report about someone else. It shows no more than this.',
        standing(other.sent, otherOfficer),
      ),
      picture(
        'bind',
        'Whom it concerns',
        STRATEGIST,
        'They lead, and press **Koppla till konto** among more choices.',
        page(other.led, strategist, 'bind'),
      ),
      picture(
        'belongs',
        'Does it concern you?',
        POLITICIAN,
        'The strategist has named their account. It does not say what it is about.',
        standing(other.bound, victim),
      ),
      picture(
        'party-question',
        'May your party know?',
        POLITICIAN,
        'They answered that it concerns them.',
        standing(other.belongs, victim),
      ),
    ],
  };
}

const atAnyTime = (): Chapter => ({
  title: 'At any time',
  pictures: [
    picture(
      'mine',
      'My matters',
      ANYONE,
      'They press **Mina ärenden**.',
      draw({ kind: 'list', list: 'mine', incidents: listed }),
    ),
    picture(
      'nothing-here',
      'Nothing here',
      ANYONE,
      'They press something that is gone or was never theirs. Both get the same answer.',
      drawNote('nothingHere'),
    ),
    picture(
      'trouble',
      'Something broke',
      ANYONE,
      'A fault of the bot. The id stands in the log.',
      troubleCard('a1b2c3d4'),
    ),
  ],
});

/** Every kind of card once, in the order of the routine. */
export function chapters(): Chapter[] {
  const tale = main();
  const other = byAnother();
  return [
    beginning(),
    report(),
    alarm(tale, other),
    leading(tale),
    police(tale),
    telling(tale),
    following(tale),
    saidByThem(),
    ...beside(tale.reading),
    severalIncidents(tale.asked),
    ...asked(tale.assessing),
    ...inTime(),
    others(other),
    atAnyTime(),
    ...atHand(tale.closed),
    almsjo(),
  ];
}
