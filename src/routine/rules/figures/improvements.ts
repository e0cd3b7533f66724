import type { Incident } from '../../model/incident';

/** Texts of a review that say what could be better, by who wrote them; empty ones are left out. */
export function reviewTexts({ review, reviewWords = [] }: Incident): { of: string; text: string }[] {
  const all = [
    { of: 'routine', text: review?.routine ?? '' },
    { of: 'plan', text: review?.plan ?? '' },
    ...reviewWords.map(({ as, better }) => ({ of: as as string, text: better })),
  ];
  return all.filter(({ text }) => text.trim() !== '');
}

/** Whether somebody wrote that something could be better, and nobody has said yet what is done about it. */
export const isUnanswered = (incident: Incident): boolean =>
  reviewTexts(incident).length > 0 && (incident.improvements ?? []).length === 0;
