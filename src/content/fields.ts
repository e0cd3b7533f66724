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
  reached: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
  offenderKnown: { known: 'Ja', unknown: 'Nej', several: 'Det är flera personer' },
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

/** Labels of the report's fields (Bilaga 5 part 1). */
export const REPORT_FIELDS: Labels = {
  who: 'Vem gäller det?',
  party: 'Parti',
  victimName: 'Personens namn',
  relation: 'Hur känner du personen?',
  knows: 'Vet personen om det?',
  what: 'Vad hände',
  kinds: 'Vad är det?',
  channel: 'Hur kom det?',
  date: 'Dag',
  time: 'Tid',
  dateTo: 'Till och med (om flera dagar)',
  place: 'Var hände det?',
  context: 'I vilket sammanhang?',
  witnesses: 'Såg någon mer det?',
  reached: 'Nådde hotet den det gällde?',
  offenderKnown: 'Vet du vem det är?',
  offender: 'Vad vet du om den som gjorde det?',
  offenderOthers: 'Har samma person gett sig på andra?',
  group: 'Tror du att en grupp ligger bakom?',
  trigger: 'Hade något annat hänt just innan?',
  measures: 'Vad är redan bestämt?',
  impact: 'Hur kändes det?',
  phone: 'Telefon',
  board: 'Nämnd eller styrelse',
  urgent: 'Är det bråttom?',
};
