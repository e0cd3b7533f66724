import { allTexts, type Text } from './allTexts';

/*
 * Wordings that readers from outside found wrong, unclear or hard, a row each: where it stands, what no text says any more, and
 * what is said there instead. A better wording still is welcome; the row follows it.
 */

type Row = readonly [where: string, never: RegExp, said: RegExp];

/** Danger, a wrong fact, or what nobody understands. */
const WORST: readonly Row[] = [
  ['LEAD.ringWords', /^Säg vem du är och fråga/, /varför du ringer.*i säkerhet\? Kan du prata\?/],
  ['STATUS.rows.support', /^Någon är hos dig$/, /^Du har sällskap$/],
  ['LEAD.with', /stöd av någon utanför/, /^väntar på/],
  ['BUTTON.spoke', /^Jag har pratat$/, /^Vi har pratat$/],
  ['STEPS.inform-officer.title', /^Partiet får veta$/, /^Någon har tagit emot$/],
  ['DECISION.lines', /få som kan läsa den/, /begära att anmälan blir åtkomstskyddad\. Säger polisen ja/],
  ['DECISION.lines', /^En anmälan är bra/, /bör anmälas.*hindra att det händer igen.*du som bestämmer/],
  ['DECISION.selfLines', /att anmälan skyddas/, /att anmälan blir åtkomstskyddad/],
  ['RECEIPT.proxyTold', /Partiet har fått veta och hjälper/, /har fått rapporten\. Ingen har svarat än/],
  ['PRIVACY.lines', /säkerhetsansvarig, eller|får partiet inget veta/, /och vid behov kommunens/],
  ['PARTY_QUESTION.lines', /sparar kommunen bara det/, /Tar du bort ditt namn döljs det/],
  ['REPORT_FIELDS.phone', /^Telefon och uppdrag$/, /^Din telefon$/m],
  ['HELP.below', /skriv det du vill/, /skriva ett av de här orden/],
  ['REPORT.consentLater', /Säg till den som hjälper dig/, /Tryck på Byt kontaktperson/],
  ['REPORT.consentParty', /får läsa det här\.$/, /strateg.*Ersättare läser bara om de tar över/],
  ['CHECKS.company.labels.toCare', /till vården och där\?/, /till vården och väntade där\?/],
  ['LEAD.mistake', /hör att allt är bra/, /hör efter om allt är bra/],
  ['REPORT_FIELDS.trigger', /hänt just innan/, /en politisk fråga eller ett beslut/],
  ['REPORT_FIELDS.meant', /^Hur kändes det/, /allvarligt menat/],
  ['REPORT_FIELDS.offender', /Vad vet du om den som gjorde/, /kön.*gammal.*dialekt/],
  ['SILENCE.confirmer', /(?:hålla|håller|höll) med(?!\p{L})/u, /godkänna förslaget/],
  ['NOTHING_HERE.title', /inget för dig|bara de som har konto/, /^Kortet går inte att öppna$/],
  ['BUTTON.safe', /^Jag är i säkerhet$/, /berätta$/],
  ['STATUS.told', /Jag (?:sade|sa) till/, /^Kl\. .* meddelade jag /],
  ['STEPS.police-report-link.help', /vet polisen varför/, /kan ge strängare straff/],
];

/** Hard, clumsy, or told in several ways. */
const OTHERS: readonly Row[] = [
  ['STATUS.rows.taken', /Någon tar emot|Ni bedömer läget|Ni talas vid/, /^Någon har tagit emot$/],
  ['STATUS.nobodyReads', /läsa din rapport än/, /ditt ärende/],
  ['STATUS.canReadSome', /läsa det som polisen behöver:/, /läsa det som behövs för anmälan/],
  ['STATUS.nobodyTitle', /^Ring själv nu/, /^Ring ett av numren nu$/],
  ['WELCOME.footnote', /att få se den prövar/, /begär att få läsa rapporten prövar kommunen det varje gång/],
  ['STEPS.contact-police.help', /Vänta med namnet/, /inte den utsattes namn.*Säg namnet direkt/],
  ['STEP_FIELDS.contact-police.victimSupport', /om stöd och skydd/, /brottsofferstöd$/],
  ['REPORT_FIELDS.kinds', /^Vad är det\?$/, /^Vad gäller det\?$/],
  ['REPORT_FIELDS.channel', /^Hur kom det\?$/, /^På vilket sätt/],
  ['REPORT_FIELDS.offenderCount', /Det är flera personer|^Vet du vem det är/, /^En eller flera\?$/],
  ['REPORT_FIELDS.offenderOthers', /gett sig på andra\?/, /andra politiker/],
  ['REPORT_FIELDS.group', /grupp ligger bakom/, /tillhör en grupp/],
  ['REPORT_FIELDS.reached', /^Såg någon mer|Nådde hotet den/, /den det var riktat mot/],
  ['REPORT_FIELDS.measures', /är redan bestämt\?/, /polisanmälan eller skydd/],
  ['REPORT.knows.chosen', /^Ja, och har bett/, /hen har bett/],
  ['REPORT.reviewTitle', /Ska vi skicka|Vi har din rapport/, /^Vill du skicka rapporten\?$/],
  ['REPORT.tooLongToShow', /det bara det du ser/, /försvinner den del som inte syns/],
  ['STEP_FIELDS.assess.support', /Vem (?:kan vara|är) där nu/, /hos den utsatte nu\?$/],
  ['STEPS.initial-support.title', /ingen lämnas ensam/, /den utsatte inte är ensam/],
  ['STEPS.initial-support.help', /en vän eller någon i partiet/, /arbetskamrat.*gruppledaren.*anhörig/],
  ['STEPS.follow-up-talk.title', /[Ss]amtalet efteråt/, /uppföljningssamtalet/],
  ['STEPS.company-until-support.title', /tills stödet kommer|så länge$/, /tills stödpersonen kommer/],
  ['STEP_FIELDS.inform-groups.text', /^(?:Vilka|Hur|Vad säger ni|Vem säger det)\?$/, /ska de få veta\?$/],
  ['CHECKS.contacts.title', /^Kontroll:|Besked och/, /^Första kontakten$/],
  [
    'CHECKS.support.labels.relatives',
    /Vet de anhöriga om det|valdes som stöd\?/,
    /sagt det till de anhöriga/,
  ],
  ['FORMS.reviewFields.applied', /Följde ni/, /^Användes kommunens rutin\?$/],
  ['STEP_CARD.forOwner', /åt den som skulle/, /fyllde i/],
  ['STEP_CARD.skipLines', /Det räcker med: Den utsatte/, /Tryck på ett skäl/],
  ['FORMS.ownPartyYes', /stäng ute partiet/, /låt bara kommunen läsa/],
  ['NOTICE.second', /vill stå bredvid|Du står bredvid|stod redo/, /reserv/],
  ['RETENTION.release', /Släpp ärendet|tills du släpper/, /^Behåll inte längre$/],
  ['REGISTRY.title', /numret (?:ur|i) diariet/i, /^Skriv in diarienumret$/],
  ['LOG_ACTS.recordCall', /^Skrev in ett samtal$|^Tryckte fel$/, /telefonsamtal/],
  ['LEAD.postEnded', /uppdrag i partiet är slut/, /^Du är inte längre/],
  ['BUTTON.amend', /Komplettera|^Hålls inte$|^Nås du här/, /^Lägg till i rapporten$/],
];

/** What somebody frightened reads in the first ten minutes. */
const FIRST_MINUTES: readonly Row[] = [
  ['STATUS.callOnWay', /^Jag säger till \p{Lu}/u, /får veta det nu\.$/],
  ['STATUS.canRead', /^Kan läsa din rapport/, /^Kan läsa ditt ärende: /],
  ['SAFE.line', /har sagt stoppar inget/, /ringer ändå.*Larmet gäller fortfarande\.$/],
  ['ENOUGH.askLines', /nummer, som lagen/, /sparas\. .* Det kräver lagen\./],
  // What protects comes first.
  ['QUIET.line', /låta bli att ringa/, /^Stäng av ljudet\..*inte ska ringa\. Fara nu\? Ring 112\./],
  ['TROUBLE.alarmTitle', /^Larmet är (?:inte skickat|på väg)$/, /^Jag vet inte om larmet gick fram$/],
];

const shown = ({ path, words }: Text): string => `${path}: ${words}`;

describe.each([
  ['what hurt, or said what was not so', WORST],
  ['what was hard to read', OTHERS],
  ['what is read first', FIRST_MINUTES],
])('%s', (_, rows) => {
  it.each(rows)('%s: not %p, but %p', (where, never, said) => {
    expect(allTexts.filter(({ words }) => never.test(words)).map(shown)).toEqual([]);
    const there = allTexts.filter(({ path }) => path === where || path.startsWith(`${where}.`));
    expect(there.length).toBeGreaterThan(0);
    expect(there.map(({ words }) => words).join('\n')).toMatch(said);
  });
});

it('is sixty wordings', () => {
  expect(WORST.length + OTHERS.length).toBe(60);
});
