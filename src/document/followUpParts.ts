import type { Scene } from '../cards/scene';
import { CHOICES } from '../content/fields';
import { DOCUMENT } from '../content/texts/printed/document';
import { fullDay } from '../content/texts/time';
import type { Talk } from '../routine/model/records';
import { answerRow, type DocumentPart } from './model';

/* Bilaga 5 part 3: talks 1, 2, 3, …; and its last page, how the routine was applied. */

const TALKS = DOCUMENT.talks;
const REVIEW = DOCUMENT.review;

function talkPart(title: string, talk: Talk): DocumentPart {
  const { heldOn, plannedFor, attendees, notes, waived } = talk;
  const day = heldOn ? [TALKS.date, fullDay(heldOn)] : [TALKS.planned, plannedFor ? fullDay(plannedFor) : ''];
  return {
    title,
    level: 2,
    lines: [],
    table: {
      heads: TALKS.heads,
      widths: [1, 2],
      rows: [
        answerRow(day[0] ?? '', [day[1] ?? ''], DOCUMENT.blank),
        ...(waived
          ? [answerRow(TALKS.waived, [waived], DOCUMENT.blank)]
          : [
              answerRow(TALKS.attendees, [attendees], DOCUMENT.blank),
              answerRow(TALKS.notes, [notes], DOCUMENT.blank),
            ]),
      ],
    },
  };
}

/** Bilaga 5 part 3: the first talk, then the follow-up talks by number. */
export function talkParts({ incident }: Scene): DocumentPart[] {
  const first = incident.talks.filter(({ kind }) => kind === 'first');
  const others = incident.talks.filter(({ kind }) => kind === 'followUp');
  const isEmpty = incident.talks.length === 0;
  return [
    { title: TALKS.title, slot: 'talks', level: 1, lines: isEmpty ? [TALKS.none] : [] },
    ...first.map((talk) => talkPart(TALKS.first, talk)),
    ...others.map((talk, at) => talkPart(TALKS.followUp(at + 1), talk)),
  ];
}

/** The last page of Bilaga 5. */
export function reviewPart({ incident }: Scene): DocumentPart {
  const { review, reviewWords = [] } = incident;
  const blank = DOCUMENT.blank;
  const rows = [
    ...(review
      ? [
          answerRow(REVIEW.applied, [CHOICES.yesNo?.[review.applied] ?? ''], blank),
          answerRow(REVIEW.routine, [review.routine], blank),
          answerRow(REVIEW.plan, [review.plan], blank),
          answerRow(REVIEW.worked, [review.worked], blank),
        ]
      : []),
    ...reviewWords.flatMap(({ as, worked, better }) => [
      answerRow(`${REVIEW.word[as]}: ${REVIEW.worked.toLowerCase()}`, [worked], blank),
      answerRow(`${REVIEW.word[as]}: ${REVIEW.better.toLowerCase()}`, [better], blank),
    ]),
  ];
  return {
    title: REVIEW.title,
    slot: 'review',
    level: 1,
    lines: review ? [] : [REVIEW.none],
    ...(rows.length > 0 && { table: { heads: REVIEW.heads, widths: [1, 2], rows } }),
  };
}
