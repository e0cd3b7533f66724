import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FilesView, GivenFileView } from '../../api/filesContract';
import type { ButtonView } from '../../cards/view';
import { GIVEN } from '../../content/texts/evidence/evidence';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Empty, Fault } from '../parts/states';
import { UploadPart } from './UploadPart';

interface FilesProps {
  client: Client;
  id: string;
  files: FilesView;
  open(button: ButtonView): void;
  again(): void;
}

/** A picture as it was given, in the page's memory alone: forgotten as soon as it is hidden. */
const Picture = ({ client, id, row }: Pick<FilesProps, 'client' | 'id'> & { row: GivenFileView }) => {
  const [url, setUrl] = useState('');
  const [fault, setFault] = useState<unknown>();
  const [isLost, setLost] = useState(false);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more
  useEffect(() => {
    let made = '';
    let isGone = false;
    setFault(undefined);
    client.file({ what: 'picture', id, file: row.file }).then(
      ({ blob }) => {
        if (isGone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      (failed: unknown) => isGone || setFault(failed),
    );
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [client, id, row.file, round]);
  if (fault) return <Fault error={fault} again={() => setRound((before) => before + 1)} />;
  if (isLost) return <p role="status">{GIVEN.lost}</p>;
  if (!url) return <Spinner size="tiny" label={TAB.loading} />;
  return <img className="given" src={url} alt={GIVEN.alt(row.note)} onError={() => setLost(true)} />;
};

const Row = (props: FilesProps & { row: GivenFileView }) => {
  const { client, id, files, open, row } = props;
  const [isShown, setShown] = useState(false);
  const { first } = files;
  return (
    <li className="row given-row">
      <div className="row-words">
        <strong>{row.title}</strong>
        <span className="note">{row.note}</span>
      </div>
      {row.isPicture ? (
        <Button
          size="small"
          aria-expanded={isShown}
          aria-label={isShown ? undefined : GIVEN.lookOf(row.title, row.note)}
          onClick={() => (first ? open(first) : setShown(!isShown))}
        >
          {isShown ? GIVEN.hide : GIVEN.look}
        </Button>
      ) : null}
      {row.take ? (
        <Button
          size="small"
          aria-label={`${row.take.title}: ${row.title}, ${row.note}`}
          onClick={() => row.take && open(row.take)}
        >
          {row.take.title}
        </Button>
      ) : null}
      {isShown ? <Picture client={client} id={id} row={row} /> : null}
    </li>
  );
};

/** Files that were given as evidence: what each is, a picture to be seen, and where more are added. */
export const FilesPart = (props: FilesProps) => {
  const { client, id, files, again } = props;
  return (
    <section aria-label={GIVEN.title}>
      <h2>{GIVEN.title}</h2>
      {files.rows.length === 0 ? <Empty text={GIVEN.none} /> : null}
      {files.rows.some(({ isPicture }) => isPicture) ? <p className="note">{GIVEN.logged}</p> : null}
      <ul className="plain">
        {files.rows.map((row) => (
          <Row key={row.file} {...props} row={row} />
        ))}
      </ul>
      {files.mayGive ? <UploadPart client={client} id={id} most={files.most} kept={again} /> : null}
    </section>
  );
};
