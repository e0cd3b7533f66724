import { EVIDENCE, FILE_FAULTS, FILES, fileLine } from '../../content/texts/evidence/evidence';
import type { FilesScreen } from '../../screens/files';
import { back, button, card, plain, primary, ROWS, weighed } from '../parts';
import type { ButtonView, View } from '../view';

/** Where the files may be kept: a report that is begun first, then open incidents. */
function places({ offer, draft, incidents }: FilesScreen): ButtonView[] {
  const begun = draft?.isBegun ? [button(FILES.toDraft, 'keepInDraft', { draft: draft.id, offer })] : [];
  const fresh =
    draft && !draft.isBegun ? [button(FILES.toNewDraft, 'keepInDraft', { draft: draft.id, offer })] : [];
  const open = incidents.map(({ id, reference }) =>
    button(FILES.toIncident(reference), 'keepInIncident', { id, offer }),
  );
  return [...begun, ...open, ...fresh];
}

const copies = ({ isInOneDrive, isPasted }: FilesScreen): string[] => [
  ...(isInOneDrive ? [FILES.oneDrive] : []),
  ...(isPasted ? [FILES.pasted] : []),
];

/** Sentences on files that may do harm. */
const warnings = ({ files }: FilesScreen): string[] => [
  ...(files.some(({ isDisguised }) => isDisguised) ? [FILES.disguised] : []),
  ...(files.some(({ kind, isDisguised }) => kind === 'program' && !isDisguised) ? [FILES.program] : []),
];

/** Why some were not taken; alone, or on top of those that were. */
const problemIn = ({ faults, most }: FilesScreen): string =>
  faults.flatMap((fault) => FILE_FAULTS[fault]?.(most) ?? []).join(' ');

const said = ({ done, reference = '' }: FilesScreen): { title: string; lines: string[] } => {
  switch (done) {
    case 'inDraft':
      return { title: FILES.done.inDraft, lines: FILES.inDraftLines };
    case 'inIncident':
      return { title: FILES.done.inIncident(reference), lines: FILES.inIncidentLines };
    case 'dropped':
      return { title: FILES.done.dropped, lines: [] };
    case 'full':
      return { title: FILES.done.full, lines: FILES.fullLines };
    default:
      return { title: FILES.done.nothing, lines: [FILES.send] };
  }
};

/** The files that go with a report that is being written. */
const draftFilesCard = ({ draft, files }: NonNullable<FilesScreen['inDraft']>): View =>
  card({
    kicker: FILES.kicker,
    title: EVIDENCE.inDraft(files.length),
    lines: files.length > ROWS ? [FILES.someOf(ROWS)] : [],
    items: files.slice(0, ROWS).map(({ kind, bytes, id }) => ({
      text: fileLine(kind, bytes),
      detail: '',
      buttons: [plain(FILES.drop, 'dropDraftFile', { draft, file: id })],
      links: [],
    })),
    buttons: [back('backTo', { draft, page: 'review', to: 'review' })],
  });

/** The answer to files that came, and to what was pressed on it. No name of a file stands on it: it stays in the chat. */
export function filesCard(screen: FilesScreen): View {
  const { files, offer, draft, most, done, inDraft } = screen;
  if (inDraft) return draftFilesCard(inDraft);
  const kinds = files.map(({ kind, bytes }) => fileLine(kind, bytes));
  if (offer !== undefined) {
    const list = screen.isList ? [button(FILES.asList, 'csvFromFile', { offer })] : [];
    const [first, ...rest] = [...list, ...places(screen)];
    const drop = plain(FILES.drop, 'dropFiles', { offer });
    return card({
      kicker: FILES.kicker,
      title: FILES.ask(files.length),
      problem: [problemIn(screen), ...warnings(screen)].filter(Boolean).join(' '),
      lines: [...kinds, ...FILES.askLines, ...FILES.doNotSend],
      buttons: [...(first ? [{ ...first, style: 'positive' as const }] : []), drop, ...weighed(rest, 1)],
      below: { lines: copies(screen) },
    });
  }
  const isFault = screen.faults.length > 0;
  const { title, lines } = said(screen);
  return card({
    kicker: FILES.kicker,
    title: isFault ? FILES.notTaken : title,
    lines: [
      ...(isFault ? [problemIn(screen)] : [...kinds, ...lines]),
      ...(done === 'nothing' || isFault ? [FILES.most(most)] : []),
    ],
    buttons: done === 'inDraft' && draft ? [primary(FILES.goOn, 'safe', { draft: draft.id })] : [],
    below: {
      lines: [
        ...copies(screen),
        ...(done === 'nothing' || isFault ? FILES.doNotSend : []),
        ...(done === 'inDraft' || done === 'inIncident' ? [FILES.keepOwn] : []),
      ],
    },
  });
}
