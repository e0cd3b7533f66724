/*
 * What happens when things are not as the plan assumes, and what the product does beyond the plan: a row each, with the
 * tests that show it. `realLife.test.ts` beside it holds that each of them is there.
 */

export interface RealLife {
  /** The situation, or what its people would love. */
  readonly what: string;
  /** The tests that show it: a file from `test/` on, and titles in it. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
}

const row = (what: string, shown: RealLife['shown']): RealLife => ({ what, shown });

/** When things are not as the plan assumes. */
export const SITUATIONS_OF_LIFE: readonly RealLife[] = [
  row("a threat from one's own party or its officer", {
    'conversation/situations': [
      '"Larma kommunen" on the very first card: the strategist is asked, nobody in the party hears',
      'said later: officers and deputies lose access, their cards are blanked, the strategist is asked',
    ],
    'conversation/again': [
      'to the municipality, where the party has the first one: one of its own, and the party hears nothing',
    ],
    'routine/notAsPlanned': [
      'from the own party: alarmed to the municipality',
      'from the own party: said later, of what its officer leads',
    ],
  }),
  row('a threat from the strategist, the chief executive or an employee', {
    'evenings/evenings': ['a chair threatened by a colleague of the strategist'],
    'conversation/suspects': [
      'is not asked, rung or named as one who helps; whoever takes their place is asked first',
      'with an alarm that is pressed again, in the same save, also where nobody else is left',
      'is out with the account that comes, and with the next one',
      'Trygg hem tells neither them nor a party that is part of it',
    ],
    'conversation/suspectsTold': [
      'the %s hears, finds and counts the same as if it had not happened (named: %s, urgent: %s)',
      'chooses among all of the list, keeps what was typed, and reads before it is sent who hears nothing',
      'is not even asked "Gäller det dig?" where whoever leads gives their account by mistake',
    ],
    'conversation/suspectsBeside': [
      'by whoever leads hears, finds and counts of %s that comes later as if it had never been',
      'by whoever leads is told of a later one where the victim says so there, and stays out of the first',
      'of another that was open before the %s hears, finds and counts from that press on as if it had never been',
      'on the form of a new alarm is out of what was open already, and the one who led it leads it no more',
      'by whoever leads one of them stays in the other, of which they know nothing',
      'is told nothing of a closed one that goes on again',
      'stands on the card of who leads as nobody to be rung, and on no other card',
      'is told of what comes later where the victim says so there, of nothing else, and by nobody else’s press',
      'hears that somebody has not come home where that person says so',
    ],
    'routine/suspects': [
      '%s: another stands for the municipality, the alternate is asked first',
      '%s files',
      'is refused of nobody, and where nobody would be left',
      'whoever leads and is named leads no more, and is not asked again',
    ],
    'routine/holders': ['a former officer who still leads can be named: the whole party is out'],
  }),
  row('the officer is the victim, or the victim outranks someone', {
    'conversation/situations': [
      'the officer is the victim: the deputy is asked, the officer sees only their own status',
    ],
    'routine/silence': [
      'the special contact takes their place: asked before the chief executive, with the registry to keep',
    ],
    'routine/notAsPlanned': ['the officer is the victim', 'whoever is the victim has no other role in it'],
  }),
  row('two officers', {
    'conversation/situations': [
      'two officers of equal order: both told, the first to press leads, the other stands by and reads when they lead',
    ],
    'routine/notAsPlanned': [
      'two officers of equal order: both are asked, the first to press leads, the other stands by',
    ],
  }),
  row('an officer who is too close; a victim who wants another', {
    'conversation/situations': [
      '"Jag är för nära detta" on the notice: no reason asked, the deputy is asked, no way back',
      '"Jag är för nära detta" of one who leads: the next one is asked and the former reads no more',
      '"Byt kontaktperson": the victim chooses, gives no reason; the former contact is out',
    ],
    'routine/notAsPlanned': [
      'the officer is too close',
      'the officer who leads is too close',
      'whoever was too close has no way back',
    ],
  }),
  row('no party, an unknown one, or one that was left', {
    'conversation/situations': [
      'is not known: the strategist is asked',
      '"Byt kontaktperson": the victim chooses, gives no reason; the former contact is out',
    ],
    'routine/ending': ['to none: the municipality has it alone'],
    'conversation/ladders': [
      'says that the party has not been told, and tells it with one press; the municipality keeps its clock',
    ],
    'routine/notAsPlanned': ['no party', 'an unknown party', 'a party that is not there any more'],
  }),
  row('a new officer after an election', {
    'conversation/changeOfTerm': [
      'all officers of all parties change on one day with 40 open incidents: nothing falls between two',
    ],
    'evenings/evenings': ['an officer voted out in the middle of a case'],
    'conversation/contactList': [
      'a term that ends and one that begins on a day set beforehand: the victim is asked whom they want, without a press',
    ],
    'routine/terms': [
      'somebody leads each or is asked to, and each victim of a led one is asked whom they want',
      'who came after a lead whose post has ended hears that it stands still once the victim has chosen them, and the strategist before that',
      'no old officer is asked or told of anything from that day on, but who leads until the victim has chosen',
      'a strategist whose term is over leads no more, and the next one is asked at the change of day',
      'a party that has gone or merged: with no officer left, the municipality is asked',
    ],
  }),
  row('somebody else reports', {
    'conversation/situations': [
      'goes to the strategist only; the reporter sees that it was received and no more',
      '"Nej, bara kommunen": the strategist goes on leading, the party hears nothing',
      '"Ta bort mitt namn": kept as an event without a person, steps ended, nothing more for the victim',
    ],
    'conversation/proxy': [
      'reaches the municipality, and the officer not before the victim has said yes',
      'how it goes, then the report, then nothing more: the card says so, and each press stands in the log',
      'nobody but the victim says it, and nobody whom it is not about',
    ],
    'conversation/name': ['gives back name, number and text, and asks anew: nothing is lost'],
    'routine/notAsPlanned': [
      'told by somebody whom the victim has not chosen',
      'told by a proxy: the party may read',
      'told by a proxy: it may not',
      'told by a proxy: nobody knows',
    ],
  }),
  row('victim and proxy both report', {
    'conversation/merging': [
      'one goes on with all that was written, the other ends and leads to it',
      'the proxy hears and sees the same as if nobody else had told; what they add goes on',
    ],
    'routine/merging': [
      'a proxy’s into the victim’s own',
      'ends one, leads to the other, and has its words taken in',
      'is shown to its writer as it was; what they add and its end are carried',
    ],
  }),
  row('a victim without Teams, or who rings instead', {
    'evenings/evenings': ['a substitute who is a guest'],
    'conversation/register': [
      'by the strategist, on the telephone: the party’s officer is asked, the victim gets no card, the lead reads how it came',
      'status by telephone: who has been told, who has seen it, what comes next; the question is read aloud and the answer kept',
    ],
    'conversation/decision': ['is read aloud to a victim without an account, with how the answer was given'],
    'routine/aloud': [
      '%s: %s %s',
      '%s: once they have an account they are asked about the party: %s',
      '%s: %#',
    ],
  }),
  row('somebody hiding', {
    'conversation/wishes': [
      '"Ring mig inte": silence to the victim; the officer is told first of all, and has no number to press',
    ],
    'routine/wishes': [
      '%s: nothing goes to the victim, ever; everybody else hears the same at the same times',
      'the lead asks what the victim would have been asked',
    ],
    'conversation/unable': [
      'the alarm asks "Kan du prata?", one tap answers it, and no card of the ladder says ring the victim',
    ],
  }),
  row('somebody who watches the phone', {
    'evenings/evenings': ['a councillor whose violent former partner sees the phone'],
    'conversation/wishes': [
      '"Någon kan se min mobil" after an alarm: numbers alone, and nothing in the chat is touched for weeks',
      '"Någon kan se min mobil" on the first card: numbers and how to delete, no incident, no reminder of a draft',
    ],
    'routine/wishes': [
      '%s: nothing goes to the victim, ever; everybody else hears the same at the same times',
      'only a watched phone is left as it is; and only the victim lifts it, also when it is closed',
      'is known to those who might ring, and to no reporter',
    ],
  }),
  row('many victims of one event', {
    'evenings/evenings': ['a whole council after a bomb threat'],
    'conversation/together': [
      'have an incident each, and share the event; twelve are one card with twelve lines, and each officer sees their own',
      '%i more: each once, also when it is sent twice',
      'two hundred at a time are taken, one more is not, and nothing that was typed is lost',
      'of one name twice is one person, with another party or number two; without a party only the municipality is told',
      'with the writer’s own name: that one is their own, and somebody else is asked to lead it',
      'after %i writes: each is made, once, and is told',
      'a process that ends after the first is made: the next one makes the rest',
    ],
    'conversation/joined': [
      'are joined in one press, and each keeps its own; the police are talked with once for all',
      'the one who leads hears and sees the same as if each had been done alone',
      'storage fails between two of the writes: the rest is made by the next sweep, each once',
    ],
    'routine/joined': ['is left by one alone'],
    'conversation/groupedLong': [
      'are one card with twelve lines at seven, and one reminder',
      'are one round in the morning, and one card on the day on which the talk is reminded of',
    ],
    'conversation/grouped': [
      'are one card with a line each at seven, and one reminder; a line is opened, and says so afterwards',
      'are one round in the morning',
      'loses the line of one that is closed, or is not theirs any more, without a hint; the others stay',
      'storage fails when it has been sent: each is written down by a later sweep, and no second card comes',
      'is tried again, then each incident comes alone; one that is acute never waits for it',
    ],
    'app/sweeping': ['have one card for one person, of all that is calm and due: each incident is told once'],
    'routine/grouped': ['is what tells an official that something waits; what rings or protects comes alone'],
  }),
  row('a campaign', {
    'conversation/campaign': [
      'adds an event with its own day; who leads hears of all of a day at once, and reads each',
      'of what is urgent rings at once, at night too',
    ],
    'routine/campaign': [
      'of one more event before that talk move nothing',
      'once a day, at the hour of the round, however many there are; not of their own',
      'at once of what is urgent: it is acute, and the lead is to ring',
    ],
  }),
  row('"nog nu"', {
    'conversation/wishes': [
      '"Det räcker nu": asked once, nothing more comes for weeks, the lead may close; the door stays open',
    ],
    'routine/wishes': [
      'ends every step that was left as "den utsatte avstod"; what was done stays done; closing is not blocked',
      'stops reminders and questions, for weeks; whoever is to ring the victim who asks for it is told',
      'is taken back by going on: the steps come back, as they were',
    ],
  }),
  row('pressed by mistake, or made to', {
    'conversation/situations': ['"Jag tryckte fel" marks and does not close: the officer still rings'],
    'conversation/ladders': [
      '"Jag tryckte fel" marks the alarm, closes nothing and offers no way to take it back',
    ],
    'routine/wishes': ['%s stops no ladder: nobody hears later of it, and nothing is closed'],
  }),
  row('a guest, somebody without a licence, a group chat', {
    'evenings/evenings': ['a substitute who is a guest'],
    'teams/door': ['does not take a guest for one of its own'],
    'teams/messenger': ['is unreachable after %i'],
    'conversation/situations': [
      'nobody has installed the bot: the very response says so, with every number of the chain',
    ],
    'conversation/identity': ['never goes to a guest who has a listed address, also when Teams says so late'],
    'conversation/races': [
      '%s gets one neutral sentence, and no card',
      'says the same whoever has what, also when the list cannot be read: the duty officer’s number, and nobody’s name',
      'gets one card with numbers, the duty officer’s among them, and nothing to press: the same whatever has happened',
    ],
  }),
  row('not a politician', {
    'conversation/others': [
      'finds it from the help card too',
      'and is close to a politician: what was aimed at them is held as the politician’s incident',
    ],
  }),
  row('panic', {
    'conversation/situations': [
      'twenty presses and twenty typed commands, one after the other: one incident, one notice',
      'twenty at the same moment: one incident, one notice, every press answered',
    ],
    'teams/limits': ['can always press, whatever it is'],
    'routine/notAsPlanned': ['%s: what is said is said once, and what follows comes when it would have'],
  }),
];

/** What is built beyond the plan. */
export const BEYOND_THE_PLAN: readonly RealLife[] = [
  row('an alarm in one press, before any form', {
    'conversation/alarm': ['is one press: the officer is told without name or story, the person sees whom'],
    'conversation/situations': ['"rapportera hot" to sent is at most four presses, and an alarm is one'],
  }),
  row('whoever Teams does not reach is rung, and the incident shows it', {
    'conversation/time': [
      'is rung by the next in line, who says whether they answered; the incident shows it',
    ],
    'conversation/ladders': [
      'the first who rang the duty officer is shown to the others, and beside it how the newest call went',
    ],
  }),
  row("the victim's own card", {
    'conversation/ladders': [
      'says that the party has not been told, and tells it with one press; the municipality keeps its clock',
    ],
    'cards/cards': [
      'leaves nobody at a dead end: whoever has a part in it, open or closed, has something to press or a number to ring',
    ],
  }),
  row('chats hold no story; cards are blanked', {
    'cards/cards': ['never stands in a card that stays in the chat, nor does a name but an official one'],
    'conversation/again': [
      'is one line when the incident is closed, also when Teams did not take it at first',
    ],
  }),
  row('who is with the victim, until when, who takes over', {
    'conversation/time': [
      'who is there now, until when, who takes over: shown, and asked about when the time is out, at any hour',
    ],
  }),
  row('the incident report as Word, and a masked copy', {
    'conversation/document': [
      'comes as a Word file by a link, with what was reported, and both looks in the log with their purpose',
      'is gone through by a person, says why, and holds nothing of what is masked',
    ],
  }),
  row('the checklist of a threat by phone', {
    'conversation/guidance': [
      'saves at every press what was typed and tapped, and becomes words of a report',
    ],
  }),
  row('practice', {
    'conversation/practice': [
      'is played by six with the whole routine, marked everywhere, and leaves nothing; a real alarm in it is real',
    ],
  }),
  row('the drill of who is reached', {
    'conversation/time': [
      'asks every officer and deputy, and after two working days the strategist sees who did not answer',
    ],
  }),
  row('the check that nobody is forgotten', {
    'app/deadMan': ['sets an open incident due that the agenda does not have, with ids only in the log'],
  }),
  row('somebody in the place of who is away', {
    'conversation/absence': [
      'hears nothing meanwhile: the deputy is asked at once, and the list says until when',
    ],
    'conversation/time': [
      'from one officer to another: the victim is told first and chooses; nothing falls between two',
    ],
  }),
  row('the year in figures, small numbers left out', {
    'routine/figures': [
      'cannot be worked out from what is shown',
      'says nothing at all of fewer than five, in no table',
    ],
  }),
  row('the same sender in several incidents, by a decision', {
    'access/links': [
      'the strategist sees in how many incidents, opens those that are theirs, and reads neither address, name nor party',
      'is needed: without one there is no such page, and nobody is told of it',
    ],
  }),
  row('"Vem kan se min rapport?"', {
    'conversation/access': ['is shown to the victim with name, role and day, a row a person; to nobody else'],
  }),
  row('"Jag är i säkerhet nu"', {
    'conversation/wishes': ['"Jag är i säkerhet nu": the officer reads it and rings all the same'],
  }),
  row('Ångra; closing early on one card', {
    'conversation/wishes': [
      'of "Jag har tagit emot": the victim is told, the next in line is asked when they would have been',
      'comes too late after ten minutes, and says whom to turn to; pressed twice it is once',
      'closes as a duplicate on one card, and as a mistake only after a talk',
    ],
  }),
  row('"Det har hänt igen"', {
    'conversation/campaign': ['is on the victim’s card, and asks: to this incident, or a report of its own'],
  }),
  row('a call and a chat in Teams beside every number', {
    'conversation/contactList': [
      'has 112 and 114 14 first, then the own party, then the municipality; with call and chat in Teams',
    ],
  }),
  row('a change of contacts is told', {
    'conversation/contactList': [
      'a row: its holder and the other strategists hear of it, the history has who, when and what',
    ],
    'conversation/time': [
      'from one strategist to another: the one who led is out, the new one is asked, the other strategists hear of it',
    ],
  }),
];

/** What else happens in real life. */
export const BESIDE_THE_ROUTINE: readonly RealLife[] = [
  row('a politician changes party', {
    'conversation/changeParty': [
      'by their own card: the old officer’s card is blanked, the new one is asked, the next alarm goes there',
    ],
    'routine/ending': [
      'the old party’s have no place in it, the new one’s are asked, whoever leads for the municipality goes on',
      'a reserve of the old party reads no more either',
    ],
  }),
  row('a party that dissolves or merges', {
    'conversation/changeParty': [
      'the victim of what its officer leads chooses; who led has nothing to open once another is chosen',
      'what nobody has taken is asked of the strategist at once, and of nobody in it',
    ],
    'routine/ending': [
      'nothing falls between two: what nobody led goes to the strategist, and the victim of the rest chooses',
    ],
    'routine/terms': ['a party that has gone or merged: with no officer left, the municipality is asked'],
  }),
  row('a victim in hospital, unconscious or dead', {
    'conversation/unable': [
      'in hospital: next of kin first, nothing comes to the chat for two weeks, nobody is told to ring, and one press takes it back',
      'dead: their chat stays as it was, to the letter; the lead may close; what would come by itself does not',
      'others who help hear that they are not to ring, not why',
    ],
    'routine/unable': [
      'nothing goes to them, in whatever state the incident is',
      'a question that was asked stands as "kan inte svara nu", and is asked anew afterwards',
      'what was to be done for them ends, what others need goes on, and nothing stands in the way of closing',
    ],
  }),
  row('an event of long ago, on an unknown day, or over several', {
    'conversation/frontDoor': [
      'an event told of late: the talk’s last day is counted from the report, and the card says why',
    ],
    'routine/longAgo': ['nobody is told of a day that had passed when it was reported'],
  }),
  row('a step handed on, and who helps without leading', {
    'conversation/wishes': [
      'a step handed to a deputy: told, done by them alone; the rest stays with the lead',
      '"Jag hjälper till": name and number without leading, not the story; the victim reads who, and the next in line is asked in time',
      '"Jag kan inte" of one who leads: the next is asked, and the victim is told',
    ],
    'routine/wishes': ['"Jag hjälper till" may lead later, and moves no clock'],
    'routine/owners': ['handed to a deputy it is theirs, and still the lead’s'],
  }),
  row('nobody is stuck', {
    'cards/cards': [
      'leaves nobody at a dead end: whoever has a part in it, open or closed, has something to press or a number to ring',
      'that says that something cannot be done begins with 112 and the police, and with a person where one is known',
    ],
    'routine/walk': [
      'never crash, never leave anybody stuck, a step without owner or an incident without someone to act, never show too much',
    ],
  }),
  row('whatever is stored, served or set', {
    'house/stores': [
      'that the code has is listed, and no other',
      'routes: who may call them is tried',
      'settings: given when deployed, and explained in .env.example',
    ],
  }),
];
