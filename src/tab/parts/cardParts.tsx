import { Button, Link } from '@fluentui/react-components';
import type { ButtonView, CardView, FactView, ItemView, LinkView } from '../../cards/view';

/** A press: the button, and what stood in the inputs. */
export type Send = (button: ButtonView) => void;

/** A row of buttons: whatever is under way, none sends twice. */
export const Buttons = ({
  buttons,
  send,
  isBusy,
}: {
  buttons: readonly ButtonView[];
  send: Send;
  isBusy: boolean;
}) =>
  buttons.length > 0 ? (
    <div className="buttons">
      {buttons.map((one) => (
        <Button
          key={`${one.verb} ${one.title} ${JSON.stringify(one.data)}`}
          appearance={one.style === 'positive' ? 'primary' : 'secondary'}
          className={one.style === 'destructive' ? 'destructive' : undefined}
          disabledFocusable={isBusy}
          onClick={() => send(one)}
        >
          {one.title}
        </Button>
      ))}
    </div>
  ) : null;

const Links = ({ links }: { links: readonly LinkView[] }) =>
  links.length > 0 ? (
    <div className="buttons">
      {links.map(({ title, url }) => (
        <Link key={url + title} href={url} target="_blank" rel="noreferrer">
          {title}
        </Link>
      ))}
    </div>
  ) : null;

const Facts = ({ facts }: { facts: readonly FactView[] }) =>
  facts.length > 0 ? (
    <dl className="facts">
      {facts.map(({ label, text }, at) => (
        // Two facts may say the same: their place is all that tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={`${label}${at}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  ) : null;

const Item = ({ item, send, isBusy }: { item: ItemView; send: Send; isBusy: boolean }) => (
  <li className="item">
    <strong>{item.text}</strong>
    {item.detail ? <p>{item.detail}</p> : null}
    <Buttons buttons={item.buttons} send={send} isBusy={isBusy} />
    <Links links={[...item.links, ...(item.more ?? [])]} />
  </li>
);

const Rows = ({ rows }: { rows: CardView['rows'] }) =>
  rows.length > 0 ? (
    <ul className="plain">
      {rows.map(({ sign, text, note, isNow }) => (
        <li key={text} className={isNow ? 'now' : undefined}>
          <span aria-hidden="true">{sign} </span>
          {text}
          {note ? <span className="note"> · {note}</span> : null}
        </li>
      ))}
    </ul>
  ) : null;

/** All that stands above a form. */
export const CardBody = ({ card, send, isBusy }: { card: CardView; send: Send; isBusy: boolean }) => (
  <>
    {card.danger.map((line) => (
      <p key={line} className="danger">
        {line}
      </p>
    ))}
    {card.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {card.choices.map(({ buttons }) => (
      <Buttons key={buttons.map(({ title }) => title).join()} buttons={buttons} send={send} isBusy={isBusy} />
    ))}
    {card.items.length > 0 ? (
      <ul className="plain">
        {card.items.map((item) => (
          <Item key={item.text + item.detail} item={item} send={send} isBusy={isBusy} />
        ))}
      </ul>
    ) : null}
    <Facts facts={card.facts} />
    <Links links={card.links} />
    <Rows rows={card.rows} />
  </>
);

/** All that stands below it. */
export const Below = ({ below, send, isBusy }: { below: CardView['below']; send: Send; isBusy: boolean }) => (
  <>
    {below.title ? <h3>{below.title}</h3> : null}
    {below.lines.map((line) => (
      <p key={line} className="note">
        {line}
      </p>
    ))}
    <Rows rows={below.rows} />
    <Buttons buttons={below.buttons} send={send} isBusy={isBusy} />
  </>
);
