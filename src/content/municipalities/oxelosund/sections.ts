import type { Labels } from '../../../routine/model/words';
import { inSection } from '../library/inSection';

/** The plan's sections as rows of the incident card. */
export const sections: Labels = {
  '3.1.1': 'Första kontakt och bedömning',
  '3.1.2': 'Råd från polisen',
  '3.1.3': 'Polisanmälan',
  '3.2.1': 'Stöd direkt',
  '3.2.2': 'Vård och sällskap',
  '3.2.3': 'Vem ska få veta',
  '3.2.4': 'Uppföljning',
};

/** Bilaga 3 of the plan: its steps, section by section. */
export const steps = [
  ...inSection('3.1.1', 'inform-officer', 'assess', 'contact-strategist'),
  ...inSection('3.1.2', 'contact-police'),
  ...inSection('3.1.3', 'police-report', 'police-report-restricted', 'police-report-link'),
  ...inSection('3.2.1', 'initial-support', 'support-person'),
  ...inSection('3.2.2', 'company-to-care', 'company-home', 'company-until-support'),
  ...inSection('3.2.3', 'inform-groups', 'inform-media'),
  ...inSection(
    '3.2.4',
    'follow-up-talk',
    'document-talk',
    'assess-more-talks',
    'assess-professional-support',
    'order-professional-support',
  ),
];
