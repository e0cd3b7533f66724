/*
 * The plan row by row: what it asks, of whom, and what is written down, in our own words. Each row has one test of its id in
 * this folder, and `npm run fidelity` prints them.
 *
 * 82 rows: A, the 19 steps of Bilaga 3; B, the ten fields of Bilaga 5 part 1, with 26 questions in them; C, its 14 control
 * questions, where a comment counts by itself and "who first, who was chosen" is one; D, the three things written of each talk;
 * E, the three questions of the last page; F, 33 statements of the text of 3.1.1 to 3.3, one for each thing that it says shall
 * be so, also where a sentence says two or a step says it again.
 */

export type Table = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type Owner =
  | 'victim'
  | 'reporter'
  | 'lead'
  | 'strategist'
  | 'chief'
  | 'lead and strategist'
  | 'victim and lead'
  | 'victim or lead'
  | 'whoever files';

export interface Row {
  /** The table and the place in it: `A4`. */
  readonly id: `${Table}${number}`;
  /** Of the plan. */
  readonly section: string;
  readonly owner: Owner;
  /** What the plan wants done, asked or said. */
  readonly what: string;
  /** What is stored of it; the routine's ids. */
  readonly stored: string;
  /** Questions within one field, where there are several. */
  readonly questions?: readonly string[];
  /** Not built whole, or not shown by this case: the issue that has the rest, and what that is. */
  readonly open?: { readonly issue: number; readonly why: string };
}

/** The numbers that the plan's own tables give. */
export const COUNTS: Readonly<Record<Table, number>> = { A: 19, B: 10, C: 14, D: 3, E: 3, F: 33 };
export const QUESTIONS = 26;

type Cells = readonly [section: string, owner: Owner, what: string, stored: string, more?: Partial<Row>];

const table = (name: Table, rows: readonly Cells[]): Row[] =>
  rows.map(([section, owner, what, stored, more], index) => ({
    id: `${name}${index + 1}`,
    section,
    owner,
    what,
    stored,
    ...more,
  }));

const STEPS = table('A', [
  [
    '3.1.1',
    'victim',
    "tells the party's officer, alone or through a proxy",
    'inform-officer, by the acknowledgement',
  ],
  [
    '3.1.1',
    'lead',
    'makes a first assessment with the victim',
    'assess: kind, serious, care, strategist, together, why',
  ],
  [
    '3.1.1',
    'lead',
    'turns to the strategist when needed; so may the victim',
    'contact-strategist; strategist.since',
  ],
  [
    '3.1.2',
    'strategist',
    'asks the police whether to report, and states the link',
    'contact-police: when, whom, advice, link',
  ],
  ['3.1.3', 'chief', 'reports to the police if the victim decides so', 'police-report: when, by, number'],
  [
    '3.1.3',
    'whoever files',
    'asks that the report be access-restricted',
    'police-report-restricted, and its outcome later',
  ],
  ['3.1.3', 'whoever files', 'states the link to the political office', 'police-report-link'],
  ['3.2.1', 'lead', 'sees that there is initial support and nobody is alone', 'initial-support: who'],
  [
    '3.2.1',
    'lead',
    'notes the support person whom the victim chose',
    'support-person: who, phone, rings, reached',
  ],
  ['3.2.2', 'lead', 'company to care and while waiting there', 'company-to-care: who'],
  ['3.2.2', 'lead', 'company home or to another place', 'company-home: who, where'],
  ['3.2.2', 'lead', 'company there until the support person comes', 'company-until-support: who'],
  [
    '3.2.3',
    'lead and strategist',
    'agree on which groups are told what is necessary',
    'inform-groups: groups, others, text, how, by',
  ],
  ['3.2.3', 'lead', 'gives mass media only what is necessary', 'inform-media: what, whom'],
  ['3.2.4', 'lead', 'holds a first follow-up talk within two weeks', 'follow-up-talk: heldOn, attendees'],
  ['3.2.4', 'lead', 'documents that talk', 'document-talk: how, support, mandate'],
  ['3.2.4', 'lead', 'assesses whether more talks are needed', 'assess-more-talks: more, plannedFor'],
  [
    '3.2.4',
    'victim and lead',
    'assess whether professional support is needed',
    'assess-professional-support: wants, talkedWith, comment',
  ],
  [
    '3.2.4',
    'strategist',
    'orders it through the occupational health service',
    'order-professional-support: when, number',
  ],
]);

const FIELDS = table('B', [
  [
    'Bilaga 5.1',
    'reporter',
    'who reports',
    'reporter',
    { questions: ['name', 'function', 'relation to the victim'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'who was targeted',
    'victim.name; board',
    { questions: ['name', 'committee or board'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'what happened',
    'what, kinds, channel',
    { questions: ['in detail', 'of which kind', 'by which way'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'when and where',
    'place, date, time, context',
    { questions: ['place', 'time', 'context'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'who else saw it',
    'witnesses, reached',
    { questions: ['witnesses', 'whether it reached the one it was meant for'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'who did it',
    'offenderKnown, offenderCount, offender, offenderOthers',
    {
      questions: [
        'known or not',
        'one or several',
        'sex',
        'rough age',
        'dialect',
        'other politicians targeted',
      ],
    },
  ],
  ['Bilaga 5.1', 'reporter', 'a group or faction', 'group, groupName', { questions: ['whether', 'which'] }],
  [
    'Bilaga 5.1',
    'reporter',
    'a known trigger',
    'trigger',
    { questions: ['a question, a decision, something else'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'measures decided',
    'measures; decision; protection',
    { questions: ['police report', 'protection'] },
  ],
  [
    'Bilaga 5.1',
    'reporter',
    'how the victim took it',
    'frightening, meant, impact',
    { questions: ['frightening or not', 'meant seriously or not'] },
  ],
]);

const CHECKS = table('C', [
  ['3.1.1', 'lead', 'the strategist was contacted', 'contacts.strategistContacted'],
  ['3.1.1', 'lead', 'a comment', 'contacts.comment'],
  ['3.1.2', 'lead', 'the police were asked', 'police.policeContacted'],
  ['3.1.3', 'lead', 'it was reported', 'police.reported'],
  ['3.1.3', 'lead', 'a comment', 'police.comment'],
  ['3.2.1', 'lead', 'there was initial support', 'support.supported'],
  ['3.2.1', 'lead', 'relatives were informed', 'support.relatives'],
  ['3.2.1', 'lead', 'a support person was chosen', 'support.supportPerson'],
  ['3.2.1', 'lead', 'who supported first, and who was chosen', 'support.supporter, support.chosen'],
  ['3.2.2', 'lead', 'company to care and while waiting there', 'company.toCare'],
  ['3.2.2', 'lead', 'company on the way and until the support person came', 'company.onTheWay'],
  ['3.2.2', 'lead', 'all who kept company', 'company.who'],
  ['3.2.2', 'lead', 'which first support has been set going', 'company.measures'],
  ['3.2.3', 'lead', 'who has been informed', 'information.informed'],
]);

const TALKS = table('D', [
  ['Bilaga 5.3', 'lead', 'the day of each talk: one, two, three and on', 'talks: heldOn'],
  ['Bilaga 5.3', 'lead', 'who attended', 'talks: attendees'],
  ['Bilaga 5.3', 'lead', 'how things are, and support that is needed', 'talks: notes; document-talk'],
]);

const REVIEW = table('E', [
  ['Bilaga 5', 'lead', 'whether the routine was applied', 'review.applied'],
  ['Bilaga 5', 'lead', 'weaknesses and improvements of the routine or the work', 'review.routine'],
  ['Bilaga 5', 'lead', 'weaknesses and improvements of the plan', 'review.plan'],
]);

const TEXT = table('F', [
  ['3.1.1', 'victim', 'a report reaches the party’s officer', 'inform-officer'],
  [
    '3.1.1',
    'victim and lead',
    'assess together; either may turn to the strategist',
    'assess.together; contact-strategist',
  ],
  [
    '3.1.2',
    'strategist',
    'the police are asked at the start: threat, violence, serious harassment',
    'strategist.why: police',
  ],
  ['3.1.2', 'strategist', 'the police help to judge whether to report', 'contact-police.advice'],
  [
    '3.1.2',
    'strategist',
    'the police’s victim support and personal protection are asked about',
    'contact-police: victimSupport, protection',
  ],
  ['3.1.2', 'strategist', 'the link to the office is always stated', 'contact-police: link, or linkWhy'],
  ['3.1.3', 'victim', 'is told that a report should be made', 'decision'],
  ['3.1.3', 'victim', 'is told why: it is easier to stop it from happening again', 'decision'],
  ['3.1.3', 'victim', 'is told of the right to ask for access restriction', 'decision'],
  ['3.1.3', 'victim', 'is told that then only those who work on it may read', 'decision'],
  ['3.1.3', 'victim', 'decides, always and alone', 'decision.answer'],
  [
    '3.1.3',
    'chief',
    'the municipality files unless agreed otherwise',
    'police-report, its owner by decision.answer',
  ],
  ['3.1.3', 'whoever files', 'states the link in the report', 'police-report-link'],
  ['3.2.1', 'lead', 'nobody is left alone: open from the report on', 'initial-support'],
  [
    '3.2.1',
    'victim and lead',
    'whoever comes first judges with the victim which support is needed',
    'assess.support, assess.together',
  ],
  ['3.2.1', 'lead', 'is told who may be with the victim: seven sorts of people', 'initial-support.who'],
  ['3.2.1', 'lead', 'has a list of whom to call among the next of kin', 'a person’s kin; kinLooks'],
  ['3.2.2', 'lead', 'somebody goes along to care and stays until it has taken over', 'company-to-care'],
  [
    '3.2.2',
    'lead',
    'and home from there, until the support person comes',
    'company-home, company-until-support',
  ],
  ['3.2.2', 'lead', 'the same where no care is needed', 'company-to-care put aside; company-home'],
  [
    '3.2.3',
    'lead and strategist',
    'neither decides alone, not that nobody is told either',
    'groups.by; inform-groups.endedBy',
  ],
  ['3.2.3', 'lead', 'handles mass media, if they ask', 'inform-media'],
  ['3.2.4', 'lead', 'holds a talk as soon as possible', 'talks: first'],
  ['3.2.4', 'lead', 'follows up after one to two weeks', 'follow-up-talk, from day 7'],
  ['3.2.4', 'lead', 'and then as needed', 'talks: plannedFor'],
  ['3.2.4', 'lead', 'answers for that the talks are held', 'talks: by'],
  ['3.2.4', 'lead', 'the talks are documented', 'talks: notes'],
  [
    '3.2.4',
    'victim',
    'is offered professional support by the occupational health service',
    'assess-professional-support',
  ],
  ['3.2.4', 'strategist', 'orders that support', 'order-professional-support'],
  [
    '3.3',
    'lead',
    'circumstances and work are documented in the plan’s form',
    'report, steps, checks, talks, review',
  ],
  ['3.3', 'lead', 'it can be followed as long as it goes on', 'history'],
  [
    '3.3',
    'victim or lead',
    'weaknesses and what worked are written down by those concerned',
    'review; reviewWords',
  ],
  ['3.3', 'strategist', 'so that the work gets better and it does not happen again', 'improvements'],
]);

export const ROWS: readonly Row[] = [...STEPS, ...FIELDS, ...CHECKS, ...TALKS, ...REVIEW, ...TEXT];
