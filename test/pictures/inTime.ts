import type { View } from '../../src/cards/view';
import type { Page } from '../../src/routine/acts/pages';
import type { Incident } from '../../src/routine/model/incident';
import { drilled } from '../../src/routine/rules/drills';
import { waitingFor } from '../../src/routine/rules/pendingTasks';
import { handOver, takeOver } from '../../src/routine/transitions/leading';
import type { DeliveredTo } from '../../src/screens/deliveredTo';
import type { Round, RoundIncident } from '../../src/screens/round';
import type { Viewing } from '../../src/screens/scene';
import type { LogEntry } from '../../src/screens/screen';
import { seen } from '../../src/screens/seen';
import type { Stage } from '../cards/stages';
import { stages } from '../cards/stages';
import { draw, drawNote, drawPage } from '../support/drawing';
import { contacts, list, people, situation, turn } from '../support/pureTown';
import type { Chapter, Picture } from './pictures';
import { sceneAt, standing, typist } from './tale';

const all = stages(typist);

const at = (name: string): Stage => {
  const found = all.find((stage) => stage.name === `in time, ${name}`);
  if (!found) throw new Error(`There is no stage "in time, ${name}".`);
  return found;
};

const page = (stage: Stage, person: string, name: Page): View => {
  const view = drawPage(sceneAt(stage, person), name);
  if (!view) throw new Error(`${stage.name}: there is no page ${name}.`);
  return view;
};

const picture = (name: string, title: string, whom: string, when: string, view: View): Picture => ({
  name,
  title,
  whom,
  when,
  view,
});

const logged = (viewing: Viewing, list: 'log' | 'looks', entries: readonly LogEntry[]): View =>
  draw({ kind: 'list', list, scene: seen(viewing), entries, isWhole: true, from: 0 });

const waitingOf = (value: Incident, now: Date, person: string, reference: string): RoundIncident => ({
  id: reference.toLowerCase().replace('-', ''),
  reference,
  isAcute: value.acute,
  routine: value.routine,
  waiting: waitingFor(situation(value, now), person).map(({ since, ...one }) => ({
    ...one,
    since: since.toISOString(),
  })),
});

const roundCard = (round: Round): View => draw({ kind: 'list', list: 'round', round });

const { officer, deputy, strategist, deputyStrategist, chief, victim } = people;
const OFFICER = 'the lead (the officer)';
const STRATEGIST = 'the strategist';
const VICTIM = 'the victim';

/** Who was told of what: it arrived, it did not, and it is being tried again. */
const DELIVERED: readonly DeliveredTo[] = [
  {
    as: 'contact',
    contact: contacts.find((one) => one.person === officer),
    resendTo: 'officer',
    told: [
      { kind: 'askedAgain', state: 'unreachable', at: '2026-11-24T09:03:00.000Z' },
      { kind: 'asked', state: 'unreachable', at: '2026-11-24T09:00:00.000Z' },
    ],
  },
  {
    as: 'victim',
    resendTo: 'victim',
    told: [
      { kind: 'decision', state: 'arrived', at: '2026-11-24T09:12:00.000Z' },
      { kind: 'received', state: 'arrived', at: '2026-11-24T09:04:00.000Z' },
    ],
  },
  { as: 'operator', told: [{ kind: 'duty', state: 'trying' }] },
];

/** Cards that come when nobody answers, or somebody is silent. */
function silence(): Chapter {
  const standsStill = at('led for 5760 minutes');
  const taken = {
    ...standsStill,
    incident: takeOver(
      standsStill.incident,
      {},
      { ...turn(strategist, { now: standsStill.now }), roles: new Set(['escalated']) },
    ),
  };
  const led = at('led for 31 minutes');
  const row = contacts.find((one) => one.person === deputy)?.id ?? '';
  const given = { ...led, incident: handOver(led.incident, row, turn(officer, { now: led.now })) };
  const since = led.now.toISOString();
  const neither: Stage = {
    ...led,
    more: {
      ...led.more,
      unreachable: new Map([
        [victim, since],
        [officer, since],
      ]),
    },
  };
  return {
    title: 'When nobody answers',
    pictures: [
      picture(
        'asked-after',
        'The next in line is asked',
        'the deputy',
        'Three minutes after the alarm nobody has answered.',
        standing(at('alarm after 4 minutes'), deputy),
      ),
      picture(
        'asked-strategist',
        'The strategist is asked',
        STRATEGIST,
        'Six minutes after the alarm nobody has answered.',
        standing(at('alarm after 7 minutes'), strategist),
      ),
      picture(
        'call-duty',
        'Ring the duty officer',
        'the deputy strategist',
        'Nine minutes after the alarm nobody has answered.',
        standing(at('alarm after 10 minutes'), deputyStrategist),
      ),
      picture(
        'call-now',
        'Ring someone whom Teams does not reach',
        'the next in line',
        'The officer has not installed the bot, or has blocked it.',
        standing(at('officer unreachable'), deputy),
      ),
      picture(
        'call-victim',
        'Ring the politician',
        OFFICER,
        'Teams does not reach the politician.',
        standing(at('victim unreachable'), officer),
      ),
      picture(
        'silence',
        'A matter stands still',
        'the deputy and the strategist',
        'The lead has done nothing for four working days. It says who and since when, and nothing of what happened.',
        standing(standsStill, strategist),
      ),
      picture(
        'silence-chief',
        'It has gone further up',
        'the chief executive',
        'Nobody has taken over. They know the reference, and whom to ring.',
        standing(at('led for 20160 minutes'), chief),
      ),
      picture(
        'taken-over',
        'Your place was taken',
        'the officer who led before',
        'The strategist pressed **Jag tar över**.',
        standing(taken, officer),
      ),
      picture(
        'take-over',
        'A stand-in',
        STRATEGIST,
        'They press **Ta över ledningen** for a lead who is away.',
        page(at('led for 31 minutes'), strategist, 'takeOver'),
      ),
      picture(
        'new-officer',
        'Who is to help you now?',
        'the politician',
        'The officer who leads has left the post. The politician is the first to know.',
        standing(at('post ended'), victim),
      ),
      picture(
        'post-ended',
        'Ask the politician who is to lead',
        'the officer who leads and has left the post',
        'The politician has no account, so the bot cannot ask them.',
        standing(withoutAccount(at('post ended')), officer),
      ),
      picture(
        'given',
        'Nobody leads yet',
        'the officer who handed over',
        'They handed over, and the other has not answered.',
        standing(given, officer),
      ),
      picture(
        'given-status',
        'Someone else is asked',
        'the politician',
        'The lead has handed over, and the other has not answered.',
        standing(given, victim),
      ),
      picture(
        'deliveries',
        'Who was told of what',
        'the lead and the strategist',
        'They press **Vem har nåtts?** under **Visa uppgifter**.',
        draw({
          kind: 'list',
          list: 'deliveries',
          scene: seen(sceneAt(led, officer)),
          rows: DELIVERED,
          from: 0,
        }),
      ),
      picture(
        'call-victim-unseen',
        'Ring, but whom?',
        STRATEGIST,
        'Teams reaches neither the politician nor the lead. The strategist may not read who it is.',
        standing(neither, strategist),
      ),
    ],
  };
}

const withoutAccount = (stage: Stage): Stage => ({
  ...stage,
  incident: {
    ...stage.incident,
    victim: { ...stage.incident.victim, person: undefined, bound: 'none' },
  },
});

/** The officer has rung the person, as they do before anything else, and later written down their first talk. */
const talked = (stage: Stage, isWritten = false): Stage => {
  const { createdAt, talks } = stage.incident;
  const first = {
    id: 'talk1',
    kind: 'first' as const,
    heldOn: createdAt.slice(0, 10),
    attendees: 'Vi två',
    notes: 'Bättre',
  };
  return {
    ...stage,
    incident: {
      ...stage.incident,
      spoken: { at: createdAt, by: officer, how: 'talked' },
      talks: isWritten ? [...talks, first] : talks,
    },
  };
};

/** Cards that come on a certain day. */
function days(): Chapter {
  const led = at('led for 31 minutes');
  const due = at('led for 10080 minutes');
  const ready = all.find((one) => one.name === 'talk due, 8 days later') ?? due;
  const overdue = { ...ready, now: new Date(ready.now.getTime() + 7 * 86_400_000) };
  const round = {
    incidents: [
      waitingOf(led.incident, due.now, officer, '2026-7KQ4'),
      { ...waitingOf(led.incident, led.now, strategist, '2026-3FXM'), isAcute: false },
    ].map((one) => ({ ...one, waiting: one.waiting })),
    drafts: [],
    news: [],
  };
  const asked = drilled(list);
  return {
    title: 'When its day has come',
    pictures: [
      picture(
        'alone',
        'Is someone there?',
        OFFICER,
        'Half an hour after they took it on.',
        standing(talked({ ...led, incident: { ...led.incident, company: [] } }), officer),
      ),
      picture(
        'company',
        'Who is there now?',
        OFFICER,
        'They press **Vem är hos den utsatte?** among more choices.',
        page(led, officer, 'company'),
      ),
      picture(
        'relay',
        'The time is out',
        OFFICER,
        'The one who was there was to leave by now.',
        standing(talked(at('led for 240 minutes')), officer),
      ),
      picture(
        'talk-due',
        'Time for the talk',
        OFFICER,
        'A week has passed.',
        standing(talked(ready, true), officer),
      ),
      picture(
        'book-talk',
        'Book the talk',
        OFFICER,
        'They press **Boka samtal**.',
        page(due, officer, 'bookTalk'),
      ),
      picture(
        'talk-overdue',
        'The talk is overdue',
        OFFICER,
        'The last day has passed.',
        standing(talked(overdue, true), officer),
      ),
      picture(
        'decision-again',
        'Asked again',
        'the politician',
        'Three working days after **Inte nu, fråga igen**.',
        standing(at('asked again'), victim),
      ),
      picture(
        'file-yourself',
        'Would you report it yourself?',
        'the politician',
        'The municipality has not made the police report in all this time.',
        standing(at('to be filed for 7200 minutes'), victim),
      ),
      picture(
        'registry',
        'The registry number',
        STRATEGIST,
        'They press **Skriv in diarienumret**.',
        page(led, strategist, 'registry'),
      ),
      picture(
        'round',
        'The morning round',
        'anyone for whom something waits',
        'Every working morning: all that waits, in all their matters.',
        roundCard(round),
      ),
      picture(
        'snooze',
        'Remind me later',
        'anyone with a morning round',
        'They press **Påminn mig senare**.',
        draw({ kind: 'page', page: 'snooze', round, hour: 8, from: 0 }),
      ),
      picture(
        'draft-left',
        'A draft is left',
        'the politician',
        'A day after they wrote on it.',
        roundCard({ incidents: [], drafts: [{ id: 'draft000001', eraseOn: '2026-12-24' }], news: [] }),
      ),
      picture(
        'drill',
        'Are you reached here?',
        'every officer and deputy',
        'The strategist types `övning nåbarhet`, or a new quarter begins.',
        draw({ kind: 'note', note: 'drill', drill: 'drill0000001' }),
      ),
      picture(
        'drill-result',
        'Who did not answer',
        STRATEGIST,
        'Two working days later.',
        draw({ kind: 'note', note: 'drillResult', asked, silent: asked.slice(5) }),
      ),
      picture(
        'replace',
        'Another person in a post',
        STRATEGIST,
        'They press **Byt person** under the contact list.',
        draw({ kind: 'page', page: 'replaceContact', contacts }),
      ),
      picture(
        'news',
        'The contact list has changed',
        'the one who was replaced, and the other strategists',
        'A strategist has put another person in a post.',
        roundCard({
          incidents: [],
          drafts: [],
          news: [
            { kind: 'out', contact: contacts[0] },
            { kind: 'new', contact: contacts[9] },
          ],
        }),
      ),
    ],
  };
}

const LOG: LogEntry[] = [
  { at: '2026-11-26T08:12:00.000Z', by: strategist, what: 'recordRegistry', as: 'strategist', isLook: false },
  { at: '2026-11-25T09:30:00.000Z', by: strategist, what: 'details', as: 'strategist', isLook: true },
  { at: '2026-11-25T09:05:00.000Z', by: officer, what: 'acknowledge', as: 'candidate', isLook: false },
  { at: '2026-11-25T09:00:00.000Z', by: victim, what: 'sendReport', as: 'victim', isLook: false },
];

/** Cards for a jurist's questions: the log, and how long things are kept. */
function kept(): Chapter {
  const of = (name: string): Stage => {
    const found = all.find((stage) => stage.name === `kept, ${name}`);
    if (!found) throw new Error(`There is no stage "kept, ${name}".`);
    return found;
  };
  const closed = of('closed');
  return {
    title: 'Kept, logged and erased',
    pictures: [
      picture(
        'log-purpose',
        'Why do you read the log?',
        STRATEGIST,
        'They press **Vem har läst?** under one of their incidents.',
        page(closed, strategist, 'log'),
      ),
      picture(
        'log',
        'The log',
        STRATEGIST,
        'They have written why.',
        logged(sceneAt(closed, strategist), 'log', LOG),
      ),
      picture(
        'looks',
        'Who has looked at what is mine',
        VICTIM,
        'They press **Vem har läst?** on their own card.',
        logged(
          sceneAt(closed, victim),
          'looks',
          LOG.filter(({ isLook }) => isLook),
        ),
      ),
      picture(
        'kept-closed',
        'Closed, and kept for a time',
        STRATEGIST,
        'The municipality has decided how long closed incidents are kept.',
        standing(closed, strategist),
      ),
      picture(
        'kept-warned',
        'It is erased soon',
        STRATEGIST,
        'Thirty days are left.',
        standing(of('warned'), strategist),
      ),
      picture(
        'hold',
        'Why must it be kept?',
        STRATEGIST,
        'They press **Behåll ärendet**.',
        page(closed, strategist, 'hold'),
      ),
      picture('held', 'It is kept', STRATEGIST, 'They have said why.', standing(of('held'), strategist)),
      picture(
        'erased',
        'It is erased',
        'everyone who had a card',
        'Its day has come, and all is written in.',
        drawNote('erased'),
      ),
      picture(
        'retention-unset',
        'Nothing is erased',
        STRATEGIST,
        'Once a quarter, as long as the municipality has decided nothing.',
        drawNote('retentionUnset'),
      ),
    ],
  };
}

export const inTime = (): Chapter[] => [silence(), days(), kept()];
