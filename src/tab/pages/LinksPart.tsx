import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { LinksPage } from '../../api/contract';
import { LINKS } from '../../content/texts/tab/links';
import type { Client } from '../client';
import { Fault, Loading } from '../parts/states';

/** What is there: nothing yet, on its way, or an answer. */
interface State {
  isBusy: boolean;
  page?: LinksPage;
  error?: unknown;
}

/** Groups of incidents, each with those that open. */
const Found = ({ rows, open }: { rows: LinksPage['rows']; open(incident: string): void }) => (
  <ul className="plain">
    {rows.map((row) => (
      <li key={`${row.id} ${row.title}`} className="row">
        <div className="row-words">
          <strong>{row.title}</strong>
          <span className="note">{row.note}</span>
        </div>
        {row.links.map((link) => (
          <Button key={link.title} size="small" onClick={() => open(String(link.data.id))}>
            {link.title}
          </Button>
        ))}
      </li>
    ))}
  </ul>
);

/** *Samma avsändare*: looked for when it is pressed, since every look is logged. */
export const LinksPart = ({ client, open }: { client: Client; open(incident: string): void }) => {
  const [{ isBusy, page, error }, setState] = useState<State>({ isBusy: false });
  const look = () => {
    setState({ isBusy: true });
    client.ask({ ask: 'links' }).then(
      (found) => setState({ isBusy: false, page: found as LinksPage }),
      (fault: unknown) => setState({ isBusy: false, error: fault }),
    );
  };
  return (
    <section className="item">
      <h2>{LINKS.title}</h2>
      <p className="note">{LINKS.about}</p>
      <p className="note">{LINKS.logged}</p>
      {error ? <Fault error={error} again={look} /> : null}
      <Button disabled={isBusy} onClick={look}>
        {LINKS.button}
      </Button>
      <div aria-live="polite">
        {isBusy ? <Loading /> : null}
        {page?.notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </div>
      <Found rows={page?.rows ?? []} open={open} />
    </section>
  );
};
