import { COMMON } from '../../content/texts/common';
import { TAKE } from '../../content/texts/printed/takeDocument';
import { PURPOSE_FIELDS } from '../../screens/forms';
import type { NoteScreen } from '../../screens/screen';
import { back, card, fields, link, primary, type Typed } from '../parts';
import { kicker, on, type Scene } from '../scene';
import type { View } from '../view';

/** The form that makes a link to the document: whoever takes it says why. */
export const documentPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: TAKE.title,
    lines: TAKE.lines,
    problem: typed.problem,
    fields: fields(PURPOSE_FIELDS, { purpose: TAKE.purpose }, {}, typed),
    buttons: [primary(TAKE.order, 'orderDocument', on(scene)), back('show', on(scene))],
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
