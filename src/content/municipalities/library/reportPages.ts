import { CHANNELS, KINDS } from '../../../routine/model/codes';
import type { ReportPage } from '../../../routine/model/routine';
import { page } from '../../../routine/plan/blocks';
import { choice, day, name, several, text } from '../../../routine/plan/fields';

/** The ten fields of Bilaga 5 part 1. Day and time are asked with what happened, so that a report after an alarm has them too. */
export const REPORT_PAGES: readonly ReportPage[] = [
  page(
    'what',
    [{ id: 'what', kind: 'story', required: true }, several('kinds', KINDS), choice('channel', CHANNELS)],
    ['what', 'kinds', 'channel', 'date', 'time'],
  ),
  page(
    'when',
    [day('date'), { id: 'time', kind: 'time' }, day('dateTo'), text('place'), text('context')],
    ['place', 'context', 'dateTo'],
  ),
  page('around', [
    text('witnesses'),
    choice('reached', ['yes', 'no', 'unknown']),
    text('measures'),
    text('impact'),
  ]),
  page('offender', [
    choice('offenderKnown', ['known', 'unknown', 'several']),
    text('offender'),
    text('offenderOthers'),
    text('group'),
    text('trigger'),
  ]),
  page('you', [name('phone'), name('board')]),
];
