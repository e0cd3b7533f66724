import type { CheckWords, Labels, PlanWords, StepWords } from '../../../routine/model/words';
import { CHOICES, REPORT_FIELDS } from '../../fields';
import { STATUS } from '../../texts/victim';
import { STEP_FIELDS, STEPS } from '../library/words';

/** Almsjö's own words, beside the library's. */
const OWN = {
  'contact-coordinator': {
    title: 'Ta hjälp av säkerhetssamordnaren',
    help: 'När du trycker får kommunens säkerhetssamordnare läsa ärendet.',
    short: 'Kontakt med säkerhetssamordnaren',
    done: 'Kontakta säkerhetssamordnaren',
    victim: 'Kontakta säkerhetssamordnaren',
    passOn: 'Telefonhot eller bombhot.',
  },
  'taken-in': {
    title: 'Någon har tagit emot',
    help: 'Klart när någon har tryckt på Jag har tagit emot.',
    short: 'Någon har tagit emot',
    done: 'Klart',
  },
  'home-alarm': {
    title: 'Behövs hemlarm?',
    help: 'Fråga den utsatte och polisen. Säger ni ja beställer kommunen larmet. Det ska vara bestämt inom tre arbetsdagar. Skriv ingen adress.',
    short: 'Hemlarm',
    done: 'Hemlarmet är bestämt',
  },
  'police-advice': {
    title: 'Ring polisen och fråga om råd',
    help: 'Säg att det rör ett politiskt uppdrag och att kommunen alltid anmäler. Fråga vad ni bör göra nu, och om brottsofferstöd och personsäkerhet.',
    short: 'Råd från polisen',
    done: 'Polisen har svarat',
    reasons: STEPS['contact-police'].reasons,
    result: STEPS['contact-police'].result,
  },
  'police-report': {
    title: 'Gör polisanmälan',
    help: 'Almsjö anmäler alltid, och den utsatte vet om det. Ring polisen på 114 14. Begär att anmälan blir åtkomstskyddad. Säger polisen ja kan bara de som arbetar med den läsa den. Säg att det rör ett politiskt uppdrag.',
    short: 'Polisanmälan',
    done: 'Anmälan är gjord',
    informs:
      'Kommunen polisanmäler det som har hänt. Det gör vi alltid. Kanslichefen sköter det, och du behöver inte göra något.',
    result: STEPS['police-report'].result,
  },
  'victim-support': {
    title: 'Fråga om Brottsofferjouren',
    help: 'De stöttar den som har blivit utsatt för brott. Det är gratis. Vill den utsatte ha kontakt? Hjälp till att ringa.',
    short: 'Brottsofferjouren',
    done: 'Klart – nästa steg',
  },
} satisfies Readonly<Record<string, StepWords>>;

const sections: Labels = {
  '§ 1': 'Första kontakt och bedömning',
  '§ 2': 'Stöd och sällskap',
  '§ 3': 'Trygghet hemma',
  '§ 4': 'Vem ska få veta',
  '§ 5': 'Polisen',
  '§ 6': 'Tiden efteråt',
};

const { strategist: _, ...assessed } = STEP_FIELDS.assess ?? {};

const fields: Readonly<Record<string, Labels>> = {
  ...STEP_FIELDS,
  assess: { ...assessed, coordinator: 'Behövs säkerhetssamordnaren?' },
  'home-alarm': {
    alarm: 'Vad bestämde ni?',
    installed: 'När är larmet på plats?',
    comment: 'Något mer?',
  },
  'police-advice': STEP_FIELDS['contact-police'] ?? {},
  'victim-support': {
    contact: 'Vad svarade den utsatte?',
    offered: 'Vilken dag frågade du?',
    rings: 'Vem ringer?',
  },
};

const checks: Readonly<Record<string, CheckWords>> = {
  contacts: {
    title: 'Första kontakten',
    labels: {
      coordinatorContacted: 'Har säkerhetssamordnaren kontaktats?',
      comment: 'Kommentar om första kontakten',
    },
  },
  presence: {
    title: 'Stöd och sällskap',
    labels: {
      supported: 'Fick den utsatte stöd direkt?',
      relatives: 'Har någon sagt det till de anhöriga?',
      toCare: 'Följde någon med till vården?',
      onTheWay: 'Följde någon med hem?',
      who: 'Vilka höll sällskap?',
      supporter: 'Vem gav stöd först?',
      chosen: 'Vem valdes som stödperson?',
    },
  },
  home: {
    title: 'Trygghet hemma',
    labels: {
      safeAtHome: 'Känner sig den utsatte trygg hemma?',
      alarm: 'Är hemlarmet bestämt?',
      measures: 'Vad mer är gjort?',
    },
  },
  police: {
    title: 'Polisen',
    labels: {
      advice: 'Har polisen kontaktats för råd?',
      reported: 'Är polisanmälan gjord?',
      comment: 'Kommentar om polisen',
    },
  },
  information: { title: 'De som har fått veta', labels: { informed: 'Vilka har fått veta?' } },
};

const { support, assessed: assessedRow, talk } = STATUS.rows;

export const words = {
  steps: { ...STEPS, ...OWN },
  sections,
  fields,
  report: REPORT_FIELDS,
  choices: {
    ...CHOICES,
    alarm: {
      ordered: 'Vi har beställt larm',
      declined: 'Den utsatte vill inte',
      noNeed: 'Det behövs inte',
    },
    contact: { wanted: 'Ja', later: 'Inte nu', declined: 'Nej' },
  },
  checks,
  status: {
    'initial-support': support,
    assess: assessedRow,
    'home-alarm': 'Beslut om hemlarm',
    'victim-support': 'Fråga om Brottsofferjouren',
    'follow-up-talk': talk,
  },
} satisfies PlanWords;
