import { callStory } from '../../../content/texts/guidance/phoneCall';
import { withoutCall } from '../../../routine/rules/report/phoneCall';

/** The values of a draft with the checklist of a call made words of the report: nothing that was noted is left out. */
export function withCallTold(values: Record<string, string>): Record<string, string> {
  const story = callStory(values);
  if (story === '') return values;
  return {
    ...withoutCall(values),
    what: [values.what ?? '', story].filter((text) => text !== '').join('\n\n'),
  };
}
