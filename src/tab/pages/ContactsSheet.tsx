import { Button, Input, Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactRowView, ContactsPage as Contacts } from '../../api/contract';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Empty, Fault, Loading, StandBadge } from '../parts/states';
import { usePage } from '../parts/usePage';
import { Faults, type OpenedPanel, PanelInPlace, usePanel } from '../parts/usePanel';

const Row = ({ row }: { row: ContactRowView }) => (
  <li className="row">
    <div className="row-words">
      <strong>{row.name}</strong>
      <span className="note">{[row.post, row.away].filter(Boolean).join(' · ')}</span>
    </div>
    {row.reach ? <StandBadge stand={row.reach} /> : null}
    <div className="ways">
      {row.phone ? <Link href={row.tel}>{row.phone}</Link> : null}
      {row.email ? <Link href={`mailto:${row.email}`}>{row.email}</Link> : null}
    </div>
  </li>
);

const holds = (row: ContactRowView, word: string): boolean =>
  [row.name, row.post, row.phone, row.email].some((text) => text.toLowerCase().includes(word.toLowerCase()));

const List = ({ page }: { page: Contacts }) => {
  const [word, setWord] = useState('');
  const rows = page.rows.filter((row) => holds(row, word.trim()));
  return (
    <section>
      <h2>{TAB.contactsTitle}</h2>
      <search className="search">
        <Input
          aria-label={TAB.find}
          placeholder={TAB.find}
          value={word}
          onChange={(_, data) => setWord(data.value)}
        />
      </search>
      <div aria-live="polite">
        {rows.length === 0 ? <Empty text={word ? TAB.findNone : TAB.contactsNone} /> : null}
      </div>
      <ul className="plain">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
};

const Links = ({ links, press }: { links: Contacts['links']; press: OpenedPanel['press'] }) =>
  links.length > 0 ? (
    <div className="buttons">
      {links.map((link) => (
        <Button key={link.title} onClick={() => press(link)}>
          {link.title}
        </Button>
      ))}
    </div>
  ) : null;

/** *Kontakter*: the whole list, with what its reader may do with it. */
export const ContactsSheet = ({ client }: { client: Client }) => {
  const { page, error, again } = usePage<Contacts>(client, { ask: 'contacts' });
  const opened = usePanel(client, again);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  if (opened.panel) return <PanelInPlace to={TAB.pages.contacts} opened={opened} client={client} />;
  return (
    <>
      <p className="danger">
        {TAB.danger} <Link href="tel:112">{TAB.call112}</Link>
      </p>
      <Faults error={error} again={again} fault={opened.fault} />
      <Links links={page.links} press={opened.press} />
      <List page={page} />
    </>
  );
};
