import { type Scene, toPage } from '../../cards/scene';
import { EVIDENCE, fileLine, GIVEN, giverTitle } from '../../content/texts/evidence/evidence';
import { moment } from '../../content/texts/time';
import type { Evidence } from '../../routine/model/incident';
import { kindOf } from '../../routine/rules/report/evidence';
import type { TabIncidentScreen } from '../../screens/tab/tabScreens';
import type { FilesView, GivenFileView } from '../filesContract';

function fileView(scene: Scene, { id, type, bytes, as, at, sha256 }: Evidence): GivenFileView {
  const kind = kindOf(type);
  return {
    file: id,
    title: fileLine(kind, bytes),
    note: [giverTitle(scene.municipality.names, as), moment(at, scene.now), EVIDENCE.print(sha256)].join(
      ' · ',
    ),
    isPicture: kind === 'picture' && scene.mayDo.has('seePicture'),
    take: scene.mayDo.has('takeFile') ? toPage(scene, GIVEN.take, 'file', { about: id }) : undefined,
  };
}

/** Files of an incident, newest first, as its viewer may know of them; undefined: they read no list, and may give none. */
export function filesView(scene: Scene, { giving }: TabIncidentScreen): FilesView | undefined {
  const rows = (scene.incident.evidence ?? []).map((one) => fileView(scene, one)).reverse();
  const { mayGive, most, isSilenceOwed } = giving;
  if (rows.length === 0 && !mayGive) return undefined;
  const first = isSilenceOwed ? { first: toPage(scene, GIVEN.look, 'details') } : {};
  return { rows, mayGive, most, ...first };
}
