import type { ByChannelWords, TaskWords } from '../../../routine/plan/tasks';
import type { Names } from '../../names';

const GONE = 'Det finns inte kvar';

/** Threats that were sent. */
const SENT: Readonly<Record<string, TaskWords>> = {
  'save-email': {
    title: 'Är e-posten sparad?',
    short: 'E-posten är sparad',
    help: ['Be den utsatte spara e-posten och inte skicka den vidare. Skriv in när den kom.'],
    done: 'Den är sparad',
    fields: { date: 'Dag då den kom', time: 'Tid då den kom' },
    reasons: { gone: GONE },
  },
  'save-message': {
    title: 'Är meddelandet sparat?',
    short: 'Meddelandet är sparat',
    help: ['Be den utsatte spara både texten och sidans adress, eller ta en skärmbild.'],
    done: 'Det är sparat',
    fields: { address: 'Sidans adress, om det finns en' },
    reasons: { gone: GONE },
  },
  shown: {
    title: 'Har du sett hotet?',
    short: 'Du har sett hotet',
    help: ['Be den utsatte visa det för dig. Rör inte ett brev i onödan.'],
    done: 'Jag har sett det',
    reasons: { gone: GONE },
  },
};

/** The sender: whether they can be found, and whether they get an answer. */
const sender = ({ strategist }: Names): Readonly<Record<string, TaskWords>> => ({
  trace: {
    title: 'Kan it-enheten se vem det är?',
    short: 'Fråga it-enheten',
    help: [
      `Behövs det? Fråga ${strategist.definite} om du är osäker. Kopiera texten här under och skicka den själv till it-enheten.`,
      'Skicka inga namn, och inte hotet. De frågar dig om de behöver mer.',
    ],
    done: 'Jag har frågat',
    reasons: { known: 'Vi vet vem det är', police: 'Polisen gör det' },
  },
  reply: {
    title: 'Ska den som hotade få ett svar?',
    short: 'Svar till den som hotade',
    help: [
      'Bestäm det ihop. Fråga var och en, och fyll i vad de säger. Alla ska säga ja.',
      'I svaret står att hotet polisanmäls. Den utsatte behöver därför ha sagt ja till det.',
    ],
    done: 'Spara beslutet',
    reasons: { noAddress: 'Det finns ingen adress' },
  },
  'send-reply': {
    title: 'Skicka svaret',
    short: 'Svaret skickas',
    help: ['Du som leder skickar det, inte den utsatte. Kopiera texten. Lägg inte till något.'],
    done: 'Jag har skickat det',
    reasons: { changed: 'Vi har ändrat oss' },
  },
});

const THINGS: Readonly<Record<string, TaskWords>> = {
  'people-away': {
    title: 'Är alla borta från föremålet?',
    short: 'Alla är borta därifrån',
    help: [
      'Ingen rör det, öppnar det eller flyttar det. Få bort alla människor.',
      'Är det fara? Stäng rummet och ring 112. Gör som polisen säger.',
    ],
    done: 'Alla är borta',
  },
  'on-body': {
    title: 'Har någon fått något på kroppen?',
    short: 'Något på kroppen?',
    help: ['Skölj genast och ring vården.'],
    done: 'Vården är kontaktad',
    reasons: { nobody: 'Nej, ingen' },
  },
  whose: {
    title: 'Vet någon vems det är?',
    short: 'Vems är det?',
    help: ['Fråga dem som är i närheten. Rör det inte.', 'Inför nästa gång: be bud visa legitimation.'],
    done: 'Jag har frågat',
    fields: { whose: 'Vad fick du veta?' },
    reasons: { known: 'Vi vet vems det är' },
  },
  isolate: {
    title: 'Håller någon redan i ett brev eller paket?',
    short: 'Brev eller paket i en påse',
    help: ['Lägg det i en tät plastpåse om det går. Ett föremål flyttas aldrig.'],
    done: 'Det ligger i en påse',
    reasons: { notHeld: 'Ingen håller i det' },
  },
  delivered: {
    title: 'Hur kom det hit?',
    short: 'När och hur det kom',
    help: ['Skriv in det du vet. Polisen frågar efter det.'],
    done: 'Spara',
    fields: {
      date: 'Dag då det kom',
      time: 'Tid då det kom',
      how: 'Hur kom det, och med vem?',
      handled: 'Vilka har tagit i det?',
    },
    reasons: { found: 'Ingen vet' },
  },
  'keep-letter': {
    title: 'Ligger brevet orört?',
    short: 'Brevet ligger orört',
    help: [
      'Rör det så lite som möjligt, helst inte med fingrarna. Lägg det i en tät plastpåse om det går.',
      'Spara det åt polisen.',
    ],
    done: 'Det ligger orört',
    reasons: { police: 'Polisen har det' },
  },
};

const BY_PHONE: Readonly<Record<string, TaskWords>> = {
  'bomb-112': {
    title: 'Var det ett bombhot?',
    short: 'Var det ett bombhot?',
    help: ['Ring alltid 112 vid bombhot, även om du tror att det inte är på allvar.'],
    done: '112 är uppringt',
    reasons: { noBomb: 'Det var inget bombhot' },
  },
  number: {
    title: 'Vilket nummer ringde?',
    short: 'Numret är uppskrivet',
    help: ['Be den utsatte se efter i telefonen. Ring inte upp numret.'],
    done: 'Spara',
    fields: { number: 'Nummer' },
    reasons: { hidden: 'Numret syntes inte' },
  },
  'written-down': {
    title: 'Är samtalet nedskrivet?',
    short: 'Samtalet är nedskrivet',
    help: ['Fråga vad som sades och hur rösten lät. Fyll på rapporten medan den utsatte minns.'],
    done: 'Det är nedskrivet',
    reasons: { nobodyRemembers: 'Ingen minns mer' },
  },
  assessment: {
    title: 'Gör en hotbedömning',
    short: 'Hotbedömning',
    help: [],
    done: 'Skriv in hotbedömning',
    reasons: { police: 'Polisen gör den själv' },
  },
};

/** The words of the library's tasks, and of what must not be done. */
export const channelWords = (names: Names): ByChannelWords => ({
  tasks: { ...THINGS, ...BY_PHONE, ...SENT, ...sender(names) },
  warnings: {
    bomb: 'Ring 112 om bombhotet, även om du tror att det inte är på allvar. Rör inget som du inte känner igen.',
    object: 'Rör inte föremålet. Öppna det inte. Gå därifrån och håll andra borta.',
    letter: 'Rör brevet så lite du kan. Släng det inte.',
    phone: 'Ta inte bort samtalet ur telefonen. Ring inte upp numret.',
    email: 'Ta inte bort e-posten. Svara inte.',
    message: 'Ta inte bort meddelandet. Svara inte. Ta en skärmbild.',
    vandalism: 'Städa inte och rör inget. Polisen kan hitta spår.',
  },
});
