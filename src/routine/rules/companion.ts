import type { Company, Incident } from '../model/incident';

/** Who is with the victim now; undefined when nobody was named, or nobody is needed any more. */
export function companyNow(incident: Incident): Company | undefined {
  const last = incident.company?.at(-1);
  return last?.who ? last : undefined;
}
