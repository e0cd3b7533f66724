import { DATA_CLASSES, type DataClass } from '../../routine/model/routine';
import { capital } from '../names';
import { RETENTION } from './retention';
/* How data is used: told before anything is reported (GDPR, article 13). */

import type { Names } from '../names';

/** Stands where the municipality has not written its own: only the sandbox starts so. */
const UNSET = 'Provmiljö: här står det som kommunen har skrivit.';

export const PRIVACY = {
  button: 'Så används dina uppgifter',
  title: 'Så används dina uppgifter',
  /** `isAsked`: whether the person decides on a police report by the municipality. */
  lines: (municipality: string, { firstContact, strategist, filer }: Names, isAsked: boolean) => [
    `${municipality} ansvarar för dina uppgifter. De behövs för att ge dig hjälp, för att följa rutinen vid hot och för att kunna anmäla brott.`,
    'Ditt namn, ditt konto i Teams och din e-post sparas för att jag ska nå dig. Det parti och det telefonnummer som du larmar eller rapporterar med minns jag till nästa gång. Vill du inte det? Be mig glömma det: knappen finns under Rapportera hot.',
    `Det du skriver läser den som hjälper dig: ditt partis ${firstContact.short}, och vid behov ${strategist.title}. Du ser på ditt kort vilka de är. Väljer du kommunen säger jag inget till partiet.`,
    'Deras ersättare läser bara om de tar över. Den som hjälper till utan att leda ser ditt namn och nummer.',
    isAsked
      ? `Säger du ja till en polisanmälan får ${filer.definite} läsa det som polisen behöver.`
      : `Kommunen polisanmäler alltid hot och våld. Då läser ${filer.definite} det som polisen behöver.`,
    'Ditt kort visar vem som har läst, när, och i vilken roll.',
  ],
  labels: {
    controller: 'Kommunen',
    dpo: 'Dataskyddsombud',
    basis: 'Rättslig grund',
    recipients: 'Vilka som får uppgifter',
    kept: 'Hur länge',
    rights: 'Dina rättigheter',
  },
  sandbox: { contact: UNSET, dpo: UNSET, basis: UNSET, recipients: UNSET },
  recipients: ({ firstContact }: Names) =>
    `Partiets ${firstContact.short}, om du säger ja. Polisen, vid fara eller när något anmäls. Företagshälsovården, om du vill ha stöd. Microsoft, som driver Teams och lagringen.`,
  kept: (days: Readonly<Partial<Record<DataClass, number>>>, draftDays: number) =>
    [
      'Så här länge sparas det efter att ärendet har avslutats.',
      ...DATA_CLASSES.map((what) => {
        const time =
          days[what] === undefined ? 'tills kommunen har bestämt en tid' : `högst ${days[what]} dagar`;
        return `${capital(RETENTION.classes[what])}: ${time}.`;
      }),
      `Det du inte skickar ser ingen annan. Det raderas efter ${draftDays} dagar.`,
    ].join(' '),
  rights:
    'Du kan få se och rätta det som gäller dig. Du kan be att det raderas, eller att det används mindre, och du kan invända mot hur det används. Att partiet får läsa kan du ta tillbaka när som helst: tryck på Byt kontaktperson. Är du inte nöjd? Klaga hos IMY, imy.se.',
  more: 'Läs mer hos kommunen',
};

/** A name that its owner has had hidden: their own card, and the strategist's task. */
export const HIDDEN_NAME = {
  title: 'Ditt namn är dolt',
  lines: [
    'Ingen som läser ärendet ser ditt namn eller ditt nummer. Du hör inte mer om det här.',
    'Kommunen läser texten inom en arbetsdag och döljer det som visar vem du är.',
    'Du kan ångra dig så länge ärendet finns kvar. Då syns allt igen och frågorna börjar om.',
  ],
  /** After a decision on erasure. */
  carriedOut: ['Rapporten och ditt namn är raderade. De går inte att få tillbaka.'],
  show: 'Visa mitt namn igen',
  taskTitle: 'Dölj namnet i texten',
  taskLines: (day: string) => [
    'Den utsatte har tagit bort sitt namn. Namn och nummer är redan dolda.',
    `Läs det som är skrivet och dölj det som ändå visar vem det är. Gör det senast ${day}.`,
  ],
  task: 'Läs och dölj',
  pageTitle: 'Vad ska döljas?',
  pageLines: [
    'Så här läser andra texten nu. Skriv de ord som ska döljas, en rad för varje ord eller namn.',
    'Orden byts mot [dolt] i hela ärendet. Det som kom in sparas, men ingen läser det.',
  ],
  fields: { words: 'Ord som ska döljas' },
  hide: 'Dölj orden',
  nothing: 'Inget att dölja',
  nothingMore: 'Inget mer att dölja',
  change: 'Ändra vad som är dolt',
};
