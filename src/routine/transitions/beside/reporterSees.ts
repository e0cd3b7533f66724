import type { Incident } from '../../model/incident';
import type { ReporterSees } from '../../model/wish/reporterSees';
import { mayBeLetIn } from '../../rules/victim/reporterSees';
import { stamp, type Turn } from '../turn';

/** The victim lets whoever reported see more, or no more than their own words: it holds from this press on. */
export function letReporter(incident: Incident, what: ReporterSees | 'nothing', turn: Turn): Incident {
  const { reporterSees } = incident;
  if (!mayBeLetIn(incident) || (reporterSees?.what ?? 'nothing') === what) return incident;
  return { ...incident, reporterSees: what === 'nothing' ? undefined : { what, at: stamp(turn) } };
}
