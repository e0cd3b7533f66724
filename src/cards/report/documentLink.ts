import { COMMON } from '../../content/texts/common';
import { TAKE } from '../../content/texts/printed/takeDocument';
import type { ReadyFile } from '../../screens/files';
import { back, button, card, link, type Typed } from '../parts';
import { on, type Scene, toPage } from '../scene';
import { documentLink } from '../stepParts';
import type { View } from '../view';
import { purposeForm } from './purpose';

/** The form that makes a link to the document: whoever takes it says why. */
export const documentPage = (scene: Scene, typed: Typed): View =>
  scene.municipality.tabLink ? toTab(scene) : documentForm(scene, typed);

/** The way to the tab, where the file is taken. */
const toTab = (scene: Scene): View =>
  card({
    kicker: COMMON.reference(scene.incident.reference),
    title: TAKE.title,
    lines: TAKE.toTab,
    links: documentLink(scene),
    buttons: [back('show', on(scene))],
  });

const documentForm = (scene: Scene, typed: Typed): View =>
  purposeForm(scene, typed, {
    ...{ ...TAKE, button: TAKE.order, verb: 'orderDocument' },
    more: [
      ...(scene.incident.masking
        ? [button(TAKE.orderMasked, 'orderDocument', on(scene, { isMasked: 'yes' }))]
        : []),
      ...(scene.mayDo.has('maskCopy') ? [toPage(scene, TAKE.toMasks, 'maskedCopy')] : []),
    ],
  });

/** The form that makes a file of evidence ready to be taken. */
export const filePage = (scene: Scene, file: string, typed: Typed): View =>
  purposeForm(scene, typed, { ...TAKE.file, button: TAKE.file.order, verb: 'orderFile', data: { file } });

/** The words on a file: ready in the tab, by a link, or not to be had: the server does not know its own address. */
function saidOf({ url, ticket }: ReadyFile): { title: string; lines: string[] } {
  if (ticket) return { title: TAKE.inTab.title, lines: TAKE.inTab.lines };
  return url
    ? { title: TAKE.readyTitle, lines: TAKE.readyLines }
    : { title: TAKE.title, lines: [TAKE.noAddress] };
}

/** The link for one download, or that the tab may take the file now. */
export const documentLinkCard = (screen: ReadyFile): View =>
  card({
    kicker: COMMON.reference(screen.reference),
    ...saidOf(screen),
    links: screen.url ? [link(TAKE.open, screen.url)] : [],
    buttons: [back('show', { id: screen.incident })],
  });
