import { Button, Input, Link } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ContactRowView, ContactsPage as Contacts } from '../../api/contactViews';
import { fileText } from '../../content/fileText';
import { CSV } from '../../content/texts/people/listFile';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Manage } from '../parts/Manage';
import { Progress } from '../parts/Progress';
import { Empty, Fault, Loading, StandBadge } from '../parts/states';
import { useFile } from '../parts/useFile';
import { usePage } from '../parts/usePage';
import { Faults, type OpenedPanel, PanelInPlace, usePanel } from '../parts/usePanel';

type Press = OpenedPanel['press'];

const Ways = ({ row }: { row: ContactRowView }) => (
  <div className="ways">
    {row.phone ? <Link href={row.tel}>{row.phone}</Link> : null}
    {row.email ? <Link href={`mailto:${row.email}`}>{row.email}</Link> : null}
  </div>
);

const Row = ({ row, press }: { row: ContactRowView; press: Press }) => (
  <li className="row contact">
    <div className="row-words">
      <strong>{row.name}</strong>
      <span className="note">{[row.post, row.away].filter(Boolean).join(' · ')}</span>
      {row.answer ? <span className="note">{row.answer}</span> : null}
    </div>
    {row.reach ? <StandBadge stand={row.reach} /> : null}
    <Ways row={row} />
    <Manage name={row.name} presses={row.presses} press={press} />
  </li>
);

const holds = (row: ContactRowView, word: string): boolean =>
  [row.name, row.post, row.phone, row.email].some((text) => text.toLowerCase().includes(word.toLowerCase()));

const List = ({ page, press }: { page: Contacts; press: Press }) => {
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
          <Row key={row.id} row={row} press={press} />
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

const textIn = async (file: File): Promise<string> => fileText(new Uint8Array(await file.arrayBuffer()));

/** The list as a file: taken out whole, and read in, line by line, before anything is changed. */
const AsFile = ({ client, press, isBusy }: { client: Client; press: Press; isBusy: boolean }) => {
  const out = useFile(client);
  const chosen = useRef<HTMLInputElement>(null);
  const [isBad, setIsBad] = useState(false);
  // The file that was chosen stays, until it has been read: what failed is tried once more.
  const [file, setFile] = useState<File>();
  const read = async (next: File | undefined) => {
    setIsBad(false);
    if (!next) return;
    setFile(next);
    const text = await textIn(next).catch(() => undefined);
    setIsBad(text === undefined);
    if (text !== undefined) await press({ verb: 'tryCsv', data: { text } });
    // The same file may be chosen anew.
    if (chosen.current) chosen.current.value = '';
  };
  return (
    <div className="buttons">
      <Button onClick={() => chosen.current?.click()}>{CSV.choose}</Button>
      <input
        ref={chosen}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={CSV.choose}
        hidden
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button onClick={() => press({ verb: 'csv', data: {} })}>{CSV.paste}</Button>
      <Button disabledFocusable={out.isBusy} onClick={() => out.take({ ask: 'contactsFile' })}>
        {CSV.save}
      </Button>
      {file && !isBusy ? <Button onClick={() => void read(file)}>{CSV.tryAgain(file.name)}</Button> : null}
      <Progress isBusy={out.isBusy} />
      {isBad ? <p role="alert">{CSV.unreadable}</p> : null}
      {out.fault ? <Fault error={out.fault} /> : null}
    </div>
  );
};

/** *Kontakter*: the whole list, with what its reader may do with it. */
export const ContactsSheet = ({ client }: { client: Client }) => {
  const { page, error, isBusy, again } = usePage<Contacts>(client, { ask: 'contacts' });
  const opened = usePanel(client, again);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  if (opened.panel) return <PanelInPlace to={TAB.pages.contacts} opened={opened} client={client} />;
  return (
    <>
      <p className="danger">
        {TAB.danger} <Link href="tel:112">{TAB.call112}</Link>
      </p>
      <Faults error={error} again={again} fault={opened.fault} isBusy={isBusy || opened.isBusy} />
      <Links links={page.links} press={opened.press} />
      {page.keeps ? <AsFile client={client} press={opened.press} isBusy={opened.isBusy} /> : null}
      <List page={page} press={opened.press} />
    </>
  );
};
