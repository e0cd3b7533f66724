import type { Labels, StepWords } from '../../../routine/model/words';
import { BUTTON } from '../../texts/common';
import { STEP_CARD } from '../../texts/pages';
import { SUPPORT } from '../../texts/victim';

/** A reason that is right for every step: the victim decides. */
const DECLINED = 'Den utsatte ville inte';

/** The words of the steps of the library. */
export const STEPS = {
  'inform-officer': {
    title: 'Någon har tagit emot',
    help: 'Klart när någon har tryckt på Jag har tagit emot.',
    short: 'Någon har tagit emot',
    notNeeded: 'Partiet har inte fått veta',
    done: 'Klart',
  },
  assess: {
    title: 'Gör en första bedömning ihop',
    help: 'Ring först. Fyll i svaren medan ni pratar.',
    short: 'Första bedömning',
    done: 'Klart – nästa steg',
  },
  'contact-strategist': {
    title: 'Ta hjälp av säkerhetsstrategen',
    help: 'När du trycker får kommunens säkerhetsstrateg läsa ärendet.',
    short: 'Kontakt med säkerhetsstrategen',
    done: 'Kontakta säkerhetsstrategen',
    victim: 'Kontakta säkerhetsstrategen',
    passOn: 'Telefonhot eller bombhot.',
  },
  'contact-police': {
    title: 'Ring polisen och fråga om råd',
    help: 'Säg att det rör ett politiskt uppdrag. Fråga om det bör anmälas, och om brottsofferstöd och personsäkerhet. Säg inte den utsattes namn förrän hen har sagt ja. Är det fara? Säg namnet direkt.',
    short: 'Råd från polisen',
    done: 'Polisen är kontaktad',
    reasons: { alreadyAsked: 'Polisen har redan gett råd', declined: DECLINED },
    result: {
      title: 'Kommunen har talat med polisen',
      line: 'Tryck på Läs polisens svar. Då ser du råden och vilket stöd polisen kan ge.',
      button: BUTTON.policeAnswer,
    },
  },
  'police-report': {
    title: 'Gör polisanmälan',
    help: 'Den utsatte har sagt ja. Begär att anmälan blir åtkomstskyddad. Säger polisen ja kan bara de som arbetar med den läsa den. Säg att det rör ett politiskt uppdrag.',
    short: 'Polisanmälan',
    done: 'Anmälan är gjord',
    reasons: { declined: DECLINED },
    result: {
      title: 'Polisanmälan är gjord',
      line: 'Tryck på Visa anmälan. Då ser du polisens nummer och vem som anmälde.',
      button: BUTTON.showReport,
    },
  },
  'police-report-restricted': {
    title: 'Begär åtkomstskydd',
    help: 'Det är en rätt enligt lag att begära det. Polisen avgör. Säger polisen ja kan bara de som arbetar med anmälan läsa den.',
    short: 'Åtkomstskydd begärs',
    done: 'Jag har begärt det',
    later: 'Skriv polisens svar om åtkomstskydd',
    result: {
      title: 'Åtkomstskydd är begärt',
      line: 'Den som anmälde har begärt att bara de som arbetar med anmälan får läsa den.',
    },
    beside: STEP_CARD.restricted,
  },
  'police-report-link': {
    title: 'Säg att det rör uppdraget',
    help: 'Säg det när du anmäler. Ett brott på grund av uppdraget kan ge strängare straff.',
    short: 'Koppling till uppdraget',
    done: 'Jag har sagt det',
    beside: STEP_CARD.linkStated,
  },
  'initial-support': {
    title: 'Se till att den utsatte inte är ensam',
    help: 'Vem kan vara hos den utsatte? Det kan vara du, en partivän, en arbetskamrat, gruppledaren, en chef, en vän eller en anhörig.',
    short: 'Stöd på plats',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, notAlone: 'Har redan någon hos sig' },
  },
  'support-person': {
    title: 'Vem vill den utsatte ha som stöd?',
    help: 'Den utsatte väljer själv. Den som är hos den utsatte kan ringa stödpersonen.',
    short: 'Stödperson',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, hasSupport: 'Har redan stöd av någon' },
  },
  'company-to-care': {
    title: 'Sällskap till vården',
    help: 'Någon åker med och stannar tills vården har tagit över.',
    short: 'Sällskap till vården',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, byAmbulance: 'Åkte med ambulans', noCare: 'Ingen vård behövdes' },
  },
  'company-home': {
    title: 'Sällskap hem',
    help: 'Hem, eller dit den utsatte vill. Skriv ingen adress.',
    short: 'Sällskap hem',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED },
  },
  'company-until-support': {
    title: 'Sällskap tills stödpersonen kommer',
    help: 'Vem stannar hos den utsatte tills stödpersonen är där?',
    short: 'Sällskap tills stödpersonen kommer',
    done: 'Klart – nästa steg',
    reasons: {
      declined: DECLINED,
      supportIsThere: 'Stödpersonen är redan där',
      notAlone: 'Har redan någon hos sig',
    },
  },
  'inform-groups': {
    title: 'Vem mer ska få veta?',
    help: 'Säg bara det som behövs. Två personer ska vara överens, också om att ingen ska få veta. Den utsatte får läsa texten först.',
    short: 'Vilka som får veta',
    done: 'Skicka förslaget',
  },
  'inform-media': {
    title: 'Svara journalister',
    help: 'Säg bara det som behövs. Du får också svara att du inte vill säga något.',
    short: 'Svar till journalister',
    arises: 'En journalist har hört av sig',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED },
  },
  'follow-up-talk': {
    title: 'Håll uppföljningssamtalet',
    help: 'Fråga hur det är nu och vad som behövs. Ha samtalet en till två veckor efter händelsen.',
    short: 'Uppföljningssamtal',
    done: 'Samtalet är hållet',
    reasons: { declined: DECLINED },
  },
  'document-talk': {
    title: 'Skriv några rader om samtalet',
    help: 'Kort räcker. Hur är läget, och vad behövs?',
    short: 'Anteckning om samtalet',
    done: 'Klart – nästa steg',
  },
  'assess-more-talks': {
    title: 'Behövs fler samtal?',
    help: 'Fråga den utsatte. Blir det fler? Skriv in dagen för nästa samtal.',
    short: 'Fler samtal',
    done: 'Klart – nästa steg',
    answers: { yes: 'Ja, ett till', no: 'Nej, det räcker', write: 'Välj dag för nästa' },
  },
  'assess-professional-support': {
    title: 'Vill du ha samtalsstöd?',
    help: 'Kommunen kan ordna samtal med någon som är van att ge stöd. Du väljer själv. Vill du prata om det först? Då ber jag någon ringa dig.',
    short: 'Svar om samtalsstöd',
    done: 'Spara mitt svar',
    again: 'Du svarade nej förut. Jag frågar en gång till, för behovet kan komma senare.',
    answers: SUPPORT,
  },
  'order-professional-support': {
    title: 'Beställ samtalsstöd',
    help: 'Den utsatte vill ha samtalsstöd. Beställ det hos kommunens företagshälsovård.',
    short: 'Samtalsstöd beställs',
    done: 'Stödet är beställt',
    result: {
      title: 'Samtalsstödet är beställt',
      line: 'Företagshälsovården hör av sig till dig.',
      button: BUTTON.showOrder,
    },
  },
} satisfies Readonly<Record<string, StepWords>>;

/** Labels of what a step writes down, by step and field; `choices` below gives the words of the answers. */
export const STEP_FIELDS: Readonly<Record<string, Labels>> = {
  assess: {
    kinds: 'Vad gäller det?',
    serious: 'Är det allvarligt?',
    care: 'Behöver någon vård?',
    strategist: 'Behövs säkerhetsstrategen?',
    together: 'Gjorde ni bedömningen ihop?',
    why: 'Om nej: varför inte?',
    support: 'Vem kan vara hos den utsatte nu?',
  },
  'contact-police': {
    when: 'Dag',
    whom: 'Vem svarade hos polisen?',
    advice: 'Vilket råd gav polisen?',
    link: 'Jag sa att det rör ett politiskt uppdrag',
    linkWhy: 'Sa du det inte? Varför?',
    victimSupport: 'Jag frågade om brottsofferstöd',
    victimSupportOffer: 'Vilket stöd erbjöd polisen?',
    protection: 'Jag frågade om personsäkerhet',
    protectionOffer: 'Vilket skydd erbjöd polisen?',
    toKnow: 'Det här behöver den som leder veta',
    nothingToKnow: 'Den som leder behöver inte veta något mer',
  },
  'police-report': { when: 'Dag', by: 'Vem anmälde?', number: 'Polisens nummer på anmälan' },
  'police-report-restricted': { outcome: 'Blev anmälan åtkomstskyddad?' },
  'initial-support': { who: 'Vem är hos den utsatte?' },
  'support-person': {
    who: 'Stödpersonens namn',
    phone: 'Telefon',
    rings: 'Vem ringer stödpersonen?',
    reached: 'Har stödpersonen svarat?',
  },
  'company-to-care': { who: 'Vem följer med?' },
  'company-home': { who: 'Vem följer med?', where: 'Vart ska den utsatte?' },
  'company-until-support': { who: 'Vem stannar hos den utsatte?' },
  'inform-groups': {
    groups: 'Vilka ska få veta?',
    others: 'Vilka andra?',
    text: 'Vad ska de få veta?',
    how: 'På vilket sätt?',
    by: 'Vem berättar?',
  },
  'inform-media': { what: 'Vad sa du?', whom: 'Till vem?' },
  'follow-up-talk': { heldOn: 'Vilken dag?', attendees: 'Vilka var med?' },
  'document-talk': {
    how: 'Hur är läget?',
    support: 'Vad behövs nu?',
    mandate: 'Har det påverkat uppdraget?',
  },
  'assess-more-talks': { more: 'Behövs fler samtal?', plannedFor: 'Om ja: vilken dag?' },
  'assess-professional-support': {
    wants: 'Vill du ha samtalsstöd?',
    talkedWith: 'Vem har du pratat med om det?',
    comment: 'Vill du lägga till något?',
  },
  'order-professional-support': { when: 'Dag', number: 'Nummer på beställningen' },
};
