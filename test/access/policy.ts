/*
 * Who may do and see what. Written by people and read as a policy; test/access/matrix.test.ts crosses it with every
 * person, every state and every press that the code knows. A verb, page, role or post without a row here fails there.
 *
 * Roles are what a person is in one incident (src/routine/rules/access.ts). States: untaken (open, nobody leads), led, closed;
 * an x says that it can have an effect there.
 */

/** Which roles a post can give at all, in incidents of the own party or without one. Another party's: see OTHER_PARTY. */
const POSTS = `
post                   | may be
partySecurityOfficer   | candidate lead standby helper declined escalated informed confirmer reporter follower confidant victim maybeVictim
securityStrategist     | candidate lead standby helper official declined strategist stepStrategist toldStrategist escalated informed confirmer reporter follower confidant victim
chiefExecutive         | overseer lead official filer informed
groupLeader            | kinHolder
alternateContact       | candidate lead official
politician             | victim maybeVictim struck confirmer
stranger               | -
`;

/** The roles that an officer of another party can have: they may have written the report. */
const OTHER_PARTY = `
post                   | may be
partySecurityOfficer   | reporter follower confidant
groupLeader            | -
`;

/** The same in Almsjö, whose group leaders and board officers are asked side by side. */
const ALMSJO_POSTS = `
post                   | may be
groupLeader            | candidate lead standby helper declined escalated informed confirmer reporter follower confidant victim maybeVictim
boardOfficer           | candidate lead official
securityCoordinator    | candidate lead standby helper official declined strategist stepStrategist toldStrategist escalated informed confirmer reporter follower confidant victim
securityManager        | candidate lead official strategist stepStrategist toldStrategist escalated informed confirmer
headOfChancery         | filer informed
politician             | victim maybeVictim struck confirmer
stranger               | -
`;
const ALMSJO_OTHERS = `
post                   | may be
groupLeader            | reporter follower confidant
boardOfficer           | -
`;

/** By municipality. */
export const POSTS_OF = {
  oxelosund: { own: POSTS, other: OTHER_PARTY },
  almsjo: { own: ALMSJO_POSTS, other: ALMSJO_OTHERS },
} as const;

export const ACTS = `
act              | who                                                             | untaken | led | closed
undo             | victim lead standby helper candidate declined strategist stepStrategist filer confirmer | x | x | x
acknowledge      | candidate declined standby helper lead                                 | x       | x   | -
decline          | candidate standby helper lead                                          | x       | x   | -
help             | candidate declined                                             | x       | x   | -
hide             | victim                                                          | x       | x   | x
phoneWatched     | victim                                                          | x       | x   | x
liftQuiet        | victim                                                          | x       | x   | x
saySafe          | victim                                                          | x       | x   | -
sayEnough        | victim                                                          | x       | x   | -
goOn             | victim                                                          | x       | x   | -
handStep         | lead                                                            | -       | x   | -
changeParty      | victim                                                          | x       | x   | -
sayUnable        | lead                                                            | -       | x   | -
kinTold          | lead                                                            | -       | x   | -
liftUnable       | lead victim                                                     | x       | x   | x
closeEarly       | lead                                                            | -       | x   | -
recuse           | candidate standby helper overseer lead strategist stepStrategist toldStrategist                | x       | x   | -
changeContact    | victim                                                          | x       | x   | -
reportOwnParty   | victim                                                          | x       | x   | -
withdrawConsent  | victim                                                          | x       | x   | x
nameSuspects     | victim lead strategist                                          | x       | x   | x
letReporter      | victim                                                          | x       | x   | x
tellSuspects     | victim                                                          | x       | x   | -
merge            | lead                                                            | -       | x   | -
joinEvent        | lead strategist stepStrategist toldStrategist                   | x       | x   | -
leaveEvent       | lead strategist stepStrategist toldStrategist                   | x       | x   | -
markMistake      | victim                                                          | x       | x   | x
callMe           | victim                                                          | x       | x   | x
callNow          | victim                                                          | x       | x   | -
spoke            | lead victim                                                     | x       | x   | -
policeTookOver   | lead                                                            | -       | x   | -
tellParty        | victim                                                          | x       | -   | -
handOver         | lead                                                            | -       | x   | -
takeOver         | overseer escalated strategist stepStrategist toldStrategist                             | x       | x   | -
wait             | escalated                                                       | -       | x   | -
keepLead         | victim                                                          | -       | x   | -
recordCall       | victim lead candidate standby helper overseer strategist stepStrategist toldStrategist escalated informed | x | x | -
resend           | lead strategist                                                 | x       | x   | -
recordRegistry   | strategist stepStrategist toldStrategist escalated informed                    | x       | x   | x
recordArchived   | strategist stepStrategist toldStrategist                                       | -       | -   | x
hold             | strategist stepStrategist toldStrategist                                       | -       | -   | x
release          | strategist stepStrategist toldStrategist                                       | -       | -   | x
readKin          | lead strategist kinHolder                                       | x       | x   | -
askKin           | lead                                                            | -       | x   | -
answerKin        | kinHolder                                                       | x       | x   | -
setCompany       | lead strategist                                                 | x       | x   | -
endCompany       | lead strategist                                                 | x       | x   | -
approve          | lead                                                            | -       | x   | -
endStep          | lead standby helper strategist stepStrategist filer victim                                    | x       | x   | -
skipStep         | lead standby helper strategist stepStrategist victim                                          | x       | x   | -
reopenStep       | lead strategist                                                 | x       | x   | -
addRecord        | lead strategist stepStrategist filer victim                                    | x       | x   | -
proposeGroups    | lead strategist stepStrategist confirmer                                       | x       | x   | -
confirmGroups    | confirmer                                                       | x       | x   | -
answerGroups     | victim                                                          | x       | x   | -
recordGroupsWord | lead strategist                                                 | x       | x   | -
decide           | victim                                                          | x       | x   | -
recordDecision   | lead strategist                                                 | x       | x   | -
askDecision      | lead                                                            | -       | x   | -
belongs          | maybeVictim                                                     | x       | x   | -
answerParty      | victim                                                          | x       | x   | -
recordParty      | lead strategist                                                 | x       | x   | -
showName         | struck                                                          | x       | x   | x
mask             | official strategist                                             | x       | x   | x
maskNothing      | official strategist                                             | x       | x   | x
maskCopy         | strategist                                                      | x       | x   | x
addNote          | lead strategist                                                 | x       | x   | x
setOutlook       | lead strategist                                                 | x       | x   | -
follow           | strategist stepStrategist toldStrategist                        | x       | x   | x
unfollow         | strategist stepStrategist toldStrategist                        | x       | x   | x
askOutlook       | victim standby strategist                                       | x       | x   | -
askCorrection    | victim lead standby strategist                                  | x       | x   | -
answerCorrection | victim reporter lead standby strategist                         | x       | x   | -
addImprovement   | strategist                                                      | x       | x   | x
endImprovement   | strategist                                                      | x       | x   | x
bindVictim       | lead strategist                                                 | x       | x   | -
answerChecks     | lead strategist                                                 | x       | x   | -
addTalk          | lead strategist                                                 | x       | x   | -
waiveTalk        | lead strategist                                                 | x       | x   | -
addProtection    | lead strategist                                                 | x       | x   | -
endProtection    | lead strategist                                                 | x       | x   | -
moveProtection   | lead strategist                                                 | x       | x   | -
waiveProtection  | lead strategist                                                 | x       | x   | -
moveDay          | lead standby helper strategist stepStrategist                   | -       | x   | -
assessThreat     | lead strategist                                                 | x       | x   | -
endTask          | lead strategist                                                 | x       | x   | -
waiveTask        | lead strategist                                                 | x       | x   | -
reopenTask       | lead strategist                                                 | x       | x   | -
amend            | victim reporter lead strategist                                 | x       | x   | -
addOccurrence    | victim reporter lead strategist                                 | x       | x   | -
raiseAcute       | victim reporter lead                                            | x       | x   | -
lowerAcute       | lead                                                            | -       | x   | -
keepAcute        | lead                                                            | -       | x   | -
writeReview      | lead strategist                                                 | x       | x   | -
sayWord          | victim strategist stepStrategist                                | x       | x   | x
close            | lead                                                            | -       | x   | -
reopen           | lead strategist victim                                          | -       | -   | x
`;

/**
 * Pages of an incident, in every state. Content: typed text or a name that is not an official's may stand there; each
 * such look is logged. A page without content shows what the person's own card shows, or an empty form.
 */
export const PAGES_POLICY = `
page          | who                                              | content
details       | victim lead standby strategist stepStrategist filer confidant             | logged
story         | victim lead standby strategist stepStrategist filer confidant             | logged
versions      | victim lead standby strategist stepStrategist filer confidant             | logged
steps         | lead standby strategist                          | -
step          | lead standby helper strategist stepStrategist filer victim                     | logged
skip          | lead standby helper strategist stepStrategist victim                           | -
reopenStep    | lead strategist                                  | -
later         | lead strategist stepStrategist filer victim                     | logged
focus         | victim                                           | -
question      | victim                                           | -
more          | lead strategist                                  | -
checks        | lead strategist                                  | logged
talk          | lead strategist                                  | logged
firstTalk     | lead strategist                                  | logged
waiveTalk     | lead strategist                                  | -
moveDay       | lead standby helper strategist stepStrategist    | logged
protection    | lead strategist                                  | -
measure       | lead strategist                                  | logged
moveProtection | lead strategist                                 | -
waiveProtection | lead strategist                                | -
threat        | lead strategist                                  | -
tasks         | lead standby strategist                          | logged
task          | lead strategist                                  | logged
waiveTask     | lead strategist                                  | -
review        | lead strategist                                  | logged
missing       | lead                                             | -
close         | lead                                             | -
word          | victim strategist stepStrategist                                | logged
decision      | victim                                           | -
result        | victim                                           | logged
readDecision  | lead strategist                                  | logged
changeContact | victim                                           | -
handOver      | lead                                             | -
bind          | lead strategist                                  | -
lowerAcute    | lead                                             | -
reopen        | lead strategist victim                           | -
ownParty      | victim                                           | -
suspects      | victim lead strategist                           | -
withdraw      | victim                                           | -
amend         | victim reporter lead strategist                  | logged
again         | victim                                           | -
occurrences   | victim reporter lead standby strategist stepStrategist filer confidant    | logged
occurrence    | victim reporter lead standby strategist stepStrategist filer confidant    | logged
groups        | lead strategist stepStrategist confirmer         | logged
confirm       | confirmer                                        | logged
mask          | official strategist                              | logged
askParty      | lead strategist                                  | logged
readFirst     | victim                                           | logged
askReading    | lead strategist                                  | logged
takeOver      | overseer escalated strategist stepStrategist toldStrategist              | -
registry      | strategist stepStrategist toldStrategist escalated informed     | logged
hold          | strategist stepStrategist toldStrategist                        | -
kin           | lead strategist kinHolder                        | logged
company       | lead strategist                                  | logged
bookTalk      | lead strategist                                  | logged
log           | strategist                                       | -
document      | strategist                                       | -
file          | strategist                                       | -
maskedCopy    | strategist                                       | logged
notes         | lead strategist                                  | logged
outlook       | victim lead standby strategist                   | logged
corrections   | victim reporter lead standby strategist          | logged
askCorrection | victim lead standby strategist                   | -
answerCorrection | victim reporter lead standby strategist       | logged
improvement   | strategist                                       | logged
party         | stepStrategist toldStrategist                                   | logged
reach         | lead standby helper overseer strategist                          | logged
aloud         | lead strategist reporter                         | logged
silence       | lead standby kinHolder                           | -
wishes        | victim                                           | -
enough        | victim                                           | -
handStep      | lead                                             | -
closeEarly    | lead                                             | -
unable        | lead                                             | -
changeParty   | victim                                           | -
merge         | lead                                             | logged
reporterSees  | victim                                           | -
event         | lead strategist stepStrategist toldStrategist    | -
`;

/** The part of an incident that a role reads on `details`. The widest of a person's roles counts. */
export const SCOPES = `
role           | reads
victim         | own
maybeVictim    | nothing
struck         | nothing
reporter       | nothing
follower       | followed
confidant      | shared
lead           | led
standby        | led
helper         | handed
overseer       | nothing
official       | all
candidate      | nothing
declined       | nothing
strategist     | all
stepStrategist | steps
toldStrategist | nothing
filer          | police
escalated      | nothing
informed       | nothing
confirmer      | groups
kinHolder      | nothing
`;

/** Verbs that are about no incident, or only show one: who, and what they reach. */
export const OTHERS = `
verb              | who         | reaches
start             | everyone    | own draft
mine              | everyone    | incidents in which one has a role
contacts          | everyone    | the contact list
privacy           | everyone    | how data is used, the same for all
guidance          | everyone    | the municipality's advice, the same for all
situation         | everyone    | the municipality's advice, the same for all
reportSituation   | everyone    | own draft
risk              | everyone    | own risk analysis, and that somebody shows one
prevention        | everyone    | own notes of courses; the strategists' counts
tookCourse        | everyone    | own notes of courses
remindRisk        | everyone    | own reminder
forgetRiskDay     | everyone    | own reminder
shareRisk         | everyone    | own risk analysis, for the officers of the party that they name
unshareRisk       | everyone    | own risk analysis
readRisk          | officers whom it is shown | what one person shows them, as long as it is shown
callForm          | everyone    | own draft
callTap           | everyone    | own draft
callReport        | everyone    | own draft
files             | everyone    | own files
keepInDraft       | everyone    | own files, own draft
keepInIncident    | victim reporter lead strategist | own files, the incident's list of files
dropFiles         | everyone    | own files
draftFiles        | everyone    | own draft
dropDraftFile     | everyone    | own draft, own files
round             | everyone    | own round
snoozePage        | everyone    | own round
snooze            | everyone    | own round
reachable         | who is asked | own answer to a drill
okay              | strategists | whom a question may go to; who is silent in one that goes on
askOkay           | strategists | a question to many
rungOkay          | strategists | who has been rung in a question that goes on
endOkay           | strategists | a question that goes on
okayYes           | who is asked | own answer to a question
okayHelp          | everyone    | own alarm, own answer to a question
practice          | strategists | who takes part in an exercise, and how it went
askPractice       | strategists | an invitation to an exercise
practiceYes       | who is asked | own answer to an invitation
practiceNo        | who is asked | own answer to an invitation, own part in an exercise
startPractice     | strategists | an invented incident among those who agreed
endPractice       | strategists | an exercise, taken away whole
homeNow           | everyone    | own time of coming home
homeLater         | everyone    | own time of coming home
homeMunicipality  | everyone    | own time of coming home
homeAll           | everyone    | own time of coming home
homeTake          | who is told that somebody has not come home | that it is theirs, then name and number
homeWho           | who sees to it | name and number of whoever has not come home
homeReached       | who sees to it | that it is over
watch             | strategists | who is out of reach, and what of the bot is not as it should be
beginDrill        | strategists | a drill
drillOne          | strategists | a drill
fullTimePage      | strategists | the marks of politicians on full time
addFullTime       | strategists | the marks of politicians on full time
removeFullTime    | strategists | the marks of politicians on full time
kin               | everyone    | how many next of kin they have left
ownKin            | everyone    | own next of kin
kinForm           | everyone    | own next of kin
saveKin           | everyone    | own next of kin
removeKin         | everyone    | own next of kin
replacePage       | strategists | the contact list
editList          | strategists | the contact list
contactRow        | strategists | the contact list
saveContact       | strategists | the contact list
newContact        | strategists | the contact list
addContact        | strategists | the contact list
endContactPage    | strategists | the contact list
endContact        | strategists | the contact list
ownRow            | who has a post | own post
sayRight          | who has a post | own post
sayWrong          | who has a post | own post
csv               | strategists | the contact list
csvFromFile       | strategists | own files, the contact list
tryCsv            | strategists | the contact list
takeCsv           | strategists | the contact list
csvOut            | strategists | the contact list
listHistory       | strategists | who changed the contact list
replaceContact    | strategists | the contact list
sameAccount       | strategists | the contact list
absencePage       | who has a post, strategists | own post, a strategist every post
saveAbsence       | who has a post, strategists | own post, a strategist every post
endAbsence        | who has a post, strategists | own post, a strategist every post
relative          | everyone    | own draft
notPolitician     | everyone    | numbers, the same for all
register          | everyone    | own draft; of an official, for somebody who tells it
alarmParty        | everyone    | own draft
alarmMunicipality | everyone    | own draft
safe              | everyone    | own draft
hidePhone         | everyone    | numbers; own row, own incidents
showPhone         | everyone    | own row, own incidents
newDraft          | everyone    | own draft
otherParty        | everyone    | own draft
involved          | everyone    | own draft, the contact list
forget            | everyone    | own draft
toPage            | everyone    | own draft
backTo            | everyone    | own draft
keepDraft         | everyone    | own draft
discard           | everyone    | own draft
send              | everyone    | own draft
sendMunicipality  | everyone    | own draft
tell              | victim      | own draft
show              | every role  | own card
page              | see PAGES   | see PAGES
confirmSilence    | lead standby kinHolder of a party | own rows of the contact list, then see PAGES
readLog           | strategist  | the log of an incident, for a purpose that is logged too
orderDocument     | strategist  | a link to the document, for a purpose that is logged too
orderFile         | strategist  | a file of evidence in the tab, for a purpose that is logged too
deliveries        | lead strategist | who was told of what, and whether it arrived
looks             | victim      | who looked at it, when and as what
`;

/** The rows of a table, by the names of its columns. */
export function rowsOf(table: string): Record<string, string>[] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

/** `lead strategist` as a set; `-` is nobody. */
export const wordsIn = (cell = ''): ReadonlySet<string> =>
  new Set(cell.split(' ').filter((word) => word && word !== '-'));
