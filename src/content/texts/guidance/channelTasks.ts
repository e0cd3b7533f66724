/* Tasks by the way that a threat came (Bilaga 2): what stands around the municipality's own words for each of them. */

import { capital } from '../../names';
import { byWhom } from '../common';

/** The list of tasks, and one of them. */
export const TASKS = {
  button: 'Gå igenom råden',
  title: 'Det här kan du göra',
  lines: [
    'Råden beror på hur hotet kom. Ärendet kan bli klart utan dem.',
    'Allvarliga hot bör alltid polisanmälas. Gör då som polisen säger.',
  ],
  empty: 'Det finns inga särskilda råd för det här.',
  /** On the lead's card. */
  waits: (count: number) =>
    count === 1 ? 'Ett råd är kvar att gå igenom.' : `${count} råd är kvar att gå igenom.`,
  guidance: 'Vägledning',
  more: 'Mer',
  open: 'Öppna igen',
  otherReason: 'Annat skäl',
  waiveTitle: 'Varför behövs det inte?',
  toTasks: 'Tillbaka',
  doneBy: (who: string, at: string) => `Gjort av ${byWhom(who)} ${at}.`,
  waivedBy: (who: string, at: string) => `${capital(who)} skrev ${at} att det inte behövs.`,
  reason: 'Skäl',
  /** In the details. */
  notNeeded: 'behövs inte',
};

/** Whether the sender gets an answer, and what it says. */
export const REPLY = {
  voices: {
    victim: 'Vad säger den utsatte?',
    lead: 'Vad säger du som leder?',
    strategist: 'Vad säger säkerhetsstrategen?',
    police: 'Vad säger polisen?',
    answer: 'Vad blev beslutet?',
  },
  said: { yes: 'Ja', no: 'Nej', notAsked: 'Inte tillfrågad' },
  answers: { reply: 'Svara', noReply: 'Svara inte' },
  text: 'Text att skicka',
  words: 'Vi tar ditt hot på allvar. Det du gör är inte acceptabelt. Hotet polisanmäls.',
  notNow: 'Den utsatte har inte sagt ja till en polisanmälan. Skicka inget svar nu.',
};

/** The question to the IT unit: neither who it is about nor what was said. */
export const TRACE = {
  label: 'Text till it-enheten',
  text: (reference: string, channel: string, when: string) =>
    [
      'En förtroendevald har fått ett hot. Går det att spåra vem som skickade det?',
      `Det kom så här: ${channel}.`,
      ...(when === '' ? [] : [`När: ${when}.`]),
      `Märk svaret ${reference} och skicka det bara till mig. Fråga mig om något mer behövs. Lägg inte in det här i andra system.`,
    ].join('\n'),
};

/** On the receipt, where it is said already what must not be done. */
export const RECEIVED = { keep: 'Spara allt. Var inte ensam om du kan.' };
