import { CHANNELS, KINDS, YES_NO, YES_NO_UNKNOWN } from '../../../routine/model/codes';
import type { FieldSpec } from '../../../routine/model/fields';
import type { ReportField } from '../../../routine/model/report';
import type { ReportPage } from '../../../routine/model/routine';
import { page } from '../../../routine/plan/blocks';
import { choice, day, name, several, text, yesNo } from '../../../routine/plan/fields';

const onlyIf = <Id extends string>(field: string, oneOf: readonly string[], spec: FieldSpec<Id>) => ({
  ...spec,
  onlyIf: { field, oneOf },
});

const known = <const Id extends ReportField>(id: Id) => choice(id, YES_NO_UNKNOWN);

/**
 * The ten fields of Bilaga 5 part 1, in the order in which they are asked. The last day stands beside the first: a
 * campaign is the ordinary case. `who` is not stored in the report: the incident knows who reports.
 */
export const REPORT_PAGES: readonly ReportPage[] = [
  page('you', [
    name('phone'),
    onlyIf('who', ['other'], name('reporterPhone')),
    name('reporterFunction'),
    name('board'),
  ]),
  page('what', [
    { id: 'what', kind: 'story', required: true },
    several('kinds', KINDS),
    several('channel', CHANNELS),
    day('date'),
    day('dateTo'),
  ]),
  page('when', [
    { id: 'time', kind: 'time' },
    text('place'),
    text('context'),
    onlyIf('channel', ['phone', 'sms', 'email', 'social'], choice('whichPhone', ['work', 'private'])),
    yesNo('relatives'),
  ]),
  page('offender', [
    yesNo('offenderKnown'),
    choice('offenderCount', ['one', 'several', 'unknown']),
    text('offender'),
    text('offenderOthers'),
  ]),
  page('motive', [yesNo('group'), text('groupName'), text('trigger'), known('hate')]),
  page('around', [text('witnesses'), name('witnessPhone'), known('reached'), text('measures')]),
  page('impact', [choice('frightening', YES_NO), known('meant'), text('impact')]),
  page('review', [yesNo('urgent')]),
];
