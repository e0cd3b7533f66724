import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ButtonView, CardView, FactView, FieldView, ItemView, LinkView, View } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Answered, Client } from '../client';
import { InputField } from './InputField';
import { Fault } from './states';

/** A press: the button, and what stood in the inputs. */
type Send = (button: ButtonView) => void;

const Buttons = ({
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

const valuesIn = (fields: readonly FieldView[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ id, kind, value }) => (kind === 'shown' ? [] : [[id, value]])));

/** What stands in a field now, where another has changed it since the form was opened. */
const nowIn = (field: FieldView, opened: Record<string, string>): string | undefined => {
  if (field.kind === 'shown' || opened[field.id] === field.value) return undefined;
  const title = field.choices.find(({ value }) => value === field.value)?.title;
  return field.value === '' ? TAB.changedEmpty : TAB.changedField(title ?? field.value);
};

const CardBody = ({ card, send, isBusy }: { card: CardView; send: Send; isBusy: boolean }) => (
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

const Below = ({ below, send, isBusy }: { below: CardView['below']; send: Send; isBusy: boolean }) => (
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

/** A panel's parts: what it shows, and who hears of its answers. */
export interface CardPanelProps {
  client: Client;
  first: Answered;
  /** Each answer, so that the page around can follow. @returns whether the page takes it, and the panel stays as it is */
  answered?(answer: Answered, button: ButtonView): boolean;
  /** The heading takes the focus when the panel comes. */
  takesFocus?: boolean;
}

/**
 * A view as a card shows it, drawn for the tab, with its form. What was typed stays where a save fails; where another was quicker,
 * what stands there now is shown beside it.
 */
export const CardPanel = ({ client, first, answered, takesFocus }: CardPanelProps) => {
  const [shown, setShown] = useState<Answered>(first);
  const [opened, setOpened] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  const show = (answer: Answered, keeps: boolean) => {
    const fields = answer.view.name === 'card' ? answer.view.data.fields : [];
    setShown(answer);
    if (keeps) return;
    setOpened(valuesIn(fields));
    setTyped(valuesIn(fields));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first answer alone begins anew
  useEffect(() => {
    setError(undefined);
    show(first, false);
  }, [first]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows what is shown
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [shown]);

  const send: Send = async (button) => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      const data = button.inputs === 'auto' ? { ...button.data, ...typed } : button.data;
      const hasForm = button.inputs === 'auto' && Object.keys(typed).length > 0;
      const answer = await client.press({ verb: button.verb, data }, hasForm ? shown.rev : undefined);
      if (answer.isStale || !answered?.(answer, button)) show(answer, answer.isStale);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };

  return <Shown {...{ shown, opened, typed, setTyped, error, isBusy, heading, send }} />;
};

interface ShownProps {
  shown: Answered;
  opened: Record<string, string>;
  typed: Record<string, string>;
  setTyped(typed: Record<string, string>): void;
  error: unknown;
  isBusy: boolean;
  heading: React.RefObject<HTMLHeadingElement | null>;
  send: Send;
}

const Shown = ({ shown, error, isBusy, heading, send, ...form }: ShownProps) => {
  const { view, isStale } = shown;
  const trouble = error ? <Fault error={error} isKept={Object.keys(form.typed).length > 0} /> : null;
  if (view.name === 'line')
    return (
      <section className="panel">
        <h2 ref={heading} tabIndex={-1}>
          {view.data.text}
        </h2>
        {trouble}
        <Buttons buttons={view.data.buttons} send={send} isBusy={isBusy} />
      </section>
    );
  const card = view.data;
  return (
    <section className="panel">
      {card.kicker || card.corner ? (
        <p className="note">{[card.kicker, card.corner].filter(Boolean).join(' · ')}</p>
      ) : null}
      <h2 ref={heading} tabIndex={-1}>
        {card.title || TAB.app}
      </h2>
      {card.problem ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{card.problem}</MessageBarBody>
        </MessageBar>
      ) : null}
      <CardBody card={card} send={send} isBusy={isBusy} />
      {isStale ? <Changed /> : null}
      <Form card={card} isStale={isStale} {...form} />
      {trouble}
      <Buttons buttons={card.buttons} send={send} isBusy={isBusy} />
      <div aria-live="polite">{isBusy ? <Spinner size="tiny" label={TAB.saving} /> : null}</div>
      <Below below={card.below} send={send} isBusy={isBusy} />
      {card.footnote ? <p className="note">{card.footnote}</p> : null}
    </section>
  );
};

const Changed = () => (
  <MessageBar intent="warning" layout="multiline" role="alert">
    <MessageBarBody>
      <MessageBarTitle>{TAB.changedTitle}</MessageBarTitle> {TAB.changed}
    </MessageBarBody>
  </MessageBar>
);

type FormProps = { card: CardView; isStale: boolean } & Pick<ShownProps, 'opened' | 'typed' | 'setTyped'>;

const Form = ({ card, isStale, opened, typed, setTyped }: FormProps) => (
  <div className="form">
    {card.fields.map((field) => (
      <InputField
        key={field.id}
        field={field}
        value={typed[field.id] ?? ''}
        now={isStale ? nowIn(field, opened) : undefined}
        set={(value) => setTyped({ ...typed, [field.id]: value })}
      />
    ))}
  </div>
);

/** A view that was made with a page, as an answer. */
export const asAnswer = (view: View, rev?: number): Answered => ({ view, rev, isStale: false });
