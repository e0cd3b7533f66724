import { COMMON } from '../../content/texts/common';
import { TAKE } from '../../content/texts/printed/takeDocument';
import type { NoteScreen } from '../../screens/screen';
import { back, button, card, link, type Typed } from '../parts';
import { on, type Scene, toPage } from '../scene';
import type { View } from '../view';
import { purposeForm } from './purpose';

/** The form that makes a link to the document: whoever takes it says why. */
export const documentPage = (scene: Scene, typed: Typed): View =>
  purposeForm(scene, typed, {
    ...{ ...TAKE, button: TAKE.order, verb: 'orderDocument' },
    more: [
      ...(scene.incident.masking
        ? [button(TAKE.orderMasked, 'orderDocument', on(scene, { isMasked: 'yes' }))]
        : []),
      ...(scene.mayDo.has('maskCopy') ? [toPage(scene, TAKE.toMasks, 'maskedCopy')] : []),
    ],
  });

/** The link for one download. Where the server does not know its own address, there is none to give. */
export const documentLinkCard = ({
  incident,
  reference,
  url,
}: Extract<NoteScreen, { note: 'document' }>): View =>
  card({
    kicker: COMMON.reference(reference),
    title: url ? TAKE.readyTitle : TAKE.title,
    lines: url ? TAKE.readyLines : [TAKE.noAddress],
    links: url ? [link(TAKE.open, url)] : [],
    buttons: [back('show', { id: incident })],
  });
