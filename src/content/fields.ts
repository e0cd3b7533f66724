import type { Labels } from '../routine/model/words';

/** Words of the answers, by field. */
export const CHOICES: Readonly<Record<string, Labels>> = {
  kinds: {
    threat: 'Hot',
    harassment: 'Trakasserier',
    violence: 'Våld',
    vandalism: 'Skadegörelse',
    corruption: 'Påtryckning eller muta',
  },
  channel: {
    inPerson: 'Öga mot öga',
    phone: 'Telefon',
    sms: 'Sms eller mms',
    email: 'E-post',
    social: 'Sociala medier',
    letter: 'Brev',
    object: 'Ett föremål eller paket',
    other: 'På annat sätt',
  },
  whichPhone: { work: 'Till jobbet', private: 'Privat' },
  reached: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
  offenderCount: { one: 'En', several: 'Flera', unknown: 'Vet inte' },
  hate: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
  meant: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
  partyMay: { yes: 'Ja', no: 'Nej', unknown: 'Jag vet inte' },
  where: { home: 'Hem', alreadyHome: 'Hemma redan', elsewhere: 'Annan plats' },
  groups: {
    partyColleagues: 'Partivänner',
    otherPoliticians: 'Andra politiker',
    staff: 'Anställda i kommunen',
    none: 'Ingen',
  },
  outcome: { granted: 'Ja', refused: 'Nej', noWord: 'Inget svar än' },
  yesNo: { yes: 'Ja', no: 'Nej' },
  check: { yes: 'Ja', no: 'Nej', notApplicable: 'Inte aktuellt' },
};

/**
 * Labels of the report's fields (Bilaga 5 part 1), as who reports about themselves is asked. `<field>.other`: the same
 * about somebody else; `<field>.read`: as others read it.
 */
export const REPORT_FIELDS: Labels = {
  party: 'Ditt parti',
  'party.other': 'Personens parti',
  victimName: 'Personens namn',
  relation: 'Hur känner du personen?',
  knows: 'Vet personen om det?',
  partyMay: 'Vill personen att partiet läser det här?',
  phone: 'Din telefon',
  'phone.other': 'Personens telefon',
  'phone.read': 'Den utsattes telefon',
  reporterPhone: 'Din telefon',
  'reporterPhone.read': 'Rapportörens telefon',
  reporterFunction: 'Ditt uppdrag eller din roll',
  'reporterFunction.read': 'Rapportörens uppdrag eller roll',
  board: 'Din nämnd eller styrelse',
  'board.other': 'Personens nämnd eller styrelse',
  'board.read': 'Den utsattes nämnd eller styrelse',
  what: 'Vad hände',
  kinds: 'Vad gäller det?',
  channel: 'På vilket sätt skedde det?',
  date: 'Dag',
  dateTo: 'Till och med (om flera dagar)',
  time: 'Tid',
  place: 'Var hände det?',
  context: 'I vilket sammanhang?',
  whichPhone: 'Kom det till jobbet eller privat?',
  relatives: 'Riktades det mot någon närstående?',
  offenderKnown: 'Känner du till personen?',
  offenderCount: 'En eller flera?',
  offender: 'Beskriv den eller dem: kön, ungefärlig ålder, dialekt, klädsel.',
  offenderOthers: 'Har personen utsatt andra förtroendevalda?',
  group: 'Tror du att personen tillhör en grupp?',
  groupName: 'Vilken grupp?',
  trigger: 'Vet du vad som kan ha utlöst det? Till exempel en politisk fråga eller ett beslut.',
  hate: 'Kan det vara ett hatbrott?',
  witnesses: 'Såg eller hörde någon annan det?',
  witnessPhone: 'Telefon till den som såg eller hörde',
  reached: 'Nådde hotet fram till den det var riktat mot?',
  measures: 'Har något redan bestämts, till exempel polisanmälan eller skydd?',
  frightening: 'Var det skrämmande?',
  meant: 'Tror du att det var allvarligt menat?',
  'meant.other': 'Tror hen att det var allvarligt menat?',
  impact: 'Berätta med egna ord',
  urgent: 'Är det bråttom?',
};

/** The label of a field of the report: as it is asked about oneself or about another, or as others read it. */
export const reportLabel = (labels: Labels, field: string, as: 'own' | 'other' | 'read'): string =>
  labels[`${field}.${as}`] ?? labels[field] ?? field;
