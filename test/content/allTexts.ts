import * as fieldTexts from '../../src/content/fields';
import { taskWords as ALMSJO_TASKS } from '../../src/content/municipalities/almsjo/channelTasks';
import { names as ALMSJO } from '../../src/content/municipalities/almsjo/names';
import { prevention as ALMSJO_PREVENTION } from '../../src/content/municipalities/almsjo/prevention';
import { words as ALMSJO_PLAN } from '../../src/content/municipalities/almsjo/words';
import * as channelWordTexts from '../../src/content/municipalities/library/channelWords';
import * as checkWords from '../../src/content/municipalities/library/checkWords';
import * as guidanceWords from '../../src/content/municipalities/library/guidance';
import type { Prevention } from '../../src/content/municipalities/library/prevention';
import * as steps from '../../src/content/municipalities/library/words';
import { names as OXELOSUND } from '../../src/content/municipalities/oxelosund/names';
import { prevention as OXELOSUND_PREVENTION } from '../../src/content/municipalities/oxelosund/prevention';
import { STAGE, START } from '../../src/content/sandbox/stage';
import * as okayTexts from '../../src/content/texts/asking/okay';
import * as practiceTexts from '../../src/content/texts/asking/practice';
import * as commonTexts from '../../src/content/texts/common';
import * as doorTexts from '../../src/content/texts/door';
import * as evidenceTexts from '../../src/content/texts/evidence/evidence';
import * as occurrenceTexts from '../../src/content/texts/evidence/occurrences';
import * as channelTexts from '../../src/content/texts/guidance/channelTasks';
import * as guidanceTexts from '../../src/content/texts/guidance/guidance';
import * as callTexts from '../../src/content/texts/guidance/phoneCall';
import * as riskTexts from '../../src/content/texts/guidance/riskAnalysis';
import * as interviewTexts from '../../src/content/texts/interview/plainText';
import * as leadTexts from '../../src/content/texts/lead';
import { COMMAND_TEXTS, LISTING } from '../../src/content/texts/listing';
import * as logTexts from '../../src/content/texts/log';
import * as pageTexts from '../../src/content/texts/pages';
import * as contactListTexts from '../../src/content/texts/people/contactList';
import { LIST_ACTS } from '../../src/content/texts/people/contactList';
import * as kinTexts from '../../src/content/texts/people/kin';
import { CSV } from '../../src/content/texts/people/listFile';
import * as suspectTexts from '../../src/content/texts/people/suspects';
import * as policeTexts from '../../src/content/texts/police';
import * as takeTexts from '../../src/content/texts/printed/takeDocument';
import * as privacyTexts from '../../src/content/texts/privacy';
import * as refusalTexts from '../../src/content/texts/refusals';
import * as reportTexts from '../../src/content/texts/report';
import * as retentionTexts from '../../src/content/texts/retention';
import { RETENTION } from '../../src/content/texts/retention';
import * as deliveryTexts from '../../src/content/texts/standing/delivery';
import * as homeTexts from '../../src/content/texts/standing/home';
import * as maintenanceTexts from '../../src/content/texts/standing/maintenance';
import * as notingTexts from '../../src/content/texts/standing/noting';
import * as preventionTexts from '../../src/content/texts/standing/prevention';
import * as watchTexts from '../../src/content/texts/standing/watch';
import * as overviewTexts from '../../src/content/texts/tab/overview';
import * as tabTexts from '../../src/content/texts/tab/pages';
import * as timeTexts from '../../src/content/texts/timed';
import * as victimTexts from '../../src/content/texts/victim';

export interface Text {
  /** Where it stands: `STATUS.told`. */
  path: string;
  words: string;
}

/** Arguments for texts that are functions, a row a call. Names are short: the text is what is measured. */
export const SAMPLES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'OKAY_CARD.asks': [['Eva Lind (säkerhetsstrateg)']],
  'OKAY_CARD.notYours': [[OXELOSUND]],
  'OKAY_CARD.all': [[34]],
  'OKAY_CARD.group': [['Gruppledare', 6]],
  'OKAY_CARD.listedTitle': [[0], [1], [3]],
  'OKAY_CARD.asked': [['kl. 22.30', 34]],
  'OKAY_CARD.counts': [[29, 1, 1]],
  'OKAY_CARD.rung': [['kl. 22.30', 'Eva Lind']],
  'EDIT_LIST.term': [
    ['1 jan.', '31 dec.'],
    ['1 jan.', ''],
    ['', '31 dec.'],
  ],
  'EVENTS.title': [['3 dec.']],
  'EVENTS.span': [['3 dec.', '5 dec.']],
  'EVENTS.told': [['i går kl. 10.00']],
  'EVENTS.files': [[1], [3]],
  'EVENTS.count': [
    [1, 'kl. 10.00'],
    [3, 'kl. 10.00'],
  ],
  'PRACTICE_CARD.line': [['Det här är klart']],
  'PRACTICE_CARD.reference': [['7KQ4']],
  'PRACTICE_CARD.asks': [['Eva Lind (säkerhetsstrateg)']],
  'PRACTICE_CARD.notYours': [[OXELOSUND]],
  'PRACTICE_CARD.playersTitle': [[1], [4]],
  'PRACTICE_CARD.counts': [[4, 1]],
  'PRACTICE_CARD.began': [['kl. 22.30']],
  'PRACTICE_CARD.steps': [[4, 19]],
  'PRACTICE_CARD.told': [['kl. 22.30']],
  'PRACTICE_CARD.acted': [['kl. 22.31', 4]],
  'HOME.far': [[12]],
  'HOME.setTitle': [['kl. 22.30']],
  'HOME.elseTold': [[10, 'Eva Lind (partiets säkerhetsansvarig)']],
  'HOME.asked': [[10]],
  'HOME.takenTitle': [['Eva Lind']],
  'HOME.othersTitle': [['Eva Lind']],
  'HOME.due': [['kl. 22.30']],
  'INTERVIEW.answered': [['vad hände och dag']],
  guidance: [[OXELOSUND]],
  'RISK.share': [[OXELOSUND]],
  'PREVENTION.taken': [['3 dec.']],
  'PREVENTION.count': [['Trygg politiker', 4]],
  'PREVENTION.silent': [['Eva Lind, Per Ek']],
  'PREVENTION.more': [[3]],
  'RISK_DAY_CARD.set': [['3 dec.']],
  'RISK_SHARE.lines': [[OXELOSUND]],
  'RISK_SHARE.nobody': [[OXELOSUND]],
  'RISK_SHARE.shared': [['Eva Lind', 'kl. 10.30']],
  'RISK_SHARE.read': [['Eva Lind', 'kl. 10.30']],
  'CALL.saved': [['kl. 10.42']],
  fileLine: [['picture', 1_300_000]],
  'FILES.ask': [[1], [3]],
  'FILES.toIncident': [['2026-7KQ4']],
  'FILES.most': [[20]],
  'FILES.done.inIncident': [['2026-7KQ4']],
  'FILE_FAULTS.notFetched': [[20]],
  'FILE_FAULTS.notArrived': [[20]],
  'FILE_FAULTS.tooBig': [[20]],
  'FILE_FAULTS.empty': [[20]],
  'FILE_FAULTS.notKept': [[20]],
  'FILE_FAULTS.closed': [[20]],
  'EVIDENCE.print': [['0123456789abcdef']],
  'EVIDENCE.inDraft': [[1], [2]],
  channelWords: [[OXELOSUND]],
  'TASKS.waits': [[1], [3]],
  'TASKS.doneBy': [['Eva Lind', 'i dag kl. 10.30']],
  'TASKS.waivedBy': [['Eva Lind', 'i dag kl. 10.30']],
  'TRACE.text': [['2026-7KQ4', 'e-post', 'tisdag 24 november kl. 10.30']],
  callStory: [[{ callWhen: 'i kväll', callVoice: 'dark' }]],
  'DELIVERY.arrived': [['frågan om att ta emot kl. 10.02']],
  'DELIVERY.unreachable': [['frågan om att ta emot kl. 10.02']],
  'DELIVERY.dead': [['frågan om att ta emot']],
  'DELIVERY.trying': [['frågan om att ta emot']],
  'DELIVERY.underway': [['frågan om att ta emot']],
  'DELIVERY.told': [
    ['frågan om att ta emot', 'kl. 10.02'],
    ['frågan om att ta emot', ''],
  ],
  'DELIVERY.earlier': [[3]],
  'WATCH.notYours': [[OXELOSUND]],
  'MASKS.faults.noWhy': [[3]],
  'MASKS.faults.tooShort': [[3]],
  'NOTES.by': [
    ['Eva Lind', 'kl. 10.00', 'bara kommunen'],
    ['Eva Lind', 'kl. 10.00', ''],
  ],
  'LOG_PAGE.file': [['2026-7KQ4']],
  'MEETING.button': [['3 dec.']],
  'SUMMARY.title': [['2026']],
  'SUMMARY.file': [['2026']],
  'IMPROVING.unanswered': [['2026-7KQ4']],
  'OVERVIEW.total': [['2026', 12]],
  'OVERVIEW.totalFew': [['2026']],
  'OVERVIEW.month': [['2026-02']],
  'WATCH.party': [['S']],
  'WATCH.lateDo': [[7]],
  'WATCH.unreachable': [['Eva Lind']],
  'WATCH.unreachableDo': [['tisdag 7 dec. kl. 10.00'], ['']],
  'WATCH.unmet': [['Eva Lind']],
  'WATCH.maintenanceDo': [['tisdag 7 dec. kl. 10.00 till kl. 11.00']],
  'WATCH.silent': [[3, '7 dec.']],
  'WATCH.silentDo': [['Eva Lind, Per Ek']],
  'WATCH.undrilled': [['7 dec.']],
  'WATCH.more': [[2]],
  'WATCH.retentionDo': [['rapporten, loggen']],
  'WATCH.longListDo': [[70, 83]],
  'MAINTAINED.when': [['tisdag 7 dec. kl. 10.00 till kl. 11.00']],
  'MAINTAINED.meanwhile': [['tisdag 7 dec. kl. 10.00 till kl. 11.00']],
  'MAINTAINED.off': [['tisdag 7 dec. kl. 10.00 till kl. 11.00']],
  'EDIT_LIST.missing': [[['C', 'SD']]],
  'EDIT_LIST.others': [[3]],
  'EDIT_LIST.right': [['7 dec.']],
  'EDIT_LIST.endTitle': [['Eva Lind']],
  ...Object.fromEntries(Object.keys(LIST_ACTS).map((act) => [`LIST_ACTS.${act}`, [['Eva Lind', 'telefon']]])),
  'RIGHT.wrong': [['Eva Lind']],
  'LIST_NEWS.changed': [['Eva Lind']],
  'LIST_NEWS.gone': [['Eva Lind', 'kommunchef']],
  'CSV.take': [[1], [12]],
  'CSV.line': [[7]],
  'CSV.more': [[7]],
  'CSV.kinds.new': [['Eva Lind']],
  'CSV.kinds.changed': [['Eva Lind', 'telefon']],
  'CSV.kinds.same': [['Eva Lind']],
  'CSV.kinds.ended': [['Eva Lind']],
  'CSV.kinds.fault': [['Eva Lind: ', 'Namn saknas. Skriv personens namn.']],
  'KIN.count': [[0], [1], [2]],
  'KIN_LOOK.lookedLine': [['Eva Lind', 'kl. 10.42']],
  'LISTING.name': [['Oxelösunds kommun']],
  'COMMON.reference': [['2026-7KQ4']],
  'ROUND.unanswered': [['10.02']],
  'ABSENCE.until': [
    ['7 dec.', 'Tomas Grenmark'],
    ['7 dec.', undefined],
  ],
  'ABSENCE.news': [['Ingrid Björkhage', '1 dec.', '7 dec.']],
  'REPLACE.same': [['Ingrid Björkhage', 'säkerhetsansvarig för S']],
  'REPLACE.reboundDone': [['Ingrid Björkhage']],
  'OXELOSUND.posts.partySecurityOfficer.titleOf': [['S']],
  'OXELOSUND.posts.groupLeader.titleOf': [['S']],
  'ALMSJO.posts.groupLeader.titleOf': [['S']],
  'ALMSJO.posts.boardOfficer.titleOf': [['skolnämnden']],
  'STEP_CARD.strategistIn': [[OXELOSUND]],
  'COMMON.call': [['070-174 06 05']],
  'COMMON.listAnd': [[['Eva Lind', 'Per Ek', 'Åsa Alm']], [['Eva Lind']]],
  'WELCOME.lines': [['Oxelösunds kommun']],
  'FIRST.already': [['i dag kl. 10.30', '2026-7KQ4']],
  'RECEIPT.lines': [[OXELOSUND]],
  'RECEIPT.proxyBeingTold': [[OXELOSUND]],
  'RECEIPT.proxyTold': [[OXELOSUND]],
  'RECEIPT.proxyTaken': [['Eva Lind']],
  'RECEIPT.added': [['kl. 10.42']],
  'RECEIPT.readBy': [['Eva Lind']],
  'RECEIPT.readAfterYes': [[OXELOSUND]],
  'PARTY_QUESTION.lines': [[OXELOSUND]],
  'PARTY_QUESTION.proxyLines': [[OXELOSUND]],
  'ADDED.read': [['Eva Lind']],
  'DECISION.lines': [[OXELOSUND]],
  'NOTICE.toldLines': [[OXELOSUND]],
  'NOTICE.toldLed': [[OXELOSUND]],
  'LEAD.reviewLines': [[OXELOSUND]],
  'LEAD.postEnded': [[OXELOSUND]],
  'LEAD.closeHappens': [[OXELOSUND]],
  'STATUS.closedBy': [['Eva Lind', 'kl. 10.30']],
  'LISTS.contactsEmpty': [[OXELOSUND]],
  'FORMS.ownPartyLines': [[OXELOSUND]],
  'FORMS.withdrawLines': [[OXELOSUND]],
  'STATUS.partyOut': [['kl. 14.05']],
  'LEAD.partyOut': [['kl. 14.05']],
  'DRILL.notYours': [[OXELOSUND]],
  'REPLACE.lines': [[OXELOSUND]],
  'GUEST.lines': [[OXELOSUND]],
  noOtherContact: [[OXELOSUND]],
  refusalText: [['noOtherContact', OXELOSUND]],
  'FIRST.alarm': [['S']],
  'VERSIONS.said': [['Vad hände', 'den utsatte']],
  'VERSIONS.added': [['Vad hände', 'Eva Lind', 'kl. 10.30']],
  'VERSIONS.written': [['den utsatte', 'kl. 10.30']],
  'REPORT.kicker': [[1, 4]],
  'REPORT.extraKicker': [[1, 5]],
  'REPORT.consentParty': [['Eva Lind och Per Ek, säkerhetsansvarig i S', OXELOSUND]],
  'REPORT.consentMunicipality': [['Eva Lind, kommunens säkerhetsstrateg']],
  'STAGE.chatOf': [['Eva Lind']],
  'STAGE.cardCame': [['Eva Lind', 'efter 3 min']],
  'STAGE.noCard': [[60]],
  'STAGE.until': [['11 dec.']],
  'STAGE.waitsFor': [['Eva Lind', 'kl. 16.52']],
  'STAGE.beside': [['Eva Lind']],
  'STAGE.tab': [['Eva Lind']],
  'TAB.open': [['2026-7KQ4']],
  'TAB.incident': [['2026-7KQ4']],
  'TAB.by': [['7 dec.']],
  'TAB.since': [['kl. 10.02']],
  'TAB.waits': [[1], [3]],
  'TAB.count': [[2, 5]],
  'TAB.draft': [['kl. 10.02', '7 dec.']],
  'TAB.leftSince': [['kl. 10.02']],
  'TAB.changedField': [['Eva Lind']],
  'TAB.faultId': [['7kq4m2xp']],
  'STAGE.detour': [['Moderaterna (M)', 'S']],
  'START.chats': [[6]],
  'START.chat': [['Eva Lind', 1, 6]],
  'START.open': [['http://localhost:3978/sandbox']],
  'STATUS.ledTitle': [['Eva Lind']],
  'STATUS.leadsTitle': [['Eva Lind']],
  'STATUS.leads': [['Eva Lind', 'partiets säkerhetsansvarig']],
  'STATUS.told': [['Eva Lind, partiets säkerhetsansvarig', 'kl. 10.30']],
  'STATUS.reminded': [['Eva Lind, partiets säkerhetsansvarig', 'kl. 10.30']],
  'STATUS.phoneOnly': [['tjänsteperson i beredskap']],
  'STATUS.telling': [['Eva Lind, partiets säkerhetsansvarig']],
  'STATUS.took': [['partiets säkerhetsansvarig', 'kl. 10.30']],
  'STATUS.rings': [['partiets säkerhetsansvarig', 'kl. 10.30']],
  'STATUS.mistake': [['Eva Lind']],
  'STATUS.call': [['Eva Lind', 'kl. 10.30']],
  'STATUS.callSoon': [['Eva Lind', 'kl. 08.00']],
  'STATUS.callOnWay': [['Eva Lind']],
  'STATUS.on': [['lördag 28 november']],
  'STATUS.answered': [['Ja']],
  'STATUS.earlier': [['Du vill ha samtalsstöd', 'kl. 10.30']],
  'AHEAD.asked': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.rung': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.askedAgain': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.round': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.nobody': [['kl. 10.30', '']],
  'AHEAD.silent': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.stuck': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.operator': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.filer': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.question': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.decisionAgain': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.fileYourself': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.alone': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.relay': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.police': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.reminder': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.talk': [['kl. 10.30', 'Eva Lind, partiets säkerhetsansvarig']],
  'AHEAD.reached': [['kl. 10.30', 'Eva Lind']],
  'AHEAD.unreached': [['kl. 10.30', 'Eva Lind']],
  'AHEAD.ringAgain': [['kl. 10.30', 'Eva Lind']],
  'NOTHING_AHEAD.led': [['Eva Lind']],
  'DECIDED.municipality.told': [['Petra Hedman, kommunchef', 'kl. 10.30']],
  'DECIDED.municipality.toBeTold': [['Petra Hedman, kommunchef', 'kl. 22.30', 'söndag 29 nov. kl. 08.00']],
  'SUPPORT_ANSWERED.yes.line': [['Eva Lind']],
  'SUPPORT_ANSWERED.no.line': [['Eva Lind']],
  'SUPPORT_ANSWERED.talkFirst.line': [['Eva Lind']],
  'DECIDED.other.line': [['Eva Lind']],
  'DECIDED.notNow.last': [['Eva Lind']],
  'DECIDED.cannotAnswer.line': [['Eva Lind']],
  'STATUS.canReadPart': [['Eva Lind']],
  'STATUS.canReadSome': [['Eva Lind']],
  'STATUS.cannotReach': [['Eva Lind, partiets säkerhetsansvarig']],
  'STATUS.canRead': [['Eva Lind och Per Ek']],
  'STATUS.latest': [['8 dec']],
  'NOTICE.from': [['i dag kl. 10.30']],
  'NOTICE.second': [['Eva Lind']],
  'NOTICE.unled': [['Eva Lind']],
  'NOTICE.standbyTitle': [['Eva Lind']],
  'NOTICE.taken': [['Eva Lind']],
  'LEAD.count': [[4, 19]],
  'LEAD.approveOther': [['säkerhetsstrategen']],
  'LEAD.afterwards': [['Gör en första bedömning ihop']],
  'LEAD.with': [['säkerhetsstrategen'], ['du']],
  'LEAD.waitFor': [['Råd från polisen', 'säkerhetsstrategen']],
  'LEAD.talkTitle': [['8 december'], ['']],
  'LEAD.closed': [['Ärende 2026-7KQ4', 'i dag kl. 10.30']],
  'LEAD.last': [['8 dec']],
  'THREAT.lines': [[OXELOSUND]],
  'PROTECTION.owners': [[OXELOSUND]],
  'PROTECTION.dueLines': [['fredag 27 november']],
  'PROTECTION.ahead': [
    [1, 'fredag 27 november'],
    [3, 'fredag 27 november'],
  ],
  'PROTECTION.by': [['fredag 27 november']],
  'PROTECTION.moved': [['fredag 27 november', 'Lena Strömhag', 'kl. 10.30']],
  'PROTECTION.doneAt': [['kl. 10.30']],
  'PROTECTION.waived': [['den utsatte flyttar']],
  'LEAD.lastDay': [['tisdag 8 december']],
  'STEP_CARD.doneBy': [
    ['Eva Lind', 'i dag kl. 10.30'],
    ['du', 'i dag kl. 10.30'],
  ],
  'STEP_CARD.skippedBy': [['Eva Lind', 'i dag kl. 10.30']],
  'STEP_CARD.skipTitle': [['Någon är där']],
  'STEP_CARD.reopenTitle': [['Någon är där']],
  'STEP_CARD.forWhom': [['säkerhetsstrategen'], ['den utsatte']],
  'STEP_CARD.finished': [['Polisanmälan', 'i dag kl. 10.30']],
  'STEP_CARD.superseded': [['2026-7KQ4']],
  'LISTS.show': [['2026-7KQ4']],
  'GROUPS_CARD.waiting': [['Eva Lind']],
  'READ_FIRST.answered.yes.line': [['Eva Lind'], ['']],
  'READ_FIRST.answered.notName.line': [[]],
  'READ_FIRST.answered.notGroups.line': [['Eva Lind'], ['']],
  'READ_FIRST.answered.no.line': [[]],
  'HIDDEN_NAME.taskLines': [['tisdag 1 december']],
  'READ_FIRST.ruledOut': [['Nej, säg inget']],
  'READ_FIRST.out': [['Partivänner, Anställda']],
  problemText: [
    [{ kind: 'required' }],
    [{ kind: 'tooLong', length: 1_200, max: 1_000 }],
    [{ kind: 'badDate' }],
    [{ kind: 'future' }],
    [{ kind: 'past' }],
    [{ kind: 'badChoice' }],
    [{ kind: 'badSigns' }],
  ],
  'TROUBLE.lines': [['a1b2']],
  'REMIND.silent': [['Eva Lind', 'kl. 10.30']],
  'SILENCE.who': [['Eva Lind', '24 nov. kl. 10.30']],
  'SILENCE.nobody': [['24 nov. kl. 10.30']],
  'CALLS.title': [['Eva Lind']],
  'CALLS.lines': [['Eva Lind']],
  'CALLS.duty': [['Eva Lind']],
  'CALLS.dutyUnreached': [['Eva Lind']],
  'CALLS.notInTeams': [['Eva Lind']],
  'CALLS.rung': [['Eva Lind', 'i dag kl. 10.30']],
  'STATUS.tellParty': [['S']],
  'STATUS.spoken': [['kl. 10.30']],
  'FULL_TIME_CARD.lines': [[OXELOSUND]],
  'ROUND.unansweredSince': [['24 nov. kl. 23.10']],
  'ROUND.unspoken': [['kl. 23.10']],
  'REACH.asked': [['kl. 10.30']],
  'REACH.pressedAgain': [['kl. 10.30', 3]],
  'REACH.vain': [['kl. 10.30']],
  'REACH.leads': [['Eva Lind', 'kl. 10.30']],
  'REACH.spoken': [['kl. 10.30']],
  'REACH.policeHas': [['kl. 10.30']],
  'CALLS.answered': [['Eva Lind', 'kl. 10.30']],
  'CALLS.vain': [['Eva Lind', 'kl. 10.30']],
  'TAKE_OVER.taken': [['Eva Lind', 'kl. 10.30']],
  'COMPANY.until': [['kl. 18.00']],
  'REGISTRY.shown': [['KS.2026.12']],
  'DOCUMENTS.willBe': [['samtalen och uppföljningen']],
  'DOCUMENTS.drawnUp': [['samtalen och uppföljningen']],
  'LEAD.opensFrom': [['måndag 7 december']],
  'TALK.last': [['måndag 7 december']],
  'TALK.overdue': [['måndag 7 december']],
  'TALK.held': [['måndag 30 november', 'måndag 7 december']],
  'VICTIM_AGAIN.officerLines': [['Eva Lind']],
  'VICTIM_AGAIN.keep': [['Eva Lind']],
  'VICTIM_AGAIN.change': [['Eva Lind']],
  'ROUND.draftErase': [['24 dec.']],
  'ROUND.more': [[3]],
  'ROUND.last': [['7 dec.']],
  'ROUND.open': [['2026-7KQ4']],
  'ROUND.hour': [[8]],
  'DRILL.thanks': [['kl. 10.30']],
  'DRILL.count': [[3, 9]],
  'DRILL.startedLines': [[9]],
  'RETENTION.erased': [
    ['måndag 7 december 2027', RETENTION.whole],
    ['måndag 7 december 2027', `${RETENTION.classes.report} och ${RETENTION.classes.talks}`],
  ],
  'RETENTION.erasedPart': [['Rapporten', 'måndag 7 december 2027', 'KS 2026/12']],
  'FIRST.chooseBoard': [[true], [false]],
  'FIRST.again': [['2026-7KQ4', 'i går kl. 10.30']],
  'REGISTRY.about': [['hot'], ['']],
  'KEEP_SILENCE.since': [['tisdag 24 november']],
  'PRIVACY.lines': [['Oxelösunds kommun', OXELOSUND]],
  'PRIVACY.recipients': [[OXELOSUND]],
  'PRIVACY.kept': [
    [{ report: 730, log: 1095 }, 30],
    [{}, 30],
  ],
  logRoles: [[OXELOSUND]],
  'LOG.operator': [['operator'], ['operator Kim Ek, IT']],
  'LOG.by': [
    ['Eva Lind', 'ledde ärendet'],
    ['den utsatte', 'den utsatte'],
  ],
  'LOG.line': [['Eva Lind', 'Läste uppgifter']],
  'REPLACE.done': [['Eva Lind']],
  'REPLACE.newsOut': [['partiets säkerhetsansvarig']],
  'REPLACE.newsOther': [['partiets säkerhetsansvarig', 'Eva Lind']],
};

/** Functions that were called, to find samples that no text needs any more. */
export const called = new Set<string>();

function collect(path: string, value: unknown): Text[] {
  if (typeof value === 'string') return value ? [{ path, words: value }] : [];
  if (typeof value === 'function') {
    const rows = SAMPLES[path];
    if (!rows) throw new Error(`${path} is a function: add what to call it with to SAMPLES.`);
    called.add(path);
    return rows.flatMap((row) => collect(path, value(...row)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    collect(Array.isArray(value) ? path : `${path}.${key}`, inner),
  );
}

const textsOf = (modules: readonly object[]): Text[] =>
  modules.flatMap((module) => Object.entries(module).flatMap(([name, value]) => collect(name, value)));

/** The words of what a municipality offers, without ids and addresses. */
const coursesOf = ({ courses, links }: Prevention) => [
  ...courses.map(({ title, detail }) => ({ title, detail })),
  ...links.map(({ title }) => ({ title })),
];

const shared = textsOf([
  fieldTexts,
  checkWords,
  steps,
  guidanceWords,
  channelWordTexts,
  guidanceTexts,
  channelTexts,
  evidenceTexts,
  occurrenceTexts,
  suspectTexts,
  callTexts,
  riskTexts,
  preventionTexts,
  { PREVENTIONS: [OXELOSUND_PREVENTION, ALMSJO_PREVENTION].map(coursesOf) },
  interviewTexts,
  commonTexts,
  reportTexts,
  victimTexts,
  policeTexts,
  contactListTexts,
  kinTexts,
  { CSV },
  leadTexts,
  pageTexts,
  refusalTexts,
  takeTexts,
  tabTexts,
  overviewTexts,
  notingTexts,
  timeTexts,
  doorTexts,
  retentionTexts,
  maintenanceTexts,
  homeTexts,
  okayTexts,
  practiceTexts,
  watchTexts,
  deliveryTexts,
  logTexts,
  privacyTexts,
  { STAGE, START, OXELOSUND, LISTING, COMMAND_TEXTS },
]);
const known = new Set(shared.map((text) => text.words));

/** Every text of the cards, in the order in which it is written; of the second municipality what is its own. */
export const allTexts: readonly Text[] = [
  ...shared,
  ...textsOf([{ ALMSJO, ALMSJO_PLAN, ALMSJO_TASKS }]).filter((text) => !known.has(text.words)),
];
