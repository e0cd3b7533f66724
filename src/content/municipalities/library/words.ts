import type { CheckWords, Labels, StepWords } from '../../../routine/model/words';
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
    done: 'Klart',
  },
  assess: {
    title: 'Gör en första bedömning ihop',
    help: 'Ring först. Fyll i svaren medan ni talas vid.',
    short: 'Första bedömning',
    done: 'Klart – nästa steg',
  },
  'contact-strategist': {
    title: 'Ta hjälp av säkerhetsstrategen',
    help: 'När du trycker får kommunens säkerhetsstrateg läsa ärendet.',
    short: 'Säkerhetsstrategen får veta',
    done: 'Kontakta säkerhetsstrategen',
    passOn: 'Telefonhot. Den som tog emot har inte kontaktat dig än.',
  },
  'contact-police': {
    title: 'Ring polisen och fråga om råd',
    help: 'Fråga om det bör anmälas och vilket stöd polisen kan ge. Säg att det rör ett politiskt uppdrag. Vänta med namnet tills den utsatte har sagt ja. Vid fara säger du det direkt.',
    short: 'Polisen ger råd',
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
    help: 'Den utsatte har sagt ja. Begär att anmälan blir åtkomstskyddad: då läser bara de som arbetar med den. Säg att det rör ett politiskt uppdrag.',
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
    help: 'Då får bara de poliser som arbetar med anmälan läsa den.',
    short: 'Åtkomstskydd av anmälan',
    done: 'Jag har begärt det',
    result: {
      title: 'Åtkomstskydd är begärt',
      line: 'Den som anmälde har begärt att bara de som arbetar med anmälan får läsa den.',
    },
    beside: STEP_CARD.restricted,
  },
  'police-report-link': {
    title: 'Säg att det rör uppdraget',
    help: 'Säg det när du anmäler. Ett brott på grund av uppdraget kan ge strängare straff.',
    short: 'Uppdraget nämns',
    done: 'Jag har sagt det',
    beside: STEP_CARD.linkStated,
  },
  'initial-support': {
    title: 'Se till att ingen lämnas ensam',
    help: 'Vem är hos den utsatte nu? Det kan vara du, en vän eller någon i partiet.',
    short: 'Stöd på plats',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, notAlone: 'Har redan någon hos sig' },
  },
  'support-person': {
    title: 'Vem vill den utsatte ha som stöd?',
    help: 'Den utsatte väljer själv. Den som är där kan ringa stödpersonen.',
    short: 'Stödperson',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, hasSupport: 'Har redan stöd av någon' },
  },
  'company-to-care': {
    title: 'Sällskap till vården',
    help: 'Någon åker med och stannar tills vården har tagit över.',
    short: 'Sällskap till vården',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED, byAmbulance: 'Ambulans hämtade', noCare: 'Ingen vård behövdes' },
  },
  'company-home': {
    title: 'Sällskap hem',
    help: 'Hem, eller dit den utsatte vill. Skriv ingen adress.',
    short: 'Sällskap hem',
    done: 'Klart – nästa steg',
    reasons: { declined: DECLINED },
  },
  'company-until-support': {
    title: 'Sällskap tills stödet kommer',
    help: 'Vem stannar tills stödpersonen är på plats?',
    short: 'Sällskap så länge',
    done: 'Klart – nästa steg',
    reasons: {
      declined: DECLINED,
      supportIsThere: 'Stödpersonen är redan där',
      notAlone: 'Har redan någon hos sig',
    },
  },
  'inform-groups': {
    title: 'Vem mer ska få veta?',
    help: 'Säg bara det som behövs. Två personer ska vara överens. Ni kan också välja att ingen ska få veta.',
    short: 'Andra får veta',
    done: 'Skicka förslaget',
  },
  'inform-media': {
    title: 'Har någon från media hört av sig?',
    help: 'Säg bara det som behövs.',
    short: 'Media får svar',
    done: 'Klart – nästa steg',
    reasons: { noContact: 'Ingen har hört av sig', declined: DECLINED },
  },
  'follow-up-talk': {
    title: 'Håll samtalet efteråt',
    help: 'Fråga hur det är nu och vad som behövs. Ha samtalet en till två veckor efter händelsen.',
    short: 'Samtal efteråt',
    done: 'Samtalet är hållet',
    reasons: { declined: DECLINED },
  },
  'document-talk': {
    title: 'Skriv några rader om samtalet',
    help: 'Kort räcker. Hur är läget, och vad behövs?',
    short: 'Samtalet skrivs ner',
    done: 'Klart – nästa steg',
  },
  'assess-more-talks': {
    title: 'Behövs fler samtal?',
    help: 'Fråga den utsatte. Säger ni ja kan du skriva in dagen för nästa här.',
    short: 'Fler samtal',
    done: 'Klart – nästa steg',
    answers: { yes: 'Ja, ett till', no: 'Nej, det räcker', write: 'Välj dag för nästa' },
  },
  'assess-professional-support': {
    title: 'Vill du ha någon att prata med?',
    help: 'Kommunen kan ordna samtal med någon som är van att stödja. Du väljer själv. Ändrar du dig sedan? Tryck på Ring mig.',
    short: 'Stöd av någon utanför',
    done: 'Spara mitt svar',
    again: 'Du svarade nej förut. Jag frågar en gång till, för behovet kan komma senare.',
    answers: SUPPORT,
  },
  'order-professional-support': {
    title: 'Beställ stöd',
    help: 'Den utsatte vill ha stöd. Beställ det hos kommunens företagshälsovård.',
    short: 'Beställ stöd',
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
    kinds: 'Vad är det?',
    serious: 'Är det allvarligt?',
    care: 'Behöver någon vård?',
    strategist: 'Behövs säkerhetsstrategen?',
    together: 'Gjorde ni bedömningen ihop?',
    why: 'Om inte: varför?',
    support: 'Vem kan vara där nu?',
  },
  'contact-police': {
    when: 'Dag',
    whom: 'Vem talade du med?',
    advice: 'Vilket råd gav polisen?',
    link: 'Jag sade att det rör ett politiskt uppdrag',
    victimSupport: 'Jag frågade om stöd och skydd',
    toKnow: 'Det här behöver den som leder veta',
    nothingToKnow: 'Den som leder behöver inte veta något mer',
  },
  'police-report': { when: 'Dag', by: 'Vem anmälde?', number: 'Polisens nummer på anmälan' },
  'police-report-restricted': { outcome: 'Vad svarade polisen?' },
  'initial-support': { who: 'Vem är där nu?' },
  'support-person': {
    who: 'Stödpersonens namn',
    phone: 'Telefon',
    rings: 'Vem ringer?',
    reached: 'Har stödpersonen svarat?',
  },
  'company-to-care': { who: 'Vem är med?' },
  'company-home': { who: 'Vem är med?', where: 'Vart?' },
  'company-until-support': { who: 'Vem stannar?' },
  'inform-groups': { groups: 'Vilka?', text: 'Vad säger ni?', how: 'Hur?', by: 'Vem säger det?' },
  'inform-media': { what: 'Vad sade du?', whom: 'Till vem?' },
  'follow-up-talk': { heldOn: 'Vilken dag?', attendees: 'Vilka var med?' },
  'document-talk': {
    how: 'Hur är läget?',
    support: 'Vad behövs nu?',
    mandate: 'Har det påverkat uppdraget?',
  },
  'assess-more-talks': { more: 'Behövs fler samtal?', plannedFor: 'Om ja: när?' },
  'assess-professional-support': { wants: 'Vill du ha stöd?', comment: 'Vill du lägga till något?' },
  'order-professional-support': { when: 'Dag', number: 'Nummer på beställningen' },
};

/** Bilaga 5 part 2. */
export const CHECKS: Readonly<Record<string, CheckWords>> = {
  contacts: {
    title: 'Första kontakten',
    labels: { strategistContacted: 'Har säkerhetsstrategen fått veta?', comment: 'Kommentar' },
  },
  police: {
    title: 'Polisen',
    labels: {
      policeContacted: 'Har ni frågat polisen om råd?',
      reported: 'Är polisanmälan gjord?',
      comment: 'Kommentar',
    },
  },
  support: {
    title: 'Stöd direkt',
    labels: {
      supported: 'Fick den utsatte stöd direkt?',
      relatives: 'Vet de anhöriga om det?',
      supportPerson: 'Har den utsatte valt en stödperson?',
      supporter: 'Vem var där först?',
      chosen: 'Vem valdes som stöd?',
    },
  },
  company: {
    title: 'Vård och sällskap',
    labels: {
      toCare: 'Var någon med till vården och där?',
      onTheWay: 'Var någon med sedan, tills stödpersonen kom?',
      who: 'Vilka var med?',
      measures: 'Vilket stöd är i gång?',
    },
  },
  information: { title: 'Andra som vet', labels: { informed: 'Vilka har fått veta?' } },
};
