import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MePage as Me } from '../../api/contract';
import type { ButtonView } from '../../cards/view';
import { TAKE_WORDS } from '../../content/texts/tab/overview';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Progress } from '../parts/Progress';
import { Empty, Fault, Loading, StandBadge } from '../parts/states';
import { useFile } from '../parts/useFile';
import { usePage } from '../parts/usePage';
import { Faults, PanelInPlace, usePanel } from '../parts/usePanel';
import { Turning } from './InboxRows';

type Press = (button: Pick<ButtonView, 'verb' | 'data'>) => unknown;

const Own = ({ one, press, open }: { one: Me['own'][number]; press: Press; open(id: string): void }) => (
  <li className="item">
    <div className="head">
      <h3>{one.title}</h3>
      <StandBadge stand={one.stand} />
    </div>
    <dl className="facts wide">
      {one.facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    <div className="buttons">
      {one.links.map((link) => (
        <Button
          key={link.title}
          size="small"
          aria-label={`${link.title}, ${one.title}`}
          onClick={() => (link.verb === 'show' ? open(one.id) : press(link))}
        >
          {link.title}
        </Button>
      ))}
    </div>
  </li>
);

const Drafts = ({ drafts, press }: { drafts: Me['drafts']; press: Press }) =>
  drafts.length > 0 ? (
    <section>
      <h2>{TAB.draftsTitle}</h2>
      <ul className="plain">
        {drafts.map(({ id, text }) => (
          <li key={id} className="row">
            <div className="row-words">{text}</div>
            <Button size="small" onClick={() => press({ verb: 'start', data: {} })}>
              {TAB.draftOpen}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ) : null;

const OwnWordsButton = ({ client }: { client: Client }) => {
  const file = useFile(client);
  return (
    <>
      <Button disabledFocusable={file.isBusy} onClick={() => file.take({ ask: 'ownWords' })}>
        {TAKE_WORDS.button}
      </Button>
      <Progress isBusy={file.isBusy} />
      {file.fault ? <Fault error={file.fault} /> : null}
    </>
  );
};

interface BodyProps {
  client: Client;
  page: Me;
  press: Press;
  open(id: string): void;
  from: string | undefined;
  turn(from: string | undefined): void;
}

const Body = ({ client, page, press, open, from, turn }: BodyProps) => (
  <>
    <div className="buttons">
      {page.links.map((link, at) => (
        <Button key={link.title} appearance={at === 0 ? 'primary' : 'secondary'} onClick={() => press(link)}>
          {link.title}
        </Button>
      ))}
      <OwnWordsButton client={client} />
    </div>
    <Drafts drafts={page.drafts} press={press} />
    <section>
      <h2>{TAB.ownTitle}</h2>
      {page.own.length === 0 ? <Empty text={TAB.ownNone} /> : null}
      <ul className="plain">
        {page.own.map((one) => (
          <Own key={one.id} one={one} press={press} open={open} />
        ))}
      </ul>
      <Turning from={from} next={page.next} turn={turn} first={TAB.newest} more={TAB.more} />
    </section>
  </>
);

/** *Min sida*: what a person reported and what is about them, drafts, and how their data is used. */
export const MeSheet = ({ client, open }: { client: Client; open(id: string): void }) => {
  const [from, turn] = useState<string>();
  const { page, error, isBusy, again } = usePage<Me>(client, { ask: 'me', ...(from ? { from } : {}) });
  const opened = usePanel(client, again);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  if (opened.panel) return <PanelInPlace to={TAB.pages.me} opened={opened} client={client} />;
  return (
    <>
      <Faults error={error} again={again} fault={opened.fault} isBusy={isBusy || opened.isBusy} />
      <Body {...{ client, page, open, from, turn }} press={opened.press} />
    </>
  );
};
