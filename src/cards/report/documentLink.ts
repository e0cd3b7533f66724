import { COMMON } from '../../content/texts/common';
import { TAKE } from '../../content/texts/printed/takeDocument';
import type { NoteScreen } from '../../screens/screen';
import { back, card, link, type Typed } from '../parts';
import type { Scene } from '../scene';
import type { View } from '../view';
import { purposeForm } from './purpose';

/** The form that makes a link to the document: whoever takes it says why. */
export const documentPage = (scene: Scene, typed: Typed): View =>
  purposeForm(scene, typed, { ...TAKE, button: TAKE.order, verb: 'orderDocument' });

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
