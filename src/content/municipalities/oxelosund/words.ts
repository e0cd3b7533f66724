import type { PlanWords } from '../../../routine/model/words';
import { STATUS, STEP_CARD, SUPPORT } from '../../texts/cards';
import { CHECKS, CHOICES, REPORT_FIELDS, SECTIONS, STEP_FIELDS, STEPS } from '../../texts/steps';

const { support, assessed, police, talk } = STATUS.rows;

/** The words of the plan: those of the shared library, beside what belongs to single steps. */
export const words = {
  steps: {
    ...STEPS,
    'police-report-restricted': { ...STEPS['police-report-restricted'], beside: STEP_CARD.restricted },
    'police-report-link': { ...STEPS['police-report-link'], beside: STEP_CARD.linkStated },
    'assess-professional-support': { ...STEPS['assess-professional-support'], answers: SUPPORT },
  },
  sections: SECTIONS,
  fields: STEP_FIELDS,
  report: REPORT_FIELDS,
  choices: CHOICES,
  checks: CHECKS,
  status: {
    'initial-support': support,
    assess: assessed,
    'contact-police': police,
    'follow-up-talk': talk,
  },
} satisfies PlanWords;
